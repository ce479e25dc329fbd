/** What the room shows to the others: sessions, second factors, sign-in answers. Knows nothing of routes. */
export { clearCookie, cookieNameOf, setCookie } from '#server/auth/cookies.ts'
export { endSession, endSessionsOf } from '#server/auth/end-sessions.ts'
export { hashPassword, passwordMatches } from '#server/auth/password.ts'
export { codesOf, makeRecoveryCodes, recoveryCodesLeft, retireRecoveryCodes } from '#server/auth/recovery-codes.ts'
export {
  csrfTokenOf, findSession, noteActivity, openSession, sessionIdFromToken, sessionToken, type NewSession, type OpenSession,
} from '#server/auth/session.ts'
export { needsSetUp, sessionAnswerOf } from '#server/auth/session-answer.ts'
export { readShortToken, signShortToken } from '#server/auth/short-token.ts'
export { grantStepUp, stepUpIsFresh, useStepUp } from '#server/auth/step-up.ts'
export { newTotpSecret, stepOfCode, totpUri, useTotpStep } from '#server/auth/totp.ts'
