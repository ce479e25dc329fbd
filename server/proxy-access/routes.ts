import {
  actsForAnswer, blocksAnswer, itemsAnswer, itemsQuery, matrixAnswer, matrixQuery, parentPageAnswer, parentPageQuery, personSearchAnswer, personSearchBody,
  preparedLines, proxiesAnswer, withReason,
} from '#domain/contracts/proxy-access.ts'
import {
  askedGrantAnswer, askGrantBody, askResumeBody, blockBody, blockedAnswer, createPersonBody, decideHeldBody, editPersonBody, endLegalStatusBody, grantBody,
  grantedAnswer, legalStatusBody, liftBlockBody, minorConsentBody, personAnswer, requestAnswer, resentAnswer, reviewBody, revokeBody, settlePreparedBody,
  stateAnswer, suppressBody, suspendBody, versionAnswer,
} from '#domain/contracts/proxy-commands.ts'
import { birthdaysAnswer, birthdaysQuery, documentReviewLines, letterAnswer, letterLines, waitingLines } from '#domain/contracts/proxy-worklists.ts'
import { contentRange } from '#server/http/list.ts'
import { command, idParams, read, type AnyRoute } from '#server/http/route.ts'
import { readActsFor, readPerson } from '#server/proxy-access/acts-for.ts'
import { askForAccess } from '#server/proxy-access/ask-for-access.ts'
import { auditOfList, auditOfRead, auditOfSearch } from '#server/proxy-access/audits.ts'
import { createPerson, editPerson } from '#server/proxy-access/create-person.ts'
import { decideHeld } from '#server/proxy-access/decide-held.ts'
import { findPersons } from '#server/proxy-access/find-persons.ts'
import { grantAccess } from '#server/proxy-access/grant-access.ts'
import { askForStatus, askToEndStatus } from '#server/proxy-access/legal-status.ts'
import { lettersQuery, listLetters, printLetter, readLetter } from '#server/proxy-access/letters.ts'
import { askToLift } from '#server/proxy-access/lift-block.ts'
import { listBirthdays } from '#server/proxy-access/list-birthdays.ts'
import { documentsQuery, listDocuments } from '#server/proxy-access/list-documents.ts'
import { listWaiting, waitingQuery } from '#server/proxy-access/list-waiting.ts'
import { giveConsent, withdrawConsent } from '#server/proxy-access/minor-consent.ts'
import { listPrepared, preparedQuery, settlePrepared } from '#server/proxy-access/prepared.ts'
import { readBlocks } from '#server/proxy-access/read-blocks.ts'
import { readItems } from '#server/proxy-access/read-items.ts'
import { readMatrix } from '#server/proxy-access/read-matrix.ts'
import { readParentPage } from '#server/proxy-access/read-parent-page.ts'
import { readProxies } from '#server/proxy-access/read-proxies.ts'
import { resendProxyInvitation } from '#server/proxy-access/resend-invitation.ts'
import { askToResume, reviewAccess } from '#server/proxy-access/review-access.ts'
import { revokeAccess, suspendAccess } from '#server/proxy-access/revoke-access.ts'
import { setBlock } from '#server/proxy-access/set-block.ts'
import { endSuppression, suppressChannel } from '#server/proxy-access/suppress-channel.ts'

/** Who sees what, and why: reads. */
const reads: AnyRoute[] = [
  read({
    path: 'GET /api/patients/:id/proxies', action: 'proxy.read', summary: 'Who has access to a record, until when, and on what basis.',
    params: idParams, query: withReason, answer: proxiesAnswer, run: (db, act, { params }) => readProxies(db, act, params.id),
    audit: (answer, { params, query }) => auditOfRead('proxies', params.id, answer.grants.length, query.reason),
  }),
  read({
    path: 'GET /api/patients/:id/access', action: 'proxy.read', summary: 'The matrix: who can see what of a record, and why, at one instant and a second one.',
    params: idParams, query: matrixQuery, answer: matrixAnswer, run: (db, act, { params, query }) => readMatrix(db, act, params.id, query),
    audit: (answer, { params, query }) => auditOfRead('matrix', params.id, answer.columns.length, query.reason),
  }),
  read({
    path: 'GET /api/patients/:id/access-items', action: 'proxy.read', summary: 'Single items as one viewer sees them, and why.',
    params: idParams, query: itemsQuery, answer: itemsAnswer, run: (db, act, { params, query }) => readItems(db, act, params.id, query),
    audit: (answer, { params, query }) => auditOfRead('items', params.id, answer.items.length, query.reason),
  }),
  read({
    path: 'GET /api/patients/:id/parent-page', action: 'proxy.read', summary: 'The page that one parent takes home: their own access and nobody else’s.',
    params: idParams, query: parentPageQuery, answer: parentPageAnswer, run: (db, act, { params, query }) => readParentPage(db, act, params.id, query),
    audit: (_answer, { params, query }) => auditOfRead('parent-page', params.id, 1, query.reason),
  }),
  read({
    path: 'GET /api/patients/:id/acts-for', action: 'proxy.read', summary: 'For whom a patient acts.',
    params: idParams, query: withReason, answer: actsForAnswer, run: (db, act, { params }) => readActsFor(db, act, params.id),
    audit: (answer, { params, query }) => auditOfRead('acts-for', params.id, answer.grants.length, query.reason),
  }),
  read({
    path: 'GET /api/proxy-persons/:id', action: 'proxy.read', summary: 'A proxy, and for whom they act.',
    params: idParams, query: withReason, answer: actsForAnswer, run: (db, act, { params }) => readPerson(db, act, params.id),
    audit: (answer) => auditOfList('acts-for', answer.grants.map((one) => one.patientId)),
  }),
  read({
    path: 'POST /api/proxy-persons/search', action: 'patient.search', summary: 'Finds who may be meant as a proxy, before anybody is created.',
    body: personSearchBody, answer: personSearchAnswer, run: (db, act, { body }) => findPersons(db, act, body), audit: auditOfSearch,
  }),
]

