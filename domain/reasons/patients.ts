import type { ReasonText } from '#domain/reasons/text.ts'

export const patientReasons = {
} as const satisfies Record<string, ReasonText>
