import { and, eq, isNull } from 'drizzle-orm'
import type { PatientOverview, PortalStanding } from '#domain/contracts/patients.ts'
import { canStartEnrollment } from '#domain/enrollment/draft-policy.ts'
import { standingOf } from '#domain/patients/portal-standing.ts'
import { policyAt, serviceStateAt } from '#domain/portals/as-of.ts'
import { isoOf, isoOrNull } from '#domain/time.ts'
import { findPortals } from '#db/portals.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import type { PatientRecord } from '#server/patients/patients.ts'

/** The patient's standing in every portal that serves their state now, and in every other where they have an account. */
export async function portalsOf(
  db: Reader, act: Act, chart: PatientRecord, { age, jurisdiction }: { age: number; jurisdiction: string | null },
): Promise<PatientOverview['portals']> {
  const accounts = await db.select().from(db.t.portalAccounts).where(eq(db.t.portalAccounts.patientId, chart.id))
  const { accountLocks: l } = db.t
  const locks = await db.select({ portalId: l.portalId, kind: l.kind }).from(l).where(and(eq(l.patientId, chart.id), isNull(l.endedAt)))
  const portals = await findPortals(db)
  return portals.flatMap((portal) => {
    const account = accounts.find((one) => one.portalId === portal.id)
    const answer = policyAt(portal.versions.map((version) => version.policy), act.at)
    const policy = answer.inForce ? answer.policy : null
    const serviceState = policy ? serviceStateAt(policy, act.at) : 'not-open'
    const serves = policy !== null && serviceState !== 'retired' && policy.jurisdictions.includes(`US-${jurisdiction ?? ''}`)
    if (!account && !serves) return []
    const state = (account?.state ?? 'none') as PortalStanding
    const mayStart = canStartEnrollment({
      deceased: chart.deceased, age, portalServes: serves, portalTakesAccounts: serviceState === 'open' || serviceState === 'no-messages',
      ownAccountFromAge: policy?.enrollment.ownAccountFromAge ?? 0, account: account?.state ?? null,
    })
    const own = locks.filter((one) => one.portalId === portal.id)
    const lock = own.some((one) => one.kind === 'not-me' || one.kind === 'incident') ? 'warning' as const : own.length > 0 ? 'portal' as const : null
    const standing = standingOf({ state, serviceState, deceased: chart.deceased, lock, mayStart })
    return [{
      portalId: portal.id, portalName: portal.name, serviceState, state,
      sinceAt: account ? isoOf(account.sinceAt) : null, lastSignInAt: isoOrNull(account?.lastSignInAt ?? null),
      sentence: standing[act.language], rule: standing.rule,
    }]
  })
}
