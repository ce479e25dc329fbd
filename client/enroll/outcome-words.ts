import { declineReasons, deferReasons } from '#domain/enrollment/words.ts'

/** Ends that nobody chose from a list. */
const others: Partial<Record<string, string>> = { WRONG_ENROLLMENT: 'enroll.ended.undone', PATIENT_DECEASED: 'patients.deceased' }

/** A reason of the closed lists in the reader's language; anything else as it was kept. */
export function outcomeWords(reason: string, translate: (key: string) => string): string {
  if (declineReasons.some((one) => one === reason)) return translate(`enroll.declined.${reason}`)
  if (deferReasons.some((one) => one === reason)) return translate(`enroll.deferred.${reason}`)
  const other = others[reason]
  return other ? translate(other) : reason
}
