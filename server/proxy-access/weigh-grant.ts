import { and, eq, isNull, or } from 'drizzle-orm'
import { basisRules } from '#domain/access/bases.ts'
import { blocksAgainst } from '#domain/access/blocks.ts'
import type { GrantBody } from '#domain/contracts/proxy-access.ts'
import { canGrant, needsSecondPerson, type GrantWish } from '#domain/access/grant-rules.ts'
import { standingOf } from '#domain/access/grant-standing.ts'
import { openGrantStates } from '#domain/access/grant-states.ts'
import type { Moment } from '#domain/access/legal.ts'
import { contactKeyFor } from '#domain/contact-policy.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import type { Instant } from '#domain/time.ts'
import { blocksOf } from '#db/access-blocks.ts'
import { accessOfOne, isMinorParent, statusFacts, type GrantRow, type RecordAccess } from '#db/access-facts.ts'
import type { KnownPerson } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'
import { refuse, refuseBy, type Act } from '#server/http/act.ts'
import { isInDispute } from '#server/proxy-access/in-dispute.ts'
import { invitationOver } from '#server/proxy-access/invite-proxy.ts'
import { rulesAt } from '#server/proxy-access/moment.ts'

/** What was asked for, weighed: ready to be written, and what stands in its way or comes before it. */
export type Weighed = {
  policy: PortalPolicy
  moment: Moment
  record: RecordAccess
  /** A block means this person: nothing opens, the privacy officer is told. */
  blocked: boolean
  secondPerson: boolean
  /** An open grant of the pair that is over by its own facts: closed when its successor comes. */
  outlived: GrantRow | null
  /** An open request that the block holds already. */
  held: GrantRow | null
}

/** Weighs a request for access by the rules of the portal, the patient's standing and the person's own. Writes nothing. */
export async function weighGrant(db: Reader, act: Act, patientId: string, person: KnownPerson, body: GrantBody): Promise<Weighed | ReturnType<typeof refuse>> {
  const record = await accessOfOne(db, patientId)
  const rules = rulesAt(record.portals, body.portalId, act.at)
  if (!rules) return refuse('PROXY_PORTAL_CLOSED')
  const { policy, moment } = rules
  const wish: GrantWish = {
    patient: { birthDate: record.chart.birthDate, dead: record.chart.deceased, legalStatuses: record.legalStatuses.map(statusFacts) },
    proxy: {
      isThePatient: person.patientId === patientId, isTheActor: person.patientId !== null && person.patientId === act.actor.patientId, dead: person.dead,
      birthDate: person.birthDate, isMinorParent: person.patientId !== null && await isMinorParent(db, person.patientId, moment.on),
      hasEmail: person.emails.length > 0, sharesPatientsContact: await sharesOwnContact(db, record, body.portalId, person),
    },
    policy, relationship: body.relationship, basis: body.basis, levelId: body.levelId, areas: body.areas, startOn: body.startOn ?? moment.on,
    endOn: body.endOn, reviewOn: body.reviewOn, documents: body.documents, disputed: body.disputed,
  }
  const may = canGrant(wish, moment)
  if (!may.allowed) return refuseBy(may)
  const open = record.grants.find((grant) => grant.portalId === body.portalId && grant.personId === person.row.id && openGrantStates.some((state) => state === grant.state)) ?? null
  const blocked = await isBlockedFor(db, patientId, person, act)
  const isOver = open !== null && open.state !== 'held' && await isOutlived(db, record, open, policy, moment)
  if (open && !blocked && !isOver) return refuse('PROXY_OPEN_ALREADY')
  return {
    policy, moment, record, blocked, secondPerson: needsSecondPerson(wish, moment) || (basisRules[body.basis].parental && isInDispute(record)),
    outlived: isOver ? open : null, held: open?.state === 'held' ? open : null,
  }
}

/** Whether a block of the chart means this person now, by whatever they go by. */
export async function isBlockedFor(db: Reader, patientId: string, person: KnownPerson, { at }: Pick<Act, 'at'>): Promise<boolean> {
  return blocksAgainst(person, (await blocksOf(db, [patientId])).get(patientId) ?? [], at).length > 0
}

/** A grant that is open by its state and can never open by its facts: run out, or neither decided nor confirmed in time. */
async function isOutlived(db: Reader, record: RecordAccess, grant: GrantRow, policy: PortalPolicy, moment: Moment): Promise<boolean> {
  if (grant.state === 'requested') return !(await isStillAsked(db, grant, moment.at))
  if (grant.state === 'pending' && invitationOver(grant, policy) <= moment.at) return true
  const facts = record.factsOf(grant.portalId)
  const theirs = facts.grants.find((one) => one.id === grant.id)
  const standing = theirs ? standingOf(theirs, facts, policy, moment) : null
  const over = ['GRANT_RAN_OUT', 'MAJORITY_REACHED', 'ENDED_BY_EMANCIPATION', 'ENDED_BY_MARRIAGE', 'ENDED_BY_ADOPTION']
  return standing?.open === false && over.includes(standing.code)
}

/** Whether the request that a grant waits for is open. */
async function isStillAsked(db: Reader, grant: GrantRow, at: Instant): Promise<boolean> {
  const { twoPersonRequests: t } = db.t
  const [request] = grant.requestId === null ? [] : await db.select().from(t).where(eq(t.id, grant.requestId))
  return request?.state === 'open' && at < request.endsAt
}

/** Whether the patient's own account is reached where this person is reached (R10): by mail, or by a mobile. A home phone carries no codes and may be shared. */
async function sharesOwnContact(db: Reader, record: RecordAccess, portalId: string, person: KnownPerson): Promise<boolean> {
  if (record.factsOf(portalId).ownAccount.state === 'none') return false
  const { patientContacts: c } = db.t
  const own = await db.select({ kind: c.kind, value: c.value }).from(c)
    .where(and(eq(c.patientId, record.chart.id), isNull(c.retiredAt), or(eq(c.kind, 'email'), eq(c.use, 'mobile'))))
  const keys = new Set([...person.emails.map((one) => contactKeyFor('email', one)), ...person.phones.map((one) => contactKeyFor('phone', one))])
  return own.some((one) => keys.has(contactKeyFor(one.kind === 'email' ? 'email' : 'phone', one.value)))
}
