import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { GrantBody } from '#domain/contracts/proxy-access.ts'
import type { askedGrantAnswer } from '#domain/contracts/proxy-commands.ts'
import type { Writer } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { resolvePerson } from '#server/proxy-access/resolve-person.ts'
import { suspendParental } from '#server/proxy-access/suspend-parental.ts'
import { grantDisputedAct } from '#server/proxy-access/two-person-grant.ts'
import { weighGrant } from '#server/proxy-access/weigh-grant.ts'
import { holdGrant, writeGrant } from '#server/proxy-access/write-grant.ts'
import { askSecondPerson } from '#server/two-person/two-person.ts'

/**
 * Asks a second person for access that one alone may not grant: court order, incapacity, a teen beyond the limited
 * tier, a dispute. Of a dispute every parent's and guardian's access is suspended at once (T2).
 */
export async function askForAccess(w: Writer, act: Act, patientId: string, body: GrantBody): Promise<Outcome<z.infer<typeof askedGrantAnswer>>> {
  const opened = await chartToActOn(w, act, patientId)
  if ('refused' in opened) return opened
  const resolved = await resolvePerson(w, act, body)
  if ('refused' in resolved) return resolved
  const { person } = resolved
  const weighed = await weighGrant(w, act, patientId, person, body)
  if ('refused' in weighed) return weighed
  if (weighed.blocked) return refuse('PROXY_NEEDS_PRIVACY_OFFICER', { current: { grantId: await holdGrant(w, act, { patientId, person, body, weighed }) } })
  const grant = await writeGrant(w, act, { patientId, person, body, weighed, state: 'requested', cause: 'asked' })
  if (body.disputed) await suspendParental(w, act, weighed.record)
  const asked = await askSecondPerson(w, act, grantDisputedAct, { objectId: grant.id, input: { what: 'grant', grantId: grant.id }, reason: body.reason ?? '' })
  if ('refused' in asked) return asked
  await w.update(w.t.proxyGrants).set({ requestId: asked.done.requestId, cause: 'second-person' }).where(eq(w.t.proxyGrants.id, grant.id))
  return done({ id: grant.id, state: 'requested', version: grant.version, requestId: asked.done.requestId, endsAt: asked.done.endsAt }, grant.version)
}
