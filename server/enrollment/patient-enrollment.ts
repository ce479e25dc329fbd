import { desc, eq, inArray } from 'drizzle-orm'
import type { PatientEnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { canStartEnrollment } from '#domain/enrollment/draft-policy.ts'
import type { DraftState } from '#domain/enrollment/words.ts'
import { refusalOf } from '#domain/reasons.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { ownContacts, portalsNow, servesState, type PortalNow } from '#server/contacts/contacts.ts'
import { personOf } from '#server/enrollment/person-short.ts'
import { preflightOf } from '#server/enrollment/preflight-of.ts'
import { openDraft } from '#server/enrollment/start-enrollment.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { invitationOut, startFacts } from '#server/invitations/invitations.ts'
import { openChart, type PatientRecord } from '#server/patients/patients.ts'

const MOST_HISTORY = 50

/** What can be started for a person, portal by portal, with the pre-flight said before it is asked for; and what there was. */
export async function readPatientEnrollment(db: Reader, act: Act, { params }: { params: { id: string } }): Promise<Outcome<PatientEnrollmentAnswer>> {
  const opened = await openChart(db, act, params.id)
  if ('refused' in opened) return opened
  const { chart } = opened
  const { sites, portalAccounts: a } = db.t
  const [site] = await db.select().from(sites).where(eq(sites.id, chart.siteId))
  const accounts = await db.select({ portalId: a.portalId, state: a.state }).from(a).where(eq(a.patientId, chart.id))
  const portals = (await portalsNow(db, act.at)).filter((portal) => servesState(portal, site?.jurisdiction ?? null) && portal.takesAccounts)
  return done({
    patient: await personOf(db, act, chart, site?.timeZone ?? act.app.config.practiceTimeZone),
    portals: await Promise.all(portals.map((portal) => portalLine(db, act, chart, portal, accounts.find((one) => one.portalId === portal.id)?.state ?? null))),
    history: await historyOf(db, chart.id),
  })
}

async function portalLine(db: Reader, act: Act, chart: PatientRecord, portal: PortalNow, account: string | null): Promise<PatientEnrollmentAnswer['portals'][number]> {
  const decision = canStartEnrollment(await startFacts(db, act, chart, portal))
  const draft = await openDraft(db, chart.id, portal.id)
  const out = await invitationOut(db, chart.id, portal.id)
  const contacts = await ownContacts(db, { patient: chart, portal, at: act.at })
  return {
    portal: { id: portal.id, name: portal.name, timeZone: portal.policy.timeZone, languages: portal.policy.languages.interface },
    refusal: decision.allowed ? null : refusalOf(decision.code, act.language, decision.facts),
    preflight: await preflightOf(db, act, { chart, portal, contacts, draft }),
    openEnrollmentId: draft?.id ?? null, invitationId: out?.id ?? null,
    canUndo: draft !== null || out !== null || account === 'active',
  }
}

async function historyOf(db: Reader, patientId: string): Promise<PatientEnrollmentAnswer['history']> {
  const { enrollmentDrafts: d, staff, portals } = db.t
  const rows = await db.select({ draft: d, portalName: portals.name }).from(d).innerJoin(portals, eq(portals.id, d.portalId))
    .where(eq(d.patientId, patientId)).orderBy(desc(d.startedAt), desc(d.id)).limit(MOST_HISTORY)
  const ids = [...new Set(rows.map(({ draft }) => draft.startedBy))]
  const names = ids.length === 0 ? [] : await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))
  return rows.map(({ draft, portalName }) => ({
    id: draft.id, portalName, state: draft.state as DraftState, startedAt: isoOf(draft.startedAt),
    startedBy: names.find((one) => one.id === draft.startedBy)?.name ?? '', endedAt: isoOrNull(draft.endedAt), reason: draft.outcomeReason,
  }))
}
