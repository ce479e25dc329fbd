import type { Door } from '#server/http/door.ts'
import { confirmLinkDoor } from '#server/staff/confirm-link.ts'
import { openLinkDoor } from '#server/staff/open-link.ts'
import { redeemLinkDoor } from '#server/staff/redeem-link.ts'

/** What stands behind a link that was mailed to a member of staff. */
export const linkDoors: Door[] = [openLinkDoor, redeemLinkDoor, confirmLinkDoor]
