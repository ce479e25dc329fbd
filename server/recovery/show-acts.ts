import { and, desc, eq } from 'drizzle-orm'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { refusalOf } from '#domain/reasons.ts'
import { actsThatSend, mayAct, mayAskForApproval } from '#domain/recovery/acts.ts'
import { actKinds } from '#domain/recovery/words.ts'
import { isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { maskedContact } from '#server/patients/patients.ts'
import { actFactsOf, type Scene } from '#server/recovery/scene.ts'

/** Every act with whether it may be done, by whom, and where it goes: the very question that its command asks. */
export async function showActs(db: Reader, act: Act, scene: Scene): Promise<{ rows: CallDesk['acts']; proven: boolean }> {
  const { recoveryActs: a } = db.t
  const facts = actFactsOf(scene, { at: act.at, roles: act.actor.roles })
  const before = await db.select({ kind: a.kind, at: a.at }).from(a).where(and(eq(a.caseId, scene.row.id))).orderBy(desc(a.at))
  const rows = actKinds.map((kind): CallDesk['acts'][number] => {
    const { decision, second } = mayAct(kind, facts, act.at)
    const ask = decision.allowed && !second ? null : mayAskForApproval(kind, facts, act.at)
    return {
      kind, refusal: decision.allowed ? null : refusalOf(decision.code, act.language, decision.facts), needsSecondPerson: second || (!decision.allowed && ask?.allowed === true),
      askRefusal: ask === null || ask.allowed ? null : refusalOf(ask.code, act.language, ask.facts),
      goesTo: actsThatSend.includes(kind) && scene.destination ? maskedContact('email', scene.destination.contact.value) : null,
      doneAt: isoOrNull(before.find((one) => one.kind === kind)?.at ?? null),
    }
  })
  return { rows, proven: facts.proof !== null }
}
