/** What the room shows to the others: what mailed links open, what portals report, and closing a sign-in after an incident. */
export { choosePassword, confirmProof, countProofTry, countResetTry, openProof, openReset, type OpenProof, type OpenReset } from '#server/recovery/links.ts'
export { denyProof, openNotice, sayNotMe } from '#server/recovery/not-me.ts'
export { reportAttempt } from '#server/recovery/report-attempt.ts'
export { suspendSignIn } from '#server/recovery/suspend.ts'
export { tellPatient } from '#server/recovery/tell.ts'
