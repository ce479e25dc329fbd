import { asc, desc, eq, inArray, max, sql } from 'drizzle-orm'
import type { changedItem, SharedItem, SharedItems } from '#domain/contracts/result-care.ts'
import { allow, deny, type Decision } from '#domain/decision.ts'
import { policyAt } from '#domain/portals/as-of.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import { refusalOf } from '#domain/reasons.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { z } from 'zod'
import { standingOf } from '#domain/release/who-may.ts'
import { homesOf } from '#db/home-portals.ts'
import { portalRules } from '#db/portal-rules.ts'
import { tiesOf } from '#db/relations.ts'
import type { RowOf } from '#db/rows.ts'
import type { Reader, Writer } from '#db/store.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn, openChart } from '#server/patients/patients.ts'
import { staffNames } from '#server/results/staff-names.ts'

const MOST = 200
type ItemRow = RowOf<'sharedItems'>

/** Notes, diagnoses and medications of one patient with whether they are shared, and why not (R67). */
export async function listSharedItems(db: Reader, act: Act, patientId: string): Promise<Outcome<SharedItems>> {
  const opened = await openChart(db, act, patientId)
  if ('refused' in opened) return opened
  const near = await nearTo(db, act, patientId)
  if (!near.allowed) return refuseBy(near)
  const { sharedItems: s, sharingActs: a, practitioners: p } = db.t
  const rows = await db.select({ item: s, author: p.name, authorStaffId: p.staffId }).from(s).leftJoin(p, eq(p.id, s.practitionerId))
    .where(eq(s.patientId, patientId)).orderBy(desc(s.authoredAt), desc(s.id)).limit(MOST + 1)
  const page = rows.slice(0, MOST).filter((row) => !row.item.withdrawn)
  const ids = page.map((row) => row.item.id)
  const acts = Map.groupBy(ids.length === 0 ? [] : await db.select().from(a).where(inArray(a.itemId, ids)).orderBy(asc(a.place)), (one) => one.itemId)
  const names = await staffNames(db, [...acts.values()].flat().map((one) => one.by))
  const policy = await policyFor(db, act, patientId)
  const authority = await authorityOf(db, act, patientId)
  return done({
    more: rows.length > MOST,
    rows: page.map(({ item, author, authorStaffId }): SharedItem => {
      const may = canUnshare(policy, item, authorStaffId, authority)
      const refusal = may.allowed ? null : refusalOf(may.code, act.language)
      return {
        id: item.id, version: item.version, kind: item.kind as SharedItem['kind'], name: item.name, authorName: author, authoredAt: isoOrNull(item.authoredAt), shared: item.shared,
        onPortal: isOnPortal(policy, item),
        history: (acts.get(item.id) ?? []).map((one) => ({ shared: one.shared, at: isoOf(one.at), byName: names(one.by), reason: one.reason })),
        may: { allowed: may.allowed, message: refusal?.message ?? null, next: refusal?.next ?? null, rule: refusal?.rule ?? null },
      }
    }),
  })
}

/** Shares an item again, or withholds it, with the reason. A medication is never withheld (R67). */
export async function changeSharing(w: Writer, act: Act, id: string, shared: boolean, reason: string): Promise<Outcome<z.infer<typeof changedItem>>> {
  const { sharedItems: s, sharingActs: a, practitioners: p } = w.t
  await w.update(s).set({ version: sql`${s.version}` }).where(eq(s.id, id))
  const [found] = await w.select({ item: s, authorStaffId: p.staffId }).from(s).leftJoin(p, eq(p.id, s.practitionerId)).where(eq(s.id, id))
  if (!found) return refuse('NOT_FOUND')
  const { item, authorStaffId } = found
  const opened = await chartToActOn(w, act, item.patientId)
  if ('refused' in opened) return opened
  const near = await nearTo(w, act, item.patientId)
  if (!near.allowed) return refuseBy(near)
  if (item.version !== act.version) return refuse('VERSION_STALE', { current: { version: item.version, shared: item.shared } })
  const may = canUnshare(await policyFor(w, act, item.patientId), item, authorStaffId, await authorityOf(w, act, item.patientId))
  if (!may.allowed) return refuseBy(may)
  if (item.shared === shared) return refuse('ALREADY_DONE')
  const [last] = await w.select({ place: max(a.place) }).from(a).where(eq(a.itemId, id))
  await w.update(s).set({ shared, version: item.version + 1 }).where(eq(s.id, id))
  await w.insert(a).values({ id: act.app.random.id(), itemId: id, shared, reason, by: act.actor.id, at: act.at, place: (last?.place ?? 0) + 1 })
  await record(w, act, { event: 'sharing.changed', patientId: item.patientId, objectId: id, detail: { kind: item.kind, shared, reason } })
  w.announce('shared-items', id)
  return done({ id, version: item.version + 1, shared }, item.version + 1)
}

type Authority = { prescriberNear: boolean; staffIds: ReadonlySet<string> }

/** A note is its author's matter, or of who covers them; a diagnosis any tied prescriber's. */
function canUnshare(policy: PortalPolicy | null, item: ItemRow, authorStaffId: string | null, { prescriberNear, staffIds }: Authority): Decision {
  if (item.kind === 'medication' && policy?.sharing.medicationsMayBeHidden !== true) return deny('MEDICATION_NEVER_HIDDEN')
  if (!isOnPortal(policy, item)) return deny('NOT_SHARED_ON_PORTAL')
  const isAuthors = authorStaffId === null ? prescriberNear : staffIds.has(authorStaffId)
  return (item.kind === 'note' ? isAuthors : prescriberNear) ? allow : deny('AUTHOR_ONLY')
}

function isOnPortal(policy: PortalPolicy | null, item: Pick<ItemRow, 'kind'>): boolean {
  if (item.kind === 'note') return policy?.sharing.progressNotes === 'unless-author-withholds'
  return item.kind === 'diagnosis' ? policy?.sharing.diagnoses === 'unless-unshared-by-hand' : true
}

async function nearTo(db: Reader, act: Act, patientId: string): Promise<Decision> {
  return standingOf({ id: act.actor.id, clinicianKind: 'prescriber' }, await tiesOf(db, patientId, act.at), null, act.at).may
}

async function authorityOf(db: Reader, act: Act, patientId: string): Promise<Authority> {
  const ties = await tiesOf(db, patientId, act.at)
  const covered = ties.covers.filter((one) => one.coveringId === act.actor.id && one.fromAt <= act.at && act.at < Math.min(one.untilAt, one.endedAt ?? Infinity)).map((one) => one.absentId)
  return { prescriberNear: standingOf(act.actor, ties, null, act.at).may.allowed, staffIds: new Set([act.actor.id, ...covered]) }
}

async function policyFor(db: Reader, act: Act, patientId: string): Promise<PortalPolicy | null> {
  const home = (await homesOf(db, [patientId], act.at)).get(patientId)
  const found = policyAt((await portalRules(db)).find((one) => one.id === home?.portalId)?.versions.map(({ policy }) => policy) ?? [], act.at)
  return found.inForce ? found.policy : null
}
