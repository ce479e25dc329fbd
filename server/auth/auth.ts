/** What the room shows to the others: sessions, second factors, sign-in answers. Knows nothing of routes. */
export { clearCookie, cookieOf } from '#server/auth/cookies.ts'
export { endSessionsOf } from '#server/auth/end-sessions.ts'
export { enterSession, leaveFormerSession } from '#server/auth/enter-session.ts'
export { readJoining, startJoining } from '#server/auth/joining.ts'
export { isCommonPassword } from '#server/auth/common-passwords.ts'
export { faultOfNewPassword } from '#server/auth/new-password.ts'
export { hashPassword, passwordMatches } from '#server/auth/password.ts'
export { foldUserName } from '#server/auth/person.ts'
export { codesOf, makeRecoveryCodes, recoveryCodesLeft, retireRecoveryCodes } from '#server/auth/recovery-codes.ts'
export {
  csrfTokenOf, findSession, noteActivity, openSession, sessionIdFromToken, type NewSession, type OpenSession,
} from '#server/auth/session.ts'
export { stepUpIsFresh, useStepUp } from '#server/auth/step-up.ts'
export { newTotpSecret, stepOfCode, totpUri, useTotpStep } from '#server/auth/totp.ts'
