/** What can be behind "I did not get it", the first that is so. */
export const diagnosisCauses = [
  'DECEASED', 'BLOCKED', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'AT_THE_DESK', 'OPTED_OUT', 'ADDRESS_GONE', 'ADDRESS_CHANGED',
  'ADDRESS_SHARED', 'BOUNCED', 'REFUSED', 'GIVEN_UP', 'NOT_SENT_YET', 'OPENED', 'ON_ITS_WAY', 'PERHAPS_JUNK',
] as const
export type DiagnosisCause = (typeof diagnosisCauses)[number]

/** The next safe things to do; each cause has exactly one. */
export const safeActions = [
  'nothing', 'wait', 'look-in-junk', 'resend', 'fix-address', 'enroll-at-desk', 'help-finish', 'ask-privacy-officer',
] as const
export type SafeAction = (typeof safeActions)[number]
