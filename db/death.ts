import { and, eq, isNull } from 'drizzle-orm'
import { accountAfterDeath } from '#domain/patient-acts.ts'
import type { Instant } from '#domain/time.ts'
import { queueAccountCommand } from '#db/account-commands.ts'
import { endEnrollmentsOf } from '#db/enrollment-ends.ts'
import type { NewId } from '#db/new-id.ts'
import type { Writer } from '#db/store.ts'

type Known = { newId: NewId; evidence: string; by: string; at: Instant }

/**
 * What a death ends, whoever told of it (R13): sign-in to portals is suspended and the portals are told, enrollments, invitations and codes end. How
 * accounts stood is kept, so that a mistake can be undone; a death that is known already is not written down again.
 */
export async function endForDeath(w: Writer, patientId: string, { newId, evidence, by, at }: Known): Promise<{ suspended: number; ended: number }> {
  const { portalAccounts: a, deathRecords: d } = w.t
  const accounts = await w.select().from(a).where(eq(a.patientId, patientId))
  const touched = accounts.flatMap((account) => {
    const state = accountAfterDeath(account.state)
    return state === null ? [] : [{ account, state }]
  })
  for (const { account, state } of touched) {
    await w.update(a).set({ state, sinceAt: at, version: account.version + 1 }).where(eq(a.id, account.id))
    if (state === 'suspended') await queueAccountCommand(w, { id: newId('account suspended', account.id, String(at)), kind: 'account.suspended', accountId: account.id, portalId: account.portalId, at })
  }
  const [known] = await w.select({ id: d.id }).from(d).where(and(eq(d.patientId, patientId), isNull(d.undoneAt)))
  if (!known) {
    await w.insert(d).values({
      id: newId('death', patientId, String(at)), patientId, evidence, recordedBy: by, recordedAt: at, accounts: JSON.stringify(touched.map(({ account }) => ({ id: account.id, state: account.state }))),
    })
  }
  await endEnrollmentsOf(w, patientId, { at, by, reason: 'PATIENT_DECEASED' })
  w.announce('patients', patientId)
  const count = (state: string): number => touched.filter((one) => one.state === state).length
  return { suspended: count('suspended'), ended: count('ended') }
}
