import type { z } from 'zod'
import type { GrantBody } from '#domain/contracts/proxy-access.ts'
import type { grantedAnswer } from '#domain/contracts/proxy-commands.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { inviteProxy } from '#server/proxy-access/invite-proxy.ts'
import { resolvePerson } from '#server/proxy-access/resolve-person.ts'
import { holdGrant, tellOfNewGrant, writeGrant } from '#server/proxy-access/write-grant.ts'
import { weighGrant } from '#server/proxy-access/weigh-grant.ts'

/**
 * Grants access that one member of staff may grant; nothing is open before the proxy confirms (R27). A block stops it
 * and puts it before the privacy officer (PX-03); what takes two persons is sent on its way there.
 */
export async function grantAccess(w: Writer, act: Act, patientId: string, body: GrantBody): Promise<Outcome<z.infer<typeof grantedAnswer>>> {
  const opened = await chartToActOn(w, act, patientId)
  if ('refused' in opened) return opened
  const resolved = await resolvePerson(w, act, body)
  if ('refused' in resolved) return resolved
  const { person } = resolved
  const weighed = await weighGrant(w, act, patientId, person, body)
  if ('refused' in weighed) return weighed
  if (weighed.blocked) return refuse('PROXY_NEEDS_PRIVACY_OFFICER', { current: { grantId: await holdGrant(w, act, { patientId, person, body, weighed }) } })
  if (weighed.secondPerson) return refuse('PROXY_NEEDS_SECOND_PERSON')
  const grant = await writeGrant(w, act, { patientId, person, body, weighed, state: 'pending', cause: 'granted' })
  const invited = await inviteProxy(w, act.app, act.scene, grant, weighed.policy)
  const told = await tellOfNewGrant(w, act, { patientId, personId: person.row.id, weighed })
  await record(w, act, {
    event: 'proxy.granted', patientId, objectId: grant.id, evidence: body.documents[0]?.kind ?? null, detail: {
      portalId: body.portalId, personId: person.row.id, basis: body.basis, level: body.levelId, endOn: body.endOn, reviewOn: body.reviewOn, told, reason: body.reason ?? '',
    },
  })
  return done({ id: grant.id, state: 'pending', version: grant.version, told, mailWithheld: invited.by === null ? invited.code : null }, grant.version)
}
