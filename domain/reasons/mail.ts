import type { ReasonText } from '#domain/reasons/text.ts'

export const mailReasons = {
} as const satisfies Record<string, ReasonText>
