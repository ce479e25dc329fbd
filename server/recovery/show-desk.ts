import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { ageAt } from '#domain/birthdays.ts'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { displayName } from '#domain/names.ts'
import { refusalOf } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import { locatesAccount } from '#domain/recovery/facts.ts'
import { MOST_WRONG_FACTS, type Way } from '#domain/recovery/ladder.ts'
import { RESETS_A_DAY, RESETS_A_SHIFT, SENDS_A_DAY } from '#domain/recovery/limits.ts'
import type { CallOutcome, CaseSource, CaseState, FactKind } from '#domain/recovery/words.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { maskedContact, mrnTailOf, openChart } from '#server/patients/patients.ts'
import { approvalsOf } from '#server/recovery/approvals.ts'
import { findCase, isUnderWay, nameOf, type CaseRow } from '#server/recovery/case.ts'
import { portalShown } from '#server/recovery/hours.ts'
import { sceneOf, type Scene } from '#server/recovery/scene.ts'
import { showActs } from '#server/recovery/show-acts.ts'
import { showProof } from '#server/recovery/show-proof.ts'
import { signsOf } from '#server/recovery/signs.ts'

/** The whole call desk of a case: who, how their account stands, what would prove it, what may be done, and what to be wary of. */
export async function readDesk(db: Reader, act: Act, id: string): Promise<Outcome<CallDesk>> {
  const row = await findCase(db, id)
  if (!row) return refuse('NOT_FOUND')
  const opened = await openChart(db, act, row.patientId)
  if ('refused' in opened) return opened
  const scene = await sceneOf(db, row, opened.chart, { at: act.at, agentId: act.actor.id })
  return scene ? done(await deskOf(db, act, scene), row.version) : refuse('NOT_FOUND')
}

async function deskOf(db: Reader, act: Act, scene: Scene): Promise<CallDesk> {
  const { row, chart, portal, account, counts } = scene
  const facts = await factsOf(db, row.id)
  const located = locatesAccount(new Set(facts.filter((one) => one.fits).map((one) => one.kind)))
  const acts = await showActs(db, act, scene)
  return {
    id: row.id, version: row.version, state: row.state as CaseState, source: row.source as CaseSource, openedAt: isoOf(row.openedAt), attempts: row.attempts, lastAttemptAt: isoOf(row.lastAttemptAt),
    claimedBy: row.claimedBy === null ? null : await nameOf(db, row.claimedBy), isMine: row.claimedBy === act.actor.id,
    step: !isUnderWay(row) ? 'over' : acts.proven ? 'act' : located ? 'prove' : 'find', outcome: row.outcome as CallOutcome | null, endedAt: isoOrNull(row.endedAt),
    person: {
      patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate, age: ageAt(chart.birthDate, act.at, portal.policy.timeZone), mrnTail: await mrnTailOf(db, chart.id),
      language: chart.language, interpreterNeeded: chart.interpreterNeeded, deceased: chart.deceased, siteName: await siteName(db, chart.siteId),
    },
    account: {
      state: account.state, isLocked: account.isLocked, lockedAt: isoOrNull(account.lockedAt), lockedWhy: account.lockedWhy, wrongAnswers: account.wrongAnswers,
      signIn: account.signIn, provider: account.provider, lastSignInAt: isoOrNull(account.lastSignInAt),
    },
    resetsToday: { used: counts.resetsToday, limit: RESETS_A_DAY }, sendsToday: { used: counts.sendsToday, limit: SENDS_A_DAY }, agentResets: { used: counts.resetsByAgent, limit: RESETS_A_SHIFT },
    portal: portalShown(portal, act.at), call: callOf(row),
    facts: facts.map((one) => ({ kind: one.kind, fits: one.fits, at: isoOf(one.at) })), wrongFacts: scene.facts.wrongFacts, located,
    factsRefusal: scene.facts.wrongFacts >= MOST_WRONG_FACTS ? refusalOf('RECOVERY_WRONG_FACTS', act.language) : null,
    ways: scene.ladder.ways.map((way) => wayShown(way, scene, act.language)), proof: showProof(act, scene), acts: acts.rows,
    signs: await signsOf(db, act, scene), approvals: await approvalsOf(db, act, row), earlier: await earlierOf(db, row), desks: await desksOf(db, chart.siteId),
  }
}

function callOf(row: CaseRow): CallDesk['call'] {
  if (row.callStartedAt === null) return null
  return {
    startedAt: isoOf(row.callStartedAt), channel: row.channel === 'desk' ? 'desk' : 'call', relay: row.relay === 'tty' || row.relay === 'relay' || row.relay === 'interpreter' ? row.relay : 'none',
    language: row.language === 'es' ? 'es' : 'en', shownTail: row.shownTail, calls: row.calls, endedAt: isoOrNull(row.callEndedAt),
  }
}

function wayShown(way: Way, { contacts }: Scene, language: Language): CallDesk['ways'][number] {
  const contact = contacts.find((one) => one.id === way.contactId)
  const { message, next, rule, say } = refusalOf(way.code, language)
  return {
    kind: way.kind, contactId: way.contactId, masked: contact ? maskedContact(contact.kind, contact.value) : null, sinceAt: contact ? isoOf(contact.sinceAt) : null,
    standing: way.standing, sentence: message, next, say, rule, fromAt: isoOrNull(way.fromAt),
  }
}

/** What was asked on this case, each kind as it was last answered. */
async function factsOf(db: Reader, caseId: string): Promise<{ kind: FactKind; fits: boolean; at: number }[]> {
  const { recoveryFacts: f } = db.t
  const rows = await db.select().from(f).where(eq(f.caseId, caseId)).orderBy(asc(f.checkedAt), asc(f.id))
  const last = new Map(rows.map((row) => [row.kind as FactKind, { kind: row.kind as FactKind, fits: row.fits, at: row.checkedAt }]))
  return [...last.values()]
}

async function earlierOf(db: Reader, row: CaseRow): Promise<CallDesk['earlier']> {
  const { recoveryCases: c, staff: s } = db.t
  const rows = await db.select({ one: c, by: s.name }).from(c).leftJoin(s, eq(s.id, c.claimedBy))
    .where(and(eq(c.patientId, row.patientId), eq(c.portalId, row.portalId), ne(c.id, row.id))).orderBy(desc(c.openedAt), desc(c.id)).limit(10)
  return rows.map(({ one, by }) => ({
    id: one.id, state: one.state as CaseState, source: one.source as CaseSource, openedAt: isoOf(one.openedAt), endedAt: isoOrNull(one.endedAt), outcome: one.outcome as CallOutcome | null, claimedBy: by,
  }))
}

async function desksOf(db: Reader, siteId: string): Promise<CallDesk['desks']> {
  const { sites } = db.t
  const rows = await db.select({ siteId: sites.id, name: sites.name }).from(sites).orderBy(asc(sites.name)).limit(20)
  return rows.toSorted((a, b) => Number(b.siteId === siteId) - Number(a.siteId === siteId))
}

async function siteName(db: Reader, siteId: string): Promise<string> {
  const [site] = await db.select({ name: db.t.sites.name }).from(db.t.sites).where(eq(db.t.sites.id, siteId))
  return site?.name ?? ''
}
