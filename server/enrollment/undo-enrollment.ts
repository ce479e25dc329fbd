import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { undoEnrollmentBody, UndoneEnrollment } from '#domain/contracts/enrollment-care.ts'
import { viewCategories } from '#domain/enrollment/words.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import { queueAccountCommand } from '#db/account-commands.ts'
import { endEnrollmentsOf } from '#db/enrollment-ends.ts'
import type { Reader, Writer } from '#db/store.ts'
import { lookAlikesNamed } from '#server/enrollment/person-short.ts'
import { doingOf } from '#server/enrollment/draft-scene.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { openIncident } from '#server/incidents/incidents.ts'
import { chartToActOn } from '#server/patients/patients.ts'

type Asked = { body: z.infer<typeof undoEnrollmentBody> }

/**
 * Takes a wrong enrollment back in one act: links and codes, invitation, draft, account with its sign-in and sessions. Says
 * what had been seen as far as the portal reported it, opens an incident, and says where the right one can be started.
 */
export async function undoEnrollment(w: Writer, act: Act, { body }: Asked): Promise<Outcome<UndoneEnrollment>> {
  const opened = await chartToActOn(w, act, body.patientId)
  if ('refused' in opened) return opened
  const { chart } = opened
  const { portalAccounts: a, enrollmentDrafts: d } = w.t
  const { patientId, portalId } = body
  const [account] = await w.select().from(a).where(and(eq(a.patientId, patientId), eq(a.portalId, portalId)))
  const hadAccount = account?.state === 'active' || account?.state === 'suspended'
  const seen = await seenOf(w, patientId, portalId)
  const ends = await endEnrollmentsOf(w, patientId, { at: act.at, by: act.actor.id, reason: 'WRONG_ENROLLMENT', portalId })
  if (!hadAccount && ends.invitationIds.length === 0 && ends.drafts === 0) return refuse('NOTHING_TO_UNDO')
  const sessions = hadAccount && account ? await endAccount(w, act, account) : 0
  await w.update(d).set({ state: 'undone' }).where(and(eq(d.patientId, patientId), eq(d.portalId, portalId), eq(d.state, 'active')))
  const [site] = await w.select().from(w.t.sites).where(eq(w.t.sites.id, chart.siteId))
  const incidentId = await openIncident(w, doingOf(act), {
    kind: 'wrong-enrollment', patientId, objectId: account?.id ?? ends.invitationIds[0] ?? patientId, reason: body.reason ?? '',
    facts: {
      cause: body.cause, portalId, siteName: site?.name ?? '', codesEnded: ends.codes, invitationsEnded: ends.invitationIds.length, accountEnded: hadAccount ? 1 : 0,
      sessionsEnded: sessions, signIns: seen.signIns, lastSignInAt: seen.lastAt, categoriesSeen: seen.categories.map((one) => one.category).join(', '),
      rightPatientId: body.rightPatientId,
    },
  })
  await record(w, act, {
    event: 'enrollment.undone', patientId, objectId: account?.id ?? null, detail: {
      portalId, cause: body.cause, codes: ends.codes, invitation: ends.invitationIds.length > 0, account: hadAccount, sessions, incidentId, reason: body.reason ?? '',
    },
  })
  w.announce('patients', patientId)
  return done({
    incidentId,
    ended: { codes: ends.codes, invitation: ends.invitationIds.length > 0, account: hadAccount, sessions, draft: ends.drafts > 0 },
    seen, right: { patientId: await rightOne(w, act, body.rightPatientId), lookAlikes: await lookAlikesNamed(w, act, patientId) },
  })
}

/** The account ends, its sign-in stops working, every session that the portal reported is over for us, and the portal is told to close them. */
async function endAccount(w: Writer, { app, at }: Act, account: { id: string; patientId: string; portalId: string; version: number }): Promise<number> {
  const { portalAccounts: a, patientCredentials: c, portalUses: u } = w.t
  await w.update(a).set({ state: 'ended', sinceAt: at, version: account.version + 1 }).where(eq(a.id, account.id))
  await queueAccountCommand(w, { id: app.random.id(), kind: 'account.ended', accountId: account.id, portalId: account.portalId, at })
  await w.update(c).set({ endedAt: at }).where(and(eq(c.accountId, account.id), isNull(c.endedAt)))
  const ended = await w.update(u).set({ endedAt: at })
    .where(and(eq(u.patientId, account.patientId), eq(u.portalId, account.portalId), eq(u.kind, 'sign-in'), isNull(u.endedAt))).returning({ id: u.id })
  return ended.length
}

async function seenOf(db: Reader, patientId: string, portalId: string): Promise<UndoneEnrollment['seen']> {
  const { portalUses: u } = db.t
  const rows = await db.select({ kind: u.kind, category: u.category, at: u.at }).from(u).where(and(eq(u.patientId, patientId), eq(u.portalId, portalId)))
  const signIns = rows.filter((row) => row.kind === 'sign-in')
  const views = Map.groupBy(rows.filter((row) => row.kind === 'view'), (row) => row.category ?? 'other')
  return {
    reported: rows.length > 0, signIns: signIns.length, lastAt: isoOrNull(signIns.length === 0 ? null : Math.max(...signIns.map((row) => row.at))),
    categories: viewCategories.flatMap((category) => {
      const seen = views.get(category)
      return seen ? [{ category, times: seen.length, lastAt: isoOf(Math.max(...seen.map((row) => row.at))) }] : []
    }),
  }
}

/** Whoever should have been enrolled, if the person may know of them. */
async function rightOne(db: Reader, act: Act, id: string | null): Promise<string | null> {
  if (id === null) return null
  const opened = await chartToActOn(db, act, id)
  return 'refused' in opened ? null : opened.chart.id
}
