import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { userNameKey } from '#domain/enrollment/user-name.ts'
import type { ActKind } from '#domain/recovery/words.ts'
import { DAY, isoOf } from '#domain/time.ts'
import { hashPassword } from '#server/auth/auth.ts'
import { mailsTo, pathOf } from '#test/server/enrollment/mailbox.ts'
import { birth, patientBrowser, type Page } from '#test/server/enrollment/patient-browser.ts'
import { buildPatient, proofFor, type Made } from '#test/server/patients/people.ts'
import type { Answer, Desk, TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

export const MYCHART = 'mychart-ny-nj'
export const BORN = '1967-12-18'
const NEW_PASSWORD = 'amber tractor beside nine lakes'

type More = { email?: string; phone?: string; ageDays?: number; ours?: boolean; state?: string; portalId?: string; [field: string]: unknown }

/** A patient with old contacts and an account; `ours`: its password was chosen on our own pages. */
export async function patientWithAccount(practice: TestPractice, more: More = {}): Promise<Made & { email: string; phone: string; name: string }> {
  const { ageDays = 400, ours = true, state = 'active', portalId = MYCHART, ...rest } = more
  const tag = randomUUID().slice(0, 8)
  const [given, family] = ['Clint', `Champlin${tag.replace(/[^a-z]/g, '')}`]
  const email = more.email ?? `clint.${tag}@mailhost.example`
  const phone = more.phone ?? `212${String(Math.floor(1_000_000 + Number.parseInt(tag.slice(0, 5), 16))).slice(-7)}`
  const made = await buildPatient(practice, {
    given, family, birthDate: BORN, contactsSinceAt: isoOf(practice.clock.now() - ageDays * DAY), portals: state === 'none' ? [] : [{ portalId, state }], ...rest, email, phone,
  })
  if (ours && state === 'active') await giveCredentials(practice, made.id, `clint-${tag}`)
  return { ...made, email, phone, name: `${given} ${family}` }
}

let hash: Promise<string> | null = null

async function giveCredentials(practice: TestPractice, patientId: string, userName: string): Promise<void> {
  const { app } = practice
  hash ??= hashPassword('violet kettle on the seventh stair')
  const passwordHash = await hash
  await app.store.tx(async (w) => {
    const { portalAccounts: a, patientCredentials: c } = w.t
    const [account] = await w.select().from(a).where(eq(a.patientId, patientId))
    if (!account) throw new Error('there is no account')
    await w.insert(c).values({ id: randomUUID(), accountId: account.id, patientId, portalId: account.portalId, userName, userNameKey: userNameKey(userName), passwordHash, createdAt: app.clock.now() })
  })
}

/** The password of the account as it is kept; changed or not is all that a test asks. */
export async function passwordOf(practice: TestPractice, patientId: string): Promise<string> {
  const { patientCredentials: c } = practice.app.store.read.t
  const [row] = await practice.app.store.read.select({ hash: c.passwordHash }).from(c).where(eq(c.patientId, patientId))
  return row?.hash ?? ''
}

export type Said = Answer<Record<string, unknown> & { code?: string; id?: string; version?: number; requestId?: string }>

/** Everything that a desk was answered, but for the number and the words that it is meant to see while they are needed. */
export const answered: string[] = []
/** The word pairs that a desk was shown. */
export const shownWords = new Set<string>()

/** One call at one desk: every command with the version as it stands, every step counted. */
export class Call {
  steps = 0
  id = ''
  private readonly practice: TestPractice
  readonly desk: Desk
  private readonly patientId: string

  constructor(practice: TestPractice, desk: Desk, patientId: string) {
    this.practice = practice
    this.desk = desk
    this.patientId = patientId
  }

  async begin(more: Record<string, unknown> = {}): Promise<Said> {
    this.steps += 1
    const answer: Said = await this.desk.post('/api/recovery/calls', { patientId: this.patientId, portalId: MYCHART, channel: 'call', ...more })
    this.id = answer.body.id ?? this.id
    return answer
  }

  async read(): Promise<CallDesk> {
    const { body } = await this.desk.get<CallDesk>(`/api/recovery/${this.id}`)
    if (body.proof?.words) shownWords.add(body.proof.words)
    answered.push(JSON.stringify(body.proof ? { ...body, proof: { ...body.proof, dial: null, words: null } } : body))
    return body
  }

  async say(command: string, body: unknown = {}, more: { stepUp?: string } = {}): Promise<Said> {
    this.steps += 1
    const { version } = await this.read()
    const answer: Said = await this.desk.post(`/api/recovery/${this.id}/${command}`, body, { version: version ?? 0, ...more })
    answered.push(JSON.stringify(answer.body))
    return answer
  }

  /** Name, birth date and the end of the number, rightly said. */
  locate(known: { name: string; phone: string }): Promise<Said> {
    return this.say('facts', { said: [{ kind: 'name', text: known.name }, { kind: 'birth-date', text: BORN }, { kind: 'phone-tail', text: known.phone.slice(-4) }] })
  }

  async sendLink(masked?: string): Promise<Said> {
    const way = (await this.read()).ways.find((one) => one.kind === 'email-link' && (masked === undefined || one.masked === masked))
    return this.say('send-link', { contactId: way?.contactId ?? 'none' })
  }

  /** Calls back: dials what is shown, reads its end back, and types what the callee repeats. */
  async callBack(): Promise<Said> {
    const way = (await this.read()).ways.find((one) => one.kind === 'call-back')
    const begun = await this.say('call-back', { contactId: way?.contactId ?? 'none' })
    if (begun.status !== 200) return begun
    const dial = (await this.read()).proof?.dial ?? ''
    const ringing = await this.say('confirm-number', { lastTwo: dial.replace(/\D/g, '').slice(-2) })
    if (ringing.status !== 200) return ringing
    return this.say('repeat-words', { heard: (await this.read()).proof?.words ?? 'nothing heard' })
  }

  photoId(more: Record<string, unknown> = {}): Promise<Said> {
    return this.say('photo-id', { kind: 'driver-licence', issuer: 'New York', expiresOn: '2031-01-01', faceMatches: true, ...more })
  }

  async act(kind: ActKind, reason = 'the patient asked for it'): Promise<Said> {
    const action = kind === 'restart-enrollment' ? 'recovery.restart-enrollment' : 'recovery.reset'
    return this.say(kind, { reason }, { stepUp: await proofFor(this.practice, this.desk, action, this.id) })
  }

  ask(act: ActKind, reason = 'nothing else is possible'): Promise<Said> {
    return this.say('ask-approval', { act, reason })
  }
}

export function callAt(practice: TestPractice, desk: Desk, patientId: string): Call {
  return new Call(practice, desk, patientId)
}

/** The second person's yes. */
export async function approve(practice: TestPractice, desk: Desk, requestId: string): Promise<Said> {
  const { twoPersonRequests: t } = practice.app.store.read.t
  const [row] = await practice.app.store.read.select({ version: t.version }).from(t).where(eq(t.id, requestId))
  return desk.post(`/api/two-person-requests/${requestId}/approve`, {}, { version: row?.version ?? 0, stepUp: await proofFor(practice, desk, 'two-person.approve', requestId) })
}

/** Mails to an address whose link leads to one of our pages, the newest first. */
export async function linksTo(practice: TestPractice, to: string, page: 'recover' | 'reset' | 'not-me'): Promise<string[]> {
  return (await mailsTo(practice, to)).filter((mail) => mail.links[0]?.includes(`/p/${page}/`)).map(pathOf)
}

/** The newest such link, once it has been handed over. */
export function linkTo(practice: TestPractice, to: string, page: 'recover' | 'reset' | 'not-me', count = 1): Promise<string> {
  return eventually(`a link to ${page}`, async () => {
    const found = await linksTo(practice, to, page)
    return found.length >= count ? found[0] ?? null : null
  })
}

/** The patient opens the link that proves the mailbox and says who they are. */
export async function answerProof(practice: TestPractice, path: string, fields: Record<string, string> = birth(BORN)): Promise<Page> {
  const browser = patientBrowser(practice.origin)
  await browser.open(path)
  return browser.send(fields)
}

/** The patient chooses a new password. */
export async function choosePassword(practice: TestPractice, path: string, fields: Record<string, string> = {}): Promise<Page> {
  const browser = patientBrowser(practice.origin)
  await browser.open(path)
  return browser.send({ ...birth(BORN), password: NEW_PASSWORD, repeat: NEW_PASSWORD, ...fields })
}
/** Resets that are alive, and codes that could open the account: what an attack is after. */
export async function aliveSecrets(practice: TestPractice, patientId: string): Promise<number> {
  const { passwordResets: r } = practice.app.store.read.t
  return practice.app.store.read.$count(r, and(eq(r.patientId, patientId), eq(r.state, 'live')))
}

