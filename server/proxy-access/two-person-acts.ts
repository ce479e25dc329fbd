import { legalStatusAct } from '#server/proxy-access/legal-status.ts'
import { liftBlockAct } from '#server/proxy-access/lift-block.ts'
import { grantDisputedAct } from '#server/proxy-access/two-person-grant.ts'
import { forInbox, type AnyTwoPersonAct } from '#server/two-person/two-person.ts'

/** What of this room takes two persons. */
export const proxyTwoPersonActs: readonly AnyTwoPersonAct[] = [forInbox(grantDisputedAct), forInbox(legalStatusAct), forInbox(liftBlockAct)]
