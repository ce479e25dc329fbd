import {
  coverAnswer, coverBody, coversAnswer, danglingAnswer, matchBody, matchedAnswer, practitionerLines, practitionerRecord,
} from '#domain/contracts/practitioners.ts'
import { contentRange } from '#server/http/list.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { endCover } from '#server/practitioners/end-cover.ts'
import { listCovers } from '#server/practitioners/list-covers.ts'
import { listDangling } from '#server/practitioners/list-dangling.ts'
import { listPractitioners, practitionersQuery } from '#server/practitioners/list-practitioners.ts'
import { matchPractitioner } from '#server/practitioners/match-practitioner.ts'
import { readPractitioner } from '#server/practitioners/read-practitioner.ts'
import { setCover } from '#server/practitioners/set-cover.ts'
import { unmatchPractitioner } from '#server/practitioners/unmatch-practitioner.ts'

export const practitionerRoutes: AnyRoute[] = [
  read({
    path: 'GET /api/practitioners', action: 'practitioner.read', summary: 'Practitioners of the feeds, and who they are here.',
    query: practitionersQuery, answer: practitionerLines, range: contentRange('practitioners'),
    run: (db, _act, { query }) => listPractitioners(db, query),
    audit: (lines) => ({ event: 'practitioner.read', detail: { count: lines.length } }),
  }),
  read({
    path: 'GET /api/practitioners/:id', action: 'practitioner.read', summary: 'One practitioner, with the colleagues it may be.',
    params: idParams, answer: practitionerRecord, run: (db, act, { params }) => readPractitioner(db, act, params.id),
    audit: (line) => ({ event: 'practitioner.read', objectId: line.id, detail: { count: 1 } }),
  }),
  command({
    path: 'POST /api/practitioners/:id/match', action: 'practitioner.match', summary: 'Says which member of staff a practitioner is.',
    versioned: true, params: idParams, body: matchBody, answer: matchedAnswer,
    run: (w, act, { params, body }) => matchPractitioner(w, act, params.id, body.staffId),
  }),
  command({
    path: 'POST /api/practitioners/:id/unmatch', action: 'practitioner.match', summary: 'Says that nobody here is this practitioner.',
    versioned: true, params: idParams, answer: matchedAnswer, run: (w, act, { params }) => unmatchPractitioner(w, act, params.id),
  }),
  read({
    path: 'GET /api/dangling-relations', action: 'practitioner.read', summary: 'Ties and covers that lead to nobody who can act.',
    answer: danglingAnswer, run: listDangling, audit: null,
  }),
  read({
    path: 'GET /api/covers', action: 'practitioner.read', summary: 'Who stands in for whom, and who could.',
    answer: coversAnswer, run: listCovers, audit: null,
  }),
  command({
    path: 'POST /api/covers', action: 'cover.set', summary: 'Sets who stands in for a clinician, from when until when.',
    versioned: false, body: coverBody, answer: coverAnswer, run: (w, act, { body }) => setCover(w, act, body),
  }),
  command({
    path: 'POST /api/covers/:id/end', action: 'cover.set', summary: 'Ends a cover before its time, or calls it off.',
    versioned: true, params: idParams, answer: coverAnswer, run: (w, act, { params }) => endCover(w, act, params.id),
  }),
]
