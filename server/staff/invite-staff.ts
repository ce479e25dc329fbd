import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { inviteBody, type invitedAnswer } from '#domain/contracts/staff.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { clinicianKindFits, mayInviteAlone } from '#domain/staff.ts'
import { effectLine } from '#domain/two-person-effects.ts'
import { matchByNpi } from '#db/relations.ts'
import type { Reader, Writer } from '#db/store.ts'
import { foldUserName } from '#server/auth/auth.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { endLinks, sendLink } from '#server/staff/invitation.ts'
import { othersAtAddress, privacyOfficersEverJoined, siteNames, unknownSites } from '#server/staff/staff-row.ts'
import { askSecondPerson, twoPersonAct } from '#server/two-person/two-person.ts'

const stored = inviteBody.omit({ reason: true })
type Invited = z.infer<typeof stored>

/** A new member of staff: an administrator asks, a privacy officer approves, then account, link and mail are made together. */
export const inviteStaffAct = twoPersonAct<Invited>({
  action: 'staff.invite',
  input: stored,
  subjectOf: () => null,
  against: async (db, input) => faultOf(db, input),
  effectOf: async (db, input) => {
    const lines = [
      effectLine('staff.invite.person', { name: input.name, userName: input.userName }),
      effectLine('staff.invite.roles', { roles: input.roles.join(',') }),
    ]
    if (input.clinicianKind) lines.push(effectLine('staff.kind', { kind: input.clinicianKind }))
    if (input.siteIds.length > 0) lines.push(effectLine('staff.invite.sites', { sites: (await siteNames(db, input.siteIds)).join(', ') }))
    return [...lines, effectLine('staff.invite.mail', { email: input.email })]
  },
  carryOut: async (w, act, input) => void await makeInvited(w, act, input, null),
})

/** Files the invitation; the very first privacy officer is invited at once, because nobody could approve (decision 0006). */
export async function inviteStaff(w: Writer, act: Act, { reason, ...body }: z.infer<typeof inviteBody>): Promise<Outcome<z.infer<typeof invitedAnswer>>> {
  const input = { ...body, userName: foldUserName(body.userName), email: body.email.toLowerCase() }
  if (!clinicianKindFits(input.roles, input.clinicianKind ?? null)) return refuse('CLINICIAN_KIND_NEEDED')
  if (!mayInviteAlone(input.roles, await privacyOfficersEverJoined(w))) {
    return askSecondPerson(w, act, inviteStaffAct, { objectId: input.userName, input, reason })
  }
  const fault = await faultOf(w, input)
  if (fault) return refuse(fault)
  await endFormerCandidates(w, act)
  return done({ requestId: null, state: 'done', staffId: await makeInvited(w, act, input, 'first-privacy-officer') })
}

async function faultOf(db: Reader, input: Invited): Promise<ReasonCode | null> {
  const { staff } = db.t
  if (await db.$count(staff, eq(staff.userName, input.userName)) > 0) return 'USER_NAME_TAKEN'
  if (await othersAtAddress(db, input.email) > 0) return 'EMAIL_TAKEN'
  if (input.npi && await db.$count(staff, eq(staff.npi, input.npi)) > 0) return 'NPI_TAKEN'
  return (await unknownSites(db, input.siteIds)).length > 0 ? 'SITE_UNKNOWN' : null
}

async function makeInvited(w: Writer, act: Act, input: Invited, evidence: string | null): Promise<string> {
  const { staff, staffRoles, staffSites } = w.t
  const id = act.app.random.id()
  await w.insert(staff).values({
    id, userName: input.userName, name: input.name, email: input.email, npi: input.npi ?? null,
    clinicianKind: input.clinicianKind ?? null, status: 'invited', language: input.language, createdAt: act.at,
  })
  await w.insert(staffRoles).values(input.roles.map((role) => ({ staffId: id, role })))
  const home = input.homeSiteId ?? input.siteIds[0]
  if (input.siteIds.length > 0) await w.insert(staffSites).values(input.siteIds.map((siteId) => ({ staffId: id, siteId, home: siteId === home })))
  if (input.npi) await matchByNpi(w, { npis: [input.npi] }, act.at)
  const { invitationId } = await sendLink(w, act.app, act.scene, id, 'join')
  await record(w, act, { event: 'staff.invited', objectId: id, evidence, detail: { roles: input.roles.join(','), invitationId } })
  w.announce('staff', id)
  return id
}

/** Only the last candidate invited alone can join: earlier ones, who never did, are disabled with their links. */
async function endFormerCandidates(w: Writer, act: Act): Promise<void> {
  const { staff, staffRoles } = w.t
  const former = await w.select({ id: staff.id }).from(staff).innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(and(eq(staffRoles.role, 'privacy-officer'), eq(staff.status, 'invited'), isNull(staff.passwordHash)))
  for (const { id } of former) {
    await endLinks(w, id, act.at)
    await w.update(staff).set({ status: 'disabled' }).where(eq(staff.id, id))
    await record(w, act, { event: 'staff.disabled', objectId: id, evidence: 'first-privacy-officer', detail: { reason: 'replaced before joining', sessionsEnded: 0 } })
    w.announce('staff', id)
  }
}
