import { z } from 'zod'
import * as care from '#domain/contracts/result-care.ts'
import * as contract from '#domain/contracts/results.ts'
import * as kinds from '#domain/contracts/test-kinds.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { closeMissingLab, listLabMessages, listMissingLabs, reviewHolds } from '#server/results/care-lists.ts'
import { exportHolds } from '#server/results/export-holds.ts'
import { findingsOf, figuresOf } from '#server/results/figures.ts'
import { listColleagues } from '#server/results/colleagues.ts'
import { endHoldNow, extendHold, holdResult } from '#server/results/hold-result.ts'
import { countWorklist, listReleased, listWorklist } from '#server/results/list-worklist.ts'
import { listPatientResults, previewResult, readTimeline } from '#server/results/preview-result.ts'
import { readResult } from '#server/results/read-result.ts'
import { recallResult } from '#server/results/recall-result.ts'
import { releaseMany, releaseResult, releaseSensitiveResult } from '#server/results/release-result.ts'
import { endWish, listWishes, recordWish } from '#server/results/result-wishes.ts'
import { listTestKinds, lookAtTest, objectOfTest, sayTestKind } from '#server/results/test-kinds.ts'
import { changeSharing, listSharedItems } from '#server/results/shared-items.ts'
import { assignResult, countUnowned, listAssignable, listUnowned } from '#server/results/unowned.ts'
import { commentOnResult, correctCategory, declineResult, noteOnResult, takeResult, verifyResult } from '#server/results/work-result.ts'

const versioned = { versioned: true, params: idParams } as const
const changed = z.strictObject({ id: z.string(), version: z.int() })

