import { createHmac } from 'node:crypto'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { HOUR, MINUTE, type Instant } from '#domain/time.ts'
import type { Language } from '#domain/reasons/text.ts'
import { wordPairFrom } from '#domain/recovery/word-pair.ts'
import type { ProofState } from '#domain/recovery/words.ts'
import type { Reader, Writer } from '#db/store.ts'
import type { App } from '#server/app.ts'

export type ProofRow = Reader['t']['recoveryProofs']['$inferSelect']

/** ID-04: at most 24 h; a caller who waits reads it within the hour. */
export const LINK_LIVES = HOUR
/** How long a call-back may take. */
export const CALL_BACK_LIVES = 10 * MINUTE
/** ID-05 for links; for the two words of a call-back two. */
export const LINK_TRIES = 5
export const WORD_TRIES = 2

const ALIVE = ['sent', 'dialling', 'ringing', 'confirmed'] as const

/** The proof that is alive, else the last one there was. */
export async function proofInHand(db: Reader, caseId: string): Promise<ProofRow | null> {
  const { recoveryProofs: p } = db.t
  const [alive] = await db.select().from(p).where(and(eq(p.caseId, caseId), inArray(p.state, [...ALIVE]))).limit(1)
  if (alive) return alive
  const [last] = await db.select().from(p).where(eq(p.caseId, caseId)).orderBy(desc(p.madeAt), desc(p.id)).limit(1)
  return last ?? null
}

/** How far a proof is at an instant: one that was not finished in time has run out, though no job wrote it down. */
export function proofStateAt(proof: ProofRow, at: Instant): ProofState {
  const state = proof.state as ProofState
  return state !== 'confirmed' && (ALIVE as readonly string[]).includes(state) && at >= proof.endsAt ? 'expired' : state
}

/** Kinds that prove who is on the line or at the desk now. A link proves who reads a mailbox, whenever they do. */
const OF_THIS_CALL = ['call-back', 'photo-id']

/** Makes whatever proof of the case is alive end, so that a new one may begin; `of-the-call`: only what proved who was there. */
export async function endProofs(w: Writer, caseId: string, at: Instant, cause: string, which: 'all' | 'of-the-call' = 'all'): Promise<void> {
  const { recoveryProofs: p } = w.t
  const theirs = which === 'all' ? undefined : inArray(p.kind, OF_THIS_CALL)
  await w.update(p).set({ state: 'ended', endedAt: at, endCause: cause }).where(and(eq(p.caseId, caseId), inArray(p.state, [...ALIVE]), theirs))
}

/** Begins a proof. The key is named, so that what is derived from the id stays the same through a change of keys. */
export async function beginProof(w: Writer, app: App, proof: Omit<ProofRow, 'id' | 'keyId' | 'tries' | 'mailId' | 'endedAt' | 'endCause'> & { id?: string; mailId?: string | null }): Promise<string> {
  const id = proof.id ?? app.random.id()
  await endProofs(w, proof.caseId, proof.madeAt, 'newer')
  await w.insert(w.t.recoveryProofs).values({ ...proof, id, keyId: app.secrets.current('derive').id })
  return id
}

/** The two words of a call-back: made anew wherever they are needed, kept nowhere (ID-04). */
export function wordsOf(app: App, proof: Pick<ProofRow, 'id' | 'keyId'>, language: Language): string {
  const key = app.secrets.all('derive').find((one) => one.id === proof.keyId)
  if (!key) throw new Error('the key of this proof is not here')
  return wordPairFrom(createHmac('sha256', key.bytes).update(`call-back\u001f${proof.id}`).digest(), language)
}
