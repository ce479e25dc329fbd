import { z } from 'zod'
import {
  cannedBody, cannedReplies, cannedReply, fillBody, filledAnswer, queueBody, queueList, routingAnswer, routingBody, siteCalendar, siteCalendarBody, siteCalendars,
  triedRouting, tryRoutingBody,
} from '#domain/contracts/message-settings.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { changeCanned, createCanned, fillReply, listCanned, retireCanned } from '#server/messages/canned-replies.ts'
import { listQueues } from '#server/messages/list-queues.ts'
import { changeCalendar, listCalendars } from '#server/messages/settings-calendars.ts'
import { changeQueue, createQueue, retireQueue } from '#server/messages/settings-queues.ts'
import { changeRouting, readRouting, tryRouting } from '#server/messages/settings-routing.ts'

const changed = z.strictObject({ id: z.string(), version: z.int() })

export const messageSettingsRoutes: AnyRoute[] = [
  read({ path: 'GET /api/message-queues', action: 'queue.read', summary: 'Queues, who works in them and what waits.', answer: queueList, run: listQueues, audit: null }),
  command({
    path: 'POST /api/message-queues', action: 'queue.change', summary: 'Makes a queue.', versioned: false, body: queueBody, answer: changed,
    run: (w, act, { body }) => createQueue(w, act, body),
  }),
  command({
    path: 'POST /api/message-queues/:id/change', action: 'queue.change', summary: 'Changes a queue and its people.', versioned: true, params: idParams,
    body: queueBody, answer: changed, run: (w, act, { params, body }) => changeQueue(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/message-queues/:id/retire', action: 'queue.change', summary: 'Closes an empty queue.', versioned: true, params: idParams,
    answer: changed, run: (w, act, { params }) => retireQueue(w, act, params.id),
  }),
  read({ path: 'GET /api/message-routing', action: 'queue.read', summary: 'Where messages go, rule by rule.', answer: routingAnswer, run: readRouting, audit: null }),
  read({
    path: 'POST /api/message-routing/try', action: 'queue.read', summary: 'Where such a message would go.', body: tryRoutingBody, answer: triedRouting,
    run: (db, _act, { body }) => tryRouting(db, body), audit: null,
  }),
  command({
    path: 'POST /api/message-routing/change', action: 'routing.change', summary: 'New rules for messages to come.', versioned: true, over: 'set',
    body: routingBody, answer: routingAnswer, objectOf: () => 'routing', run: (w, act, { body }) => changeRouting(w, act, body),
  }),
  read({ path: 'GET /api/site-calendars', action: 'site.read', summary: 'Hours and days of every site.', answer: siteCalendars, run: listCalendars, audit: null }),
  command({
    path: 'POST /api/site-calendars/:id/change', action: 'calendar.change', summary: 'Hours and days of a site; open clocks are reckoned anew.', versioned: true,
    params: idParams, body: siteCalendarBody, answer: siteCalendar, run: (w, act, { params, body }) => changeCalendar(w, act, params.id, body),
  }),
  read({ path: 'GET /api/canned-replies', action: 'canned-reply.read', summary: 'Texts written once and used often.', answer: cannedReplies, run: listCanned, audit: null }),
  command({
    path: 'POST /api/canned-replies', action: 'canned-reply.change', summary: 'Adds a text.', versioned: false, body: cannedBody, answer: cannedReply,
    run: (w, act, { body }) => createCanned(w, act, body),
  }),
  command({
    path: 'POST /api/canned-replies/:id/change', action: 'canned-reply.change', summary: 'Changes a text.', versioned: true, params: idParams, body: cannedBody,
    answer: cannedReply, run: (w, act, { params, body }) => changeCanned(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/canned-replies/:id/retire', action: 'canned-reply.change', summary: 'Takes a text out of use.', versioned: true, params: idParams,
    answer: cannedReply, run: (w, act, { params }) => retireCanned(w, act, params.id),
  }),
  read({
    path: 'POST /api/canned-replies/:id/fill', action: 'message.claim', summary: 'A text with its fields filled for one thread.', params: idParams,
    body: fillBody, answer: filledAnswer, run: (db, act, { params, body }) => fillReply(db, act, params.id, body),
    audit: (answer, { body }) => ({ event: 'message.readers-read', objectId: body.threadId, detail: { readers: answer.missing.length } }),
  }),
]
