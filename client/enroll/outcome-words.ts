import { declineReasons, deferReasons } from '#domain/enrollment/words.ts'

/** A reason of the closed lists in the reader's language; anything else as it was kept. */
export function outcomeWords(reason: string, translate: (key: string) => string): string {
  if (declineReasons.some((one) => one === reason)) return translate(`enroll.declined.${reason}`)
  return deferReasons.some((one) => one === reason) ? translate(`enroll.deferred.${reason}`) : reason
}
