import { decidedAnswer, declineBody, twoPersonRequest, twoPersonRequests } from '#domain/contracts/two-person.ts'
import { contentRange } from '#server/http/list.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import type { AnyTwoPersonAct } from '#server/two-person/act.ts'
import { approveRequest, declineRequest } from '#server/two-person/approve-request.ts'
import { listRequests, readRequest, requestsQuery } from '#server/two-person/list-requests.ts'
import { withdrawRequest } from '#server/two-person/withdraw-request.ts'

/** The inbox of acts that take two persons, over the kinds that the rooms bring. */
export function twoPersonRoutes(kinds: readonly AnyTwoPersonAct[]): AnyRoute[] {
  return [
    read({
      path: 'GET /api/two-person-requests', action: 'two-person.read', summary: 'Your requests, and those that you may decide.',
      query: requestsQuery, answer: twoPersonRequests, range: contentRange('two-person-requests'),
      run: (db, act, { query }) => listRequests(db, act, kinds, query), audit: null,
    }),
    read({
      path: 'GET /api/two-person-requests/:id', action: 'two-person.read', summary: 'One request with exactly what will happen.',
      params: idParams, answer: twoPersonRequest, run: (db, act, { params }) => readRequest(db, act, kinds, params.id), audit: null,
    }),
    command({
      path: 'POST /api/two-person-requests/:id/approve', action: 'two-person.approve', summary: 'Approves it; it is carried out at once.',
      versioned: true, over: 'set', params: idParams, answer: decidedAnswer, run: (w, act, { params }) => approveRequest(w, act, kinds, params.id),
    }),
    command({
      path: 'POST /api/two-person-requests/:id/decline', action: 'two-person.decline', summary: 'Declines it, with a reason.',
      versioned: true, params: idParams, body: declineBody, answer: decidedAnswer,
      run: (w, act, { params, body }) => declineRequest(w, act, kinds, params.id, body.reason),
    }),
    command({
      path: 'POST /api/two-person-requests/:id/withdraw', action: 'two-person.withdraw', summary: 'Takes your own request back.',
      versioned: false, params: idParams, answer: decidedAnswer, run: (w, act, { params }) => withdrawRequest(w, act, params.id),
    }),
  ]
}