/** What waits for somebody. */
const worklists: AnyRoute[] = [
  read({
    path: 'GET /api/proxy-requests', action: 'proxy.worklist', summary: 'Access that waits for a second person, the privacy officer, the proxy or a review.',
    query: waitingQuery, answer: waitingLines, range: contentRange('proxy-requests'), run: (db, act, { query }) => listWaiting(db, act, query),
    audit: (lines) => auditOfList('waiting', lines.map((one) => one.patientId)),
  }),
  read({
    path: 'GET /api/proxy-documents', action: 'proxy.worklist', summary: 'Documents that end soon or have ended.',
    query: documentsQuery, answer: documentReviewLines, range: contentRange('proxy-documents'), run: (db, act, { query }) => listDocuments(db, act, query),
    audit: (lines) => auditOfList('documents', lines.map((one) => one.patientId)),
  }),
  read({
    path: 'GET /api/birthdays', action: 'proxy.worklist', summary: '12th and 18th birthdays that come, with what changes for every proxy.',
    query: birthdaysQuery, answer: birthdaysAnswer, run: (db, act, { query }) => listBirthdays(db, act, query),
    audit: (answer) => auditOfList('birthdays', answer.rows.map((one) => one.patientId)),
  }),
  read({
    path: 'GET /api/proxy-letters', action: 'letter.print', summary: 'Letters for people who cannot be mailed.',
    query: lettersQuery, answer: letterLines, range: contentRange('proxy-letters'), run: (db, act, { query }) => listLetters(db, act, query),
    audit: (lines) => auditOfList('letters', lines.map((one) => one.patientId)),
  }),
  read({
    path: 'GET /api/proxy-letters/:id', action: 'letter.print', summary: 'One letter, word by word.',
    params: idParams, answer: letterAnswer, run: (db, act, { params }) => readLetter(db, act, params.id), audit: (letter) => auditOfList('letter', [letter.patientId]),
  }),
  read({
    path: 'GET /api/prepared-invitations', action: 'proxy.worklist', summary: 'The adults’ own invitations that were made ready at 18.',
    query: preparedQuery, answer: preparedLines, range: contentRange('prepared-invitations'), run: (db, act, { query }) => listPrepared(db, act, query),
    audit: (lines) => auditOfList('prepared', lines.map((one) => one.patientId)),
  }),
]

