import { sharedContactSearchAnswer, sharedContactSearchBody } from '#domain/contracts/enrollment-care.ts'
import { auditOfSharing, searchSharedContacts } from '#server/contacts/search-sharing.ts'
import { read, type AnyRoute } from '#server/http/route.ts'

export const contactRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/shared-contacts/search', action: 'shared-contact.read', summary: 'Mailboxes that two people read against the rule, now or from a birthday on.',
    body: sharedContactSearchBody, answer: sharedContactSearchAnswer, run: searchSharedContacts, audit: auditOfSharing,
  }),
]
