/** What the room shows to others: what a death does to access, what portals and proxies ask. */
export { answerOutside } from '#server/proxy-access/answer-outside.ts'
export { closeAccessAgain } from '#server/proxy-access/close-again.ts'
export {
  confirmGrant, countWrongAnswer, declineGrant, isUserNameTaken, makeAccount, openInvitation, passwordOf, settleFromPortal, type OpenInvitation,
} from '#server/proxy-access/confirm-grant.ts'
export { hiddenGrantIds } from '#server/proxy-access/hidden.ts'
export { suspendForDeath } from '#server/proxy-access/suspend-for-death.ts'
export { ownAddressOf } from '#server/proxy-access/notify.ts'