/** Persons and grants. */
const grants: AnyRoute[] = [
  command({
    path: 'POST /api/proxy-persons', action: 'proxy.person', versioned: false, over: 'set', summary: 'A proxy who is new here; somebody who looks known stops it.',
    body: createPersonBody, answer: personAnswer, run: (w, act, { body }) => createPerson(w, act, body),
  }),
  command({
    path: 'POST /api/proxy-persons/:id/edit', action: 'proxy.person', versioned: true, summary: 'Changes what is known of a proxy.',
    params: idParams, body: editPersonBody, answer: personAnswer, run: (w, act, { params, body }) => editPerson(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/patients/:id/grant-access', action: 'proxy.grant', versioned: false, over: 'set', summary: 'Grants access; nothing opens before the proxy confirms.',
    params: idParams, body: grantBody, answer: grantedAnswer, run: (w, act, { params, body }) => grantAccess(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/patients/:id/ask-for-access', action: 'proxy.grant-disputed', versioned: false, over: 'set', summary: 'Asks a second person for access that one alone may not grant.',
    params: idParams, body: askGrantBody, answer: askedGrantAnswer, run: (w, act, { params, body }) => askForAccess(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/proxy-grants/:id/revoke', action: 'proxy.revoke', versioned: false, summary: 'Ends access, effective on the next request.',
    params: idParams, body: revokeBody, answer: stateAnswer, run: (w, act, { params, body }) => revokeAccess(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/proxy-grants/:id/suspend', action: 'proxy.revoke', versioned: false, summary: 'Closes access until somebody reviews it.',
    params: idParams, body: suspendBody, answer: stateAnswer, run: (w, act, { params, body }) => suspendAccess(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/proxy-grants/:id/review', action: 'proxy.review', versioned: true, over: 'set', summary: 'Lets access go on until a new end or review date.',
    params: idParams, body: reviewBody, answer: stateAnswer, run: (w, act, { params, body }) => reviewAccess(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/proxy-grants/:id/ask-to-resume', action: 'proxy.grant-disputed', versioned: false, over: 'set', summary: 'Asks a second person to let access go on.',
    params: idParams, body: askResumeBody, answer: requestAnswer, run: (w, act, { params, body }) => askToResume(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/proxy-grants/:id/resend', action: 'invitation.resend', versioned: false, summary: 'Sends the proxy a new page to confirm on.',
    params: idParams, body: withReason, answer: resentAnswer, run: (w, act, { params }) => resendProxyInvitation(w, act, params.id),
  }),
  command({
    path: 'POST /api/proxy-letters/:id/printed', action: 'letter.print', versioned: false, summary: 'Notes that a letter was printed.',
    params: idParams, answer: versionAnswer, run: (w, act, { params }) => printLetter(w, act, params.id),
  }),
  command({
    path: 'POST /api/prepared-invitations/:id/settle', action: 'proxy.review', versioned: true, summary: 'Notes what became of an invitation that was made ready.',
    params: idParams, body: settlePreparedBody, answer: versionAnswer, run: (w, act, { params, body }) => settlePrepared(w, act, params.id, body),
  }),
]

/** Legal standing, consent of the minor, blocks and closed ways. */
const standing: AnyRoute[] = [
  command({
    path: 'POST /api/patients/:id/legal-status', action: 'proxy.legal-status', versioned: false, over: 'set', summary: 'Asks a second person to record a legal status.',
    params: idParams, body: legalStatusBody, answer: requestAnswer, run: (w, act, { params, body }) => askForStatus(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/legal-statuses/:id/end', action: 'proxy.legal-status', versioned: false, over: 'set', summary: 'Asks a second person to take a legal status back.',
    params: idParams, body: endLegalStatusBody, answer: requestAnswer, run: (w, act, { params, body }) => askToEndStatus(w, act, params.id, body.reason),
  }),
  command({
    path: 'POST /api/patients/:id/minor-consent', action: 'proxy.minor-consent', versioned: false, summary: 'A minor lets one proxy see one confidential service line.',
    params: idParams, body: minorConsentBody, answer: versionAnswer, run: (w, act, { params, body }) => giveConsent(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/minor-consents/:id/withdraw', action: 'proxy.revoke', versioned: false, summary: 'The minor takes the consent back.',
    params: idParams, answer: versionAnswer, run: (w, act, { params }) => withdrawConsent(w, act, params.id),
  }),
  read({
    path: 'GET /api/patients/:id/blocks', action: 'block.read', summary: 'Blocks of a chart, with their reasons: for the privacy officer.',
    params: idParams, answer: blocksAnswer, run: (db, act, { params }) => readBlocks(db, act, params.id),
    audit: (answer, { params }) => ({ event: 'block.read', patientId: params.id, detail: { count: answer.blocks.length } }),
  }),
  command({
    path: 'POST /api/patients/:id/blocks', action: 'block.set', versioned: false, over: 'set', summary: 'Blocks a named person from a record, at once.',
    params: idParams, body: blockBody, answer: blockedAnswer, run: (w, act, { params, body }) => setBlock(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/blocks/:id/lift', action: 'block.lift', versioned: false, over: 'set', summary: 'Asks a second person to lift a block.',
    params: idParams, body: liftBlockBody, answer: requestAnswer, run: (w, act, { params, body }) => askToLift(w, act, params.id, body.reason),
  }),
  command({
    path: 'POST /api/proxy-grants/:id/decide-held', action: 'block.decide', versioned: true, over: 'set', summary: 'The privacy officer decides a request that a block holds.',
    params: idParams, body: decideHeldBody, answer: stateAnswer, run: (w, act, { params, body }) => decideHeld(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/patients/:id/suppress-channel', action: 'contact.suppress', versioned: false, summary: 'Closes a way by which a patient must not be reached.',
    params: idParams, body: suppressBody, answer: versionAnswer, run: (w, act, { params, body }) => suppressChannel(w, act, params.id, body),
  }),
  command({
    path: 'POST /api/suppressed-channels/:id/end', action: 'contact.suppress', versioned: true, summary: 'Opens a closed way again.',
    params: idParams, body: withReason, answer: versionAnswer, run: (w, act, { params, body }) => endSuppression(w, act, params.id, body.reason ?? ''),
  }),
]

/** Proxy access: reads, worklists, grants, legal standing and blocks. */
export const proxyAccessRoutes: AnyRoute[] = [...reads, ...worklists, ...grants, ...standing]
