import type { ReasonText } from '#domain/reasons/text.ts'

export const staffReasons = {
} as const satisfies Record<string, ReasonText>
