/** What the room shows to others: what a death does to access, which contacts are stopped, which links are hidden. */
export { suspendForDeath } from '#server/proxy-access/suspend-for-death.ts'
export { ownAddressOf } from '#server/proxy-access/notify.ts'
export { contactStop } from '#server/proxy-access/weigh-grant.ts'
