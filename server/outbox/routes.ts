import { z } from 'zod'
import { outboxMail, outboxRetried } from '#domain/contracts/outbox.ts'
import { contentRange } from '#server/http/list.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { listMails, mailListQuery, showMail } from '#server/outbox/list-mails.ts'
import { retryMail } from '#server/outbox/retry-mail.ts'

export const outboxRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/outbox', action: 'outbox.read', summary: 'Mails by age, with the states that can be known',
    query: mailListQuery, answer: z.array(outboxMail), run: listMails, range: contentRange('outbox'),
    audit: (page) => ({ event: 'outbox.read', detail: { count: page.length } }),
  }),
  read({
    path: 'GET /api/outbox/:id', action: 'outbox.read', summary: 'One mail', params: idParams, answer: outboxMail, run: showMail,
    audit: (mail) => ({ event: 'outbox.read', objectId: mail.id, detail: { count: 1 } }),
  }),
  command({
    path: 'POST /api/outbox/:id/retry', action: 'outbox.retry', summary: 'Send a refused or parked mail again',
    params: idParams, answer: outboxRetried, versioned: true, run: retryMail,
  }),
]