export const resultRoutes: AnyRoute[] = [
  read({
    path: 'POST /api/results/worklist', action: 'result.read', summary: 'Results that wait for the reader and for colleagues whom they cover, one group at a time.',
    body: contract.worklistBody, answer: contract.worklistAnswer, run: (db, act, { body }) => listWorklist(db, act, body),
    audit: (answer, { body }) => ({ event: 'result.listed', detail: { list: body.group, hits: answer.rows.length, ids: answer.rows.map((row) => row.id) } }),
  }),
  read({
    path: 'GET /api/results/counts', action: 'result.read', summary: 'How many results wait for the reader.', answer: contract.resultCounts, run: (db, act) => countWorklist(db, act), audit: null,
  }),
  read({
    path: 'POST /api/results/released', action: 'result.read', summary: 'What the reader released in the last days, and whether it was opened.',
    body: contract.releasedBody, answer: contract.releasedAnswer, run: (db, act, { body }) => listReleased(db, act, body.days),
    audit: (answer) => ({ event: 'result.listed', detail: { list: 'released', hits: answer.rows.length, ids: answer.rows.map((row) => row.id) } }),
  }),
  read({
    path: 'POST /api/results/unowned', action: 'result.unowned', summary: 'Results that nobody looks after, without what they say.',
    body: care.unownedBody, answer: care.unownedResults, run: (db, act, { body }) => listUnowned(db, act, body),
    audit: (answer) => ({ event: 'result.listed', detail: { list: 'unowned', hits: answer.rows.length, ids: answer.rows.map((row) => row.id) } }),
  }),
  read({
    path: 'GET /api/results/unowned-count', action: 'result.unowned', summary: 'How many results nobody looks after.', answer: care.unownedCount, run: (db, act) => countUnowned(db, act), audit: null,
  }),
  read({
    path: 'GET /api/results/:id/assignable', action: 'result.unowned', summary: 'Prescribers to whom a result may be given.',
    params: idParams, answer: care.colleagues, run: (db, act, { params }) => listAssignable(db, act, params.id), audit: null,
  }),
  command({
    path: 'POST /api/results/:id/assign', action: 'result.assign', summary: 'Give a result that nobody looks after to a prescriber.', ...versioned,
    body: care.assignBody, answer: changed, run: (w, act, { params, body }) => assignResult(w, act, params.id, body),
  }),
  read({
    path: 'GET /api/results/figures', action: 'result.measure', summary: 'Holds and release times as counts.',
    query: care.figuresQuery, answer: care.resultFigures, run: (db, act, { query }) => figuresOf(db, act, query),
    audit: (_answer, { query }) => ({ event: 'result.measured', detail: { what: 'figures', from: query.from, to: query.to } }),
  }),
  read({
    path: 'GET /api/results/findings', action: 'result.measure', summary: 'What may be information blocking, or is stricter than the law it cites.',
    answer: care.findingsAnswer, run: findingsOf, audit: () => ({ event: 'result.measured', detail: { what: 'findings', from: '', to: '' } }),
  }),
  read({
    path: 'GET /api/results/:id', action: 'result.read', summary: 'One result with values, trend, holds and what the reader may do.',
    params: idParams, answer: contract.resultAnswer, run: (db, act, { params }) => readResult(db, act, params.id),
    audit: (answer) => ({ event: 'result.read', patientId: answer.patientId, objectId: answer.id, detail: { part: 'result' } }),
  }),
  read({
    path: 'POST /api/results/:id/preview', action: 'result.read', summary: 'Who sees it now, if released, and with a hold; and the notice.',
    params: idParams, body: contract.previewBody, answer: contract.previewAnswer, run: (db, act, { params, body }) => previewResult(db, act, params.id, body),
    audit: (_answer, { params }) => ({ event: 'result.read', objectId: params.id, detail: { part: 'preview' } }),
  }),
  read({
    path: 'GET /api/results/:id/timeline', action: 'result.read', summary: 'What became visible when, by which rule, and who opened it.',
    params: idParams, answer: contract.timelineAnswer, run: (db, act, { params }) => readTimeline(db, act, params.id),
    audit: (_answer, { params }) => ({ event: 'result.read', objectId: params.id, detail: { part: 'timeline' } }),
  }),
  read({
    path: 'GET /api/results/:id/colleagues', action: 'result.read', summary: 'Prescribers to whom a result may be given.',
    params: idParams, answer: care.colleagues, run: (db, act, { params }) => listColleagues(db, act, params.id), audit: null,
  }),
  read({
    path: 'GET /api/patients/:id/results', action: 'result.read', summary: 'Results of one patient, newest first.',
    params: idParams, answer: contract.patientResults, run: (db, act, { params }) => listPatientResults(db, act, params.id),
    audit: (answer, { params }) => ({ event: 'result.listed', patientId: params.id, detail: { list: 'patient', hits: answer.rows.length, ids: answer.rows.map((row) => row.id) } }),
  }),
  command({
    path: 'POST /api/results/release-many', action: 'result.release', summary: 'Release ordinary results together: all or none.', versioned: false, over: 'set',
    body: contract.releaseManyBody, answer: contract.releaseManyAnswer, run: (w, act, { body }) => releaseMany(w, act, body),
  }),
  command({
    path: 'POST /api/results/:id/release', action: 'result.release', summary: 'Release one result, with a comment or without.', ...versioned,
    body: contract.releaseBody, answer: contract.actAnswer, run: (w, act, { params, body }) => releaseResult(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/results/:id/release-sensitive', action: 'result.release-sensitive', summary: 'Release one sensitive result.', ...versioned,
    body: contract.releaseBody, answer: contract.actAnswer, run: (w, act, { params, body }) => releaseSensitiveResult(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/results/:id/verify', action: 'result.work', summary: 'The ordering provider verifies a result.', ...versioned,
    body: contract.workBody, answer: contract.actAnswer, run: (w, act, { params, body }) => verifyResult(w, act, params.id, 'verification', body.reason),
  }),
  command({
    path: 'POST /api/results/:id/review', action: 'result.work', summary: 'A doctor has seen a result.', ...versioned,
    body: contract.workBody, answer: contract.actAnswer, run: (w, act, { params, body }) => verifyResult(w, act, params.id, 'review', body.reason),
  }),
  command({
    path: 'POST /api/results/:id/comment', action: 'result.comment', summary: 'A comment for the patient.', ...versioned,
    body: contract.commentBody, answer: contract.actAnswer, run: (w, act, { params, body }) => commentOnResult(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/results/:id/note', action: 'result.comment', summary: 'The patient was called, or counselled beforehand.', ...versioned,
    body: contract.noteBody, answer: contract.actAnswer, run: (w, act, { params, body }) => noteOnResult(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/results/:id/hold', action: 'result.hold', summary: 'Keep one result from one recipient, on a ground, until an end.', ...versioned,
    body: contract.holdBody, answer: contract.actAnswer, run: (w, act, { params, body }) => holdResult(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/results/:id/recall', action: 'result.recall', summary: 'Take a released result back; says who opened it.', ...versioned,
    body: contract.recallBody, answer: contract.recallAnswer, run: (w, act, { params, body }) => recallResult(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/results/:id/decline', action: 'result.work', summary: 'Not mine: to a colleague, or back.', ...versioned,
    body: contract.declineBody, answer: contract.actAnswer, run: (w, act, { params, body }) => declineResult(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/results/:id/take', action: 'result.work', summary: 'Take a result on.', ...versioned,
    body: contract.workBody, answer: contract.actAnswer, run: (w, act, { params, body }) => takeResult(w, act, params.id, body.reason),
  }),
  command({
    path: 'POST /api/results/:id/category', action: 'result.work', summary: 'Say what kind of result it is.', ...versioned,
    body: contract.categoryBody, answer: contract.actAnswer, run: (w, act, { params, body }) => correctCategory(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/holds/:id/extend', action: 'result.hold', summary: 'Hold longer: a new decision with its own evidence and end.', ...versioned,
    body: contract.extendBody, answer: contract.actAnswer, run: (w, act, { params, body }) => extendHold(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/holds/:id/end', action: 'result.work', summary: 'End a hold before its time.', ...versioned,
    body: contract.workBody, answer: contract.actAnswer, run: (w, act, { params, body }) => endHoldNow(w, act, params.id, body.reason),
  }),
  read({
    path: 'POST /api/holds/search', action: 'hold.review', summary: 'Every hold of some days with its evidence.',
    body: care.holdSearchBody, answer: care.holdReview, run: (db, act, { body }) => reviewHolds(db, act, body),
    audit: (answer, { body }) => ({ event: 'hold.reviewed', detail: { hits: answer.rows.length, reason: body.reason } }),
  }),
  read({
    path: 'POST /api/holds/export', action: 'hold.review', summary: 'Every hold of some days with its evidence, as a file.',
    body: care.holdExportBody, answer: care.holdSheet, run: (db, act, { body }) => exportHolds(db, act, body),
    audit: (answer, { body }) => ({ event: 'hold.reviewed', detail: { hits: answer.rows, reason: body.reason } }),
  }),
  read({
    path: 'GET /api/patients/:id/shared-items', action: 'sharing.read', summary: 'Notes, diagnoses and medications with whether they are shared.',
    params: idParams, answer: care.sharedItems, run: (db, act, { params }) => listSharedItems(db, act, params.id),
    audit: (answer, { params }) => ({ event: 'sharing.read', patientId: params.id, detail: { count: answer.rows.length } }),
  }),
  command({
    path: 'POST /api/shared-items/:id/share', action: 'sharing.change', summary: 'Share a note or diagnosis again.', ...versioned,
    body: care.shareBody, answer: care.changedItem, run: (w, act, { params, body }) => changeSharing(w, act, params.id, true, body.reason),
  }),
  command({
    path: 'POST /api/shared-items/:id/unshare', action: 'sharing.change', summary: 'Withhold a note or diagnosis, with the reason.', ...versioned,
    body: care.shareBody, answer: care.changedItem, run: (w, act, { params, body }) => changeSharing(w, act, params.id, false, body.reason),
  }),
  read({
    path: 'GET /api/patients/:id/result-wishes', action: 'result.read', summary: 'What a patient asked for before results come.',
    params: idParams, answer: care.resultWishes, run: (db, act, { params }) => listWishes(db, act, params.id),
    audit: (_answer, { params }) => ({ event: 'result.read', patientId: params.id, detail: { part: 'wishes' } }),
  }),
  command({
    path: 'POST /api/patients/:id/result-wishes', action: 'result.wish', summary: 'The patient wants to be told first.', versioned: false, params: idParams,
    body: care.wishBody, answer: changed, run: (w, act, { params, body }) => recordWish(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/result-wishes/:id/end', action: 'result.wish', summary: 'The wish holds no longer.', ...versioned,
    body: care.endWishBody, answer: changed, run: (w, act, { params, body }) => endWish(w, act, params.id, body.reason),
  }),
  read({
    path: 'GET /api/missing-labs', action: 'missing-lab.read', summary: 'Laboratory work that has not come.',
    query: care.missingLabsQuery, answer: care.missingLabs, run: (db, act, { query }) => listMissingLabs(db, act, query),
    audit: (answer) => ({ event: 'missing-lab.listed', detail: { hits: answer.rows.length, ids: answer.rows.map((row) => row.id) } }),
  }),
  command({
    path: 'POST /api/missing-labs/:id/close', action: 'missing-lab.close', summary: 'What became of laboratory work that did not come.', ...versioned,
    body: care.closeLabBody, answer: changed, run: (w, act, { params, body }) => closeMissingLab(w, act, params.id, body),
  }),
  read({
    path: 'GET /api/test-kinds', action: 'test-kind.read', summary: 'What the practice says of tests, and tests that nobody can tell.',
    answer: kinds.testKindsAnswer, run: listTestKinds, audit: null,
  }),
  read({
    path: 'POST /api/test-kinds/look', action: 'test-kind.read', summary: 'What one test is taken for.',
    body: kinds.testLookBody, answer: kinds.testLookAnswer, run: (db, _act, { body }) => lookAtTest(db, body), audit: null,
  }),
  command({
    path: 'POST /api/test-kinds/say', action: 'test-kind.say', summary: 'Say what kind of result a test is, from now on.', versioned: false, objectOf: ({ body }) => objectOfTest(body),
    body: kinds.sayKindBody, answer: kinds.saidKind, run: (w, act, { body }) => sayTestKind(w, act, body),
  }),
  read({
    path: 'GET /api/lab-messages', action: 'lab-message.read', summary: 'Messages of laboratories, and why some were not taken.',
    query: care.labMessagesQuery, answer: care.labMessages, run: (db, act, { query }) => listLabMessages(db, act, query), audit: null,
  }),
]
