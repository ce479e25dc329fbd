import type { NoticePreview, PatientResults, PreviewAnswer, previewBody, TimelineAnswer } from '#domain/contracts/results.ts'
import type { z } from 'zod'
import type { ResultFacts } from '#domain/release/facts.ts'
import type { Recipient } from '#domain/release/recipient.ts'
import { DAY, isoOf, isoOrNull } from '#domain/time.ts'
import { desc, eq } from 'drizzle-orm'
import { accessOfOne, type RecordAccess } from '#db/access-facts.ts'
import { portalRules } from '#db/portal-rules.ts'
import { tiesOf } from '#db/relations.ts'
import { resultsById } from '#db/result-facts.ts'
import { answerAt, timelineOf } from '#domain/release/timeline.ts'
import { standingOf } from '#domain/release/who-may.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { ownAddressOf } from '#server/proxy-access/proxy-access.ts'
import { openChart } from '#server/patients/patients.ts'
import { previewMail } from '#server/outbox/preview-mail.ts'
import { readersOf } from '#server/results/readers.ts'
import { resultToRead } from '#server/results/result-to-act-on.ts'
import { showRows } from '#server/results/show-row.ts'
import { showState } from '#server/results/show-state.ts'
import { itemOfResult, previewOf } from '#server/results/viewers.ts'

/** Who sees a result now, who would if it were released now, and who would with a hold; and the exact notice. By the connector's own function. */
export async function previewResult(db: Reader, act: Act, id: string, { hold, act: kind }: z.infer<typeof previewBody>): Promise<Outcome<PreviewAnswer>> {
  const scene = await resultToRead(db, act, id)
  if ('refused' in scene) return scene
  const { known, portal, standing } = scene
  const access = await accessOfOne(db, known.row.patientId)
  const item = await itemOfResult(db, id)
  const show = (facts: ResultFacts) => previewOf(access, known.row.portalId, item, facts, act.at, act.language)
  // A release ends what holds it; having seen or verified it does not.
  const released: ResultFacts = {
    ...known.facts, holds: kind === 'order' ? [] : known.facts.holds, acts: [...known.facts.acts, { kind, at: act.at, asOrdering: standing.asOrdering }],
  }
  const held = hold === null ? null : show({
    ...known.facts,
    holds: [...known.facts.holds, ...[hold, ...hold.others].map(({ recipient, personId }) => ({
      id: 'planned', from: recipient, personId: recipient === 'patient' ? null : personId, ground: 'data-doubtful' as const, startAt: act.at, endAt: act.at + DAY, endedAt: null,
    }))],
  })
  const after = show(released)
  return done({ now: show(known.facts), released: after, held, notices: await noticesFor(db, act, access, portal, after.filter((one) => one.visible).map((one) => one.viewer)) })
}

async function noticesFor(db: Reader, act: Act, access: RecordAccess, portal: { id: string; name: string }, viewers: readonly string[]): Promise<NoticePreview[]> {
  const notices: NoticePreview[] = []
  for (const viewer of viewers) {
    const isPatient = viewer === 'patient'
    const address = isPatient ? await ownAddressOf(db, access.chart.id) : undefined
    const mail = address === null ? null : await previewMail(db, {
      person: isPatient ? { kind: 'patient', id: access.chart.id } : { kind: 'proxy', id: viewer }, purpose: 'portal-notice', portalId: portal.id,
      template: 'portal-update', refs: { portalName: portal.name },
      ...(address === undefined ? {} : { address }),
    }, act.at)
    notices.push(mail ? { viewer, channel: mail.allowed ? 'email' : 'none', language: mail.language, subject: mail.subject, body: mail.body, why: mail.why }
      : { viewer, channel: 'none', language: 'en', subject: '', body: '', why: 'CONTACT_ADDRESS_MISSING' })
  }
  return notices
}

/** Results of one patient, newest first, with what is so for the patient: for a clinician with a tie. */
export async function listPatientResults(db: Reader, act: Act, patientId: string): Promise<Outcome<PatientResults>> {
  const opened = await openChart(db, act, patientId)
  if ('refused' in opened) return opened
  const near = standingOf({ id: act.actor.id, clinicianKind: 'prescriber' }, await tiesOf(db, patientId, act.at), null, act.at)
  if (!near.may.allowed) return refuse(near.may.code)
  const { results: r } = db.t
  const rows = await db.select().from(r).where(eq(r.patientId, patientId)).orderBy(desc(r.arrivedAt), desc(r.id)).limit(MOST + 1)
  const page = rows.slice(0, MOST)
  const known = await resultsById(db, page.map((row) => row.id))
  const portals = await portalRules(db)
  const shown = await showRows(db, page.map((row) => ({ row, patient: opened.chart })), act.at, () => null)
  return done({
    more: rows.length > MOST,
    rows: shown.map((one, place) => {
      const portal = portals.find((candidate) => candidate.id === one.portalId)
      const facts = known.get(one.id)?.facts
      const answer = facts ? answerAt(portal?.versions.map(({ policy }) => policy) ?? [], facts, { kind: 'patient' }, act.at) : null
      return { ...one, shownAt: isoOrNull(page[place]?.shownAt ?? null), forPatient: showState(answer, { name: portal?.name ?? one.portalId }, act.language) }
    }),
  })
}

const MOST = 200
/** How far ahead planned ends are told. */
const AHEAD = 366 * DAY

/** What became visible when and by which rule, ends to come included; and who opened it. */
export async function readTimeline(db: Reader, act: Act, id: string): Promise<Outcome<TimelineAnswer>> {
  const scene = await resultToRead(db, act, id)
  if ('refused' in scene) return scene
  const { known, portal, versions } = scene
  const both: readonly Recipient[] = [{ kind: 'patient' }, { kind: 'representative', personId: null }]
  const steps = both.flatMap((recipient) => timelineOf(versions, known.facts, recipient, act.at + AHEAD)
    .map((step) => ({ at: isoOf(step.at), recipient: recipient.kind, state: showState(step.answer, portal, act.language) })))
  const reads = (await readersOf(db, id)).map(({ firstAt, lastAt, ...one }) => ({ ...one, firstAt: isoOf(firstAt), lastAt: isoOf(lastAt) }))
  return done({ steps: steps.toSorted((a, b) => (a.at < b.at ? -1 : 1)), reads })
}
