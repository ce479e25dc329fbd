/** What the room shows to the others: a portal's rules now, and whether a contact is a patient's own under them (R9, R10). */
export { checkTyped, ownContacts, type OwnContact } from '#server/contacts/own-contacts.ts'
export { noteSharings } from '#server/contacts/look-for-sharing.ts'
export { portalNow, portalsNow, servesState, type PortalNow } from '#server/contacts/portal-now.ts'
export { shownCheck } from '#server/contacts/show-check.ts'
