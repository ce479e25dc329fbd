import { expect } from 'vitest'
import { aliveSecrets, linksTo, passwordOf, patientWithAccount } from '#test/server/recovery/calls.ts'
import { open, proofFor } from '#test/server/patients/people.ts'
import type { Desk, TestPractice } from '#test/support/desk.ts'

export type Victim = Awaited<ReturnType<typeof patientWithAccount>>

/** Puts another address on file at the desk, with the patient's document as evidence. */
export async function changeEmail(practice: TestPractice, desk: Desk, patientId: string, value: string, old: string | null = null): Promise<number> {
  const { version, contacts } = await open(desk, patientId)
  const contactId = old === null ? null : contacts.find((one) => one.kind === 'email')?.id ?? null
  const stepUp = await proofFor(practice, desk, 'contact.change', patientId)
  const body = { contactId, kind: 'email', value, use: null, patientIsPresent: true, evidence: 'photo-id', reason: 'asked at the desk' }
  return (await desk.post(`/api/patients/${patientId}/change-contact`, body, { version, stepUp })).status
}

/** Nothing that opens the account came of it: no live link, no link in any mailbox but the patient's own, the password as it was. */
export async function unharmed(practice: TestPractice, victim: Victim, before: string, strangers: readonly string[] = []): Promise<void> {
  expect(await aliveSecrets(practice, victim.id)).toBe(0)
  for (const address of strangers) expect(await linksTo(practice, address, 'reset')).toEqual([])
  expect(await passwordOf(practice, victim.id)).toBe(before)
}

/** Somebody with old contacts and an account, and the password as it is kept now. */
export async function victimOf(practice: TestPractice, more: Parameters<typeof patientWithAccount>[1] = {}): Promise<{ victim: Victim; before: string }> {
  const victim = await patientWithAccount(practice, more)
  return { victim, before: await passwordOf(practice, victim.id) }
}
