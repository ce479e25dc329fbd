type Leg = { passed: number, failed: number, skipped: number, seconds: number }
type Ran = { legs: Record<string, Leg>, unhandled: number }

export function sumOf(ran: Ran): { passed: number, failed: number, skipped: number }
export function faultsOf(ran: Ran, code: number): string[]
export function summaryOf(ran: Ran, faults: string[]): string
