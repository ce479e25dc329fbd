import { and, eq, inArray, like } from 'drizzle-orm'
import type { z } from 'zod'
import type { BlockMark } from '#domain/access/blocks.ts'
import { means } from '#domain/access/blocks.ts'
import type { BlockBody } from '#domain/contracts/proxy-access.ts'
import type { blockedAnswer } from '#domain/contracts/proxy-commands.ts'
import { blocksOf } from '#db/access-blocks.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { changeState } from '#server/proxy-access/change-state.ts'
import { resolvePerson } from '#server/proxy-access/resolve-person.ts'

/**
 * Sets a block against a named person. From this instant on nothing of the record opens to whoever it means; what is
 * open closes, what waits is held, mail that is on its way about it stays here (PX-03). Closing is always safe.
 */
export async function setBlock(w: Writer, act: Act, patientId: string, body: BlockBody): Promise<Outcome<z.infer<typeof blockedAnswer>>> {
  const opened = await chartToActOn(w, act, patientId)
  if ('refused' in opened) return opened
  const named = body.personId !== undefined || body.personPatientId !== undefined ? await resolvePerson(w, act, body) : null
  if (named && 'refused' in named) return refuse('NOT_FOUND')
  const id = act.app.random.id()
  await w.insert(w.t.accessBlocks).values({ id, patientId, kind: body.kind, note: body.note, setBy: act.actor.id, setAt: act.at })
  const marks = marksOf(body, named?.person.row ?? null)
  await w.insert(w.t.accessBlockMarks).values(marks.map((mark) => ({
    id: act.app.random.id(), blockId: id, kind: mark.kind, ...(mark.kind === 'name' ? { value: mark.family, given: mark.given } : { value: mark.value, given: null }),
  })))
  const stopped = await closeFor(w, act, patientId, id)
  await record(w, act, { event: 'block.set', patientId, objectId: id, detail: { marks: marks.length, stopped } })
  w.announce('patients', patientId)
  w.announce('blocks', id)
  return done({ id, version: 1, stopped }, 1)
}

function marksOf(body: BlockBody, person: { id: string; patientId: string | null } | null): BlockMark[] {
  return [
    ...body.names.map(({ family, given }): BlockMark => ({ kind: 'name', family, given })),
    ...body.emails.map((value): BlockMark => ({ kind: 'email', value })),
    ...body.phones.map((value): BlockMark => ({ kind: 'phone', value })),
    ...(body.birthDate === null ? [] : [{ kind: 'birth-date' as const, value: body.birthDate }]),
    ...(person ? [{ kind: 'person' as const, value: person.id }] : []),
    ...(person?.patientId ? [{ kind: 'patient' as const, value: person.patientId }] : []),
  ]
}

/** Closes what stands open for whoever the block means; returns how many accesses and requests that were. */
async function closeFor(w: Writer, act: Act, patientId: string, blockId: string): Promise<number> {
  const { proxyGrants, outboxMails } = w.t
  const block = (await blocksOf(w, [patientId])).get(patientId)?.find((one) => one.id === blockId)
  const open = await w.select().from(proxyGrants).where(and(eq(proxyGrants.patientId, patientId), inArray(proxyGrants.state, ['requested', 'pending', 'active'])))
  const persons = await knownPersons(w, open.map((one) => one.personId))
  let stopped = 0
  for (const grant of open) {
    const person = persons.get(grant.personId)
    if (!block || !person || !means(block, person)) continue
    await changeState(w, act.app, act.scene, grant, { state: grant.state === 'active' ? 'suspended' : 'held', cause: 'block' })
    await w.update(outboxMails).set({ state: 'parked', lastStatus: 'withheld', leasedUntil: null })
      .where(and(eq(outboxMails.personKind, 'proxy'), eq(outboxMails.personId, grant.personId), eq(outboxMails.state, 'queued'), like(outboxMails.template, 'proxy-%')))
    stopped += 1
  }
  return stopped
}
