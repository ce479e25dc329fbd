import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { legalDocuments, legalStatusKinds } from '#domain/access/bases.ts'
import type { LegalStatusFacts } from '#domain/access/facts.ts'
import { standingOf } from '#domain/access/grant-standing.ts'
import { canRecordStatus } from '#domain/access/grant-rules.ts'
import type { LegalStatusBody } from '#domain/contracts/proxy-commands.ts'
import { displayName } from '#domain/names.ts'
import { localDateOf } from '#domain/time.ts'
import { effectLine, type EffectLine } from '#domain/two-person-effects.ts'
import { accessOfOne, formerPersonsOf, statusFacts, type LegalStatusRow } from '#db/access-facts.ts'
import type { Reader, Writer } from '#db/store.ts'
import { record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn, isNearTo, mrnTailOf } from '#server/patients/patients.ts'
import { familyBefore } from '#server/proxy-access/family-before.ts'
import { majorityOf, rulesAt } from '#server/proxy-access/moment.ts'
import { askSecondPerson, twoPersonAct, type Asked } from '#server/two-person/two-person.ts'

const stored = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('record'), patientId: z.string(), kind: z.enum(legalStatusKinds), fromOn: z.string(), untilOn: z.string().nullable(), document: z.enum(legalDocuments),
    formerPersonIds: z.array(z.string()), formerLinkIds: z.array(z.string()), askedBy: z.string(), askedAt: z.number(),
  }),
  z.object({ what: z.literal('end'), patientId: z.string(), id: z.string() }),
])
type Stored = z.infer<typeof stored>

/** A legal status is recorded, or taken back as a mistake, when two agree (R33). What it does to access is computed from then on. */
export const legalStatusAct = twoPersonAct<Stored>({
  action: 'proxy.legal-status',
  input: stored,
  subjectOf: () => null,
  mayNotDecide: async (db, actor, { patientId }) => (await isNearTo(db, actor, patientId) ? 'OWN_OR_HOUSEHOLD_CHART' : null),
  against: async (db, input) => {
    if (input.what === 'end') return (await statusRow(db, input.id))?.endedAt === null ? null : 'ALREADY_DONE'
    const { legalStatuses } = await accessOfOne(db, input.patientId)
    const isHeld = legalStatuses.some((one) => one.kind === input.kind && one.endedAt === null && (one.untilOn === null || one.untilOn >= input.fromOn))
    return isHeld ? 'LEGAL_STATUS_HELD' : null
  },
  effectOf: async (db, input) => effectOf(db, input),
  carryOut: async (w, act, input) => {
    if (input.what === 'end') return endStatus(w, act, input.id)
    const { ended } = await closedBy(w, input)
    const id = act.app.random.id()
    const hidden = input.formerPersonIds.length + input.formerLinkIds.length
    await w.insert(w.t.legalStatuses).values({
      id, patientId: input.patientId, kind: input.kind, fromOn: input.fromOn, untilOn: input.untilOn, document: input.document,
      formerFamily: input.kind === 'adopted' ? JSON.stringify(await familyBefore(w, input)) : null,
      recordedBy: input.askedBy, approvedBy: act.actor.id, recordedAt: act.at,
    })
    await record(w, act, { event: 'legal-status.recorded', patientId: input.patientId, objectId: id, evidence: input.document, detail: { kind: input.kind, fromOn: input.fromOn, document: input.document, ended, hidden } })
    w.announce('patients', input.patientId)
  },
})

/** Asks a second person to record a legal status. */
export async function askForStatus(w: Writer, act: Act, patientId: string, body: LegalStatusBody): Promise<Outcome<Asked>> {
  const opened = await chartToActOn(w, act, patientId)
  if ('refused' in opened) return opened
  const access = await accessOfOne(w, patientId)
  const portal = access.portals[0]
  const zone = portal?.timeZone ?? act.app.config.practiceTimeZone
  const moment = { at: act.at, on: localDateOf(act.at, zone), zone }
  const { kind, fromOn, untilOn, document, formerPersonIds, formerLinkIds } = body
  const may = canRecordStatus({ birthDate: opened.chart.birthDate, majority: majorityOf(portal), held: access.legalStatuses.map(statusFacts), kind, fromOn, untilOn, document }, moment)
  if (!may.allowed) return refuseBy(may)
  const input: Stored = { what: 'record', patientId, kind, fromOn, untilOn, document, formerPersonIds, formerLinkIds, askedBy: act.actor.id, askedAt: act.at }
  return askSecondPerson(w, act, legalStatusAct, { objectId: patientId, input, reason: body.reason })
}

/** Asks a second person to take a status back that was recorded by mistake. */
export async function askToEndStatus(w: Writer, act: Act, id: string, reason: string): Promise<Outcome<Asked>> {
  const row = await statusRow(w, id)
  if (!row) return refuse('NOT_FOUND')
  const opened = await chartToActOn(w, act, row.patientId)
  if ('refused' in opened) return opened
  return askSecondPerson(w, act, legalStatusAct, { objectId: row.patientId, input: { what: 'end', patientId: row.patientId, id }, reason })
}

async function effectOf(db: Reader, input: Stored): Promise<EffectLine[]> {
  const { chart } = await accessOfOne(db, input.patientId)
  const name = chart.restricted ? '–' : displayName(chart)
  const mrn = await mrnTailOf(db, input.patientId)
  if (input.what === 'end') return [effectLine('legal-status.end', { name, mrn, codeStatus: (await statusRow(db, input.id))?.kind ?? '' })]
  const { ended } = await closedBy(db, input)
  const hidden = input.formerPersonIds.length + input.formerLinkIds.length
  return [
    effectLine('legal-status.record', { name, mrn, codeStatus: input.kind, from: input.fromOn }), effectLine('legal-status.effect', { ended: String(ended) }),
    ...(hidden > 0 ? [effectLine('legal-status.hidden', { hidden: String(hidden) })] : []),
  ]
}

/** How many accesses that are open would close by the status, were it in force when it was asked for. */
async function closedBy(db: Reader, input: Extract<Stored, { what: 'record' }>): Promise<{ ended: number }> {
  const access = await accessOfOne(db, input.patientId)
  const status: LegalStatusFacts = { kind: input.kind, fromOn: input.fromOn, untilOn: input.untilOn, endedAt: null, formerPersonIds: formerPersonsOf(await familyBefore(db, input)) }
  let ended = 0
  for (const portal of access.portals) {
    const facts = access.factsOf(portal.id)
    const rules = rulesAt(access.portals, portal.id, input.askedAt)
    if (!rules) continue
    const moment = { ...rules.moment, on: input.fromOn > rules.moment.on ? input.fromOn : rules.moment.on }
    const withIt = { ...facts, legalStatuses: [...facts.legalStatuses, status] }
    ended += facts.grants.filter((grant) => standingOf(grant, facts, rules.policy, moment).open && !standingOf(grant, withIt, rules.policy, moment).open).length
  }
  return { ended }
}

async function endStatus(w: Writer, act: Act, id: string): Promise<void> {
  const row = await statusRow(w, id)
  if (!row) return
  await w.update(w.t.legalStatuses).set({ endedAt: act.at, version: row.version + 1 }).where(eq(w.t.legalStatuses.id, id))
  await record(w, act, { event: 'legal-status.ended', patientId: row.patientId, objectId: id, detail: { kind: row.kind } })
  w.announce('patients', row.patientId)
}

async function statusRow(db: Reader, id: string): Promise<LegalStatusRow | null> {
  const [row] = await db.select().from(db.t.legalStatuses).where(eq(db.t.legalStatuses.id, id))
  return row ?? null
}
