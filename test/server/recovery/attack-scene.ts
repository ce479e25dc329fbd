import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { aliveSecrets, linksTo, passwordOf, patientWithAccount } from '#test/server/recovery/calls.ts'
import { open, proofFor } from '#test/server/patients/people.ts'
import { openPractice, type Desk, type TestPractice } from '#test/support/desk.ts'

export type Victim = Awaited<ReturnType<typeof patientWithAccount>>
export type Scene = {
  practice: TestPractice
  frontDesk: Desk
  /** One of the helpline agents, from 0. */
  agent: (at?: number) => Desk
  /** Others sit down, or the same once more: sessions end as days go by. */
  sitDown: (names: readonly string[]) => Promise<void>
}

const AGENTS = ['helpline1', 'helpline2', 'helpline3', 'helpline4']

/** Opens a practice for a file's stories, and says at the end how many of them, those with a number, were replayed without success. */
export function sceneOfAttacks(take: (scene: Scene) => void): void {
  let practice: TestPractice
  let told = 0
  beforeAll(async () => {
    practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
    let agents: Desk[] = []
    const sitDown = async (names: readonly string[]) => { agents = await Promise.all(names.map((name) => practice.as(name))) }
    await sitDown(AGENTS)
    const agent = (at = 0): Desk => {
      const desk = agents[at]
      if (!desk) throw new Error('no such agent')
      return desk
    }
    take({ practice, agent, sitDown, frontDesk: await practice.as('frontdesk1') })
  })
  afterEach(({ task }) => { if (/^\d/.test(task.name) && task.result?.state !== 'fail') told += 1 })
  afterAll(async () => {
    process.stdout.write(`${told} attack stories replayed without success\n`)
    await practice.stop()
  })
}

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
