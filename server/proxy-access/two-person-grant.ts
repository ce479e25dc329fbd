import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { blocksAgainst } from '#domain/access/blocks.ts'
import { basisRules } from '#domain/access/bases.ts'
import { displayName } from '#domain/names.ts'
import type { ReasonCode } from '#domain/reasons.ts'
import { effectLine, type EffectLine } from '#domain/two-person-effects.ts'
import { blocksOf } from '#db/access-blocks.ts'
import { accessOfOne, type GrantRow } from '#db/access-facts.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader, Writer } from '#db/store.ts'
import { record, type Act, type StaffActor } from '#server/http/act.ts'
import { isNearTo, mrnTailOf } from '#server/patients/patients.ts'
import { changeState } from '#server/proxy-access/change-state.ts'
import { inviteProxy } from '#server/proxy-access/invite-proxy.ts'
import { rulesAt } from '#server/proxy-access/moment.ts'
import { extendGrant } from '#server/proxy-access/extend-grant.ts'
import { tellOfNewGrant } from '#server/proxy-access/write-grant.ts'
import { twoPersonAct } from '#server/two-person/two-person.ts'

const dates = { endOn: z.string().nullable(), reviewOn: z.string().nullable() }
const document = z.object({ kind: z.string(), expiresOn: z.string().nullable() }).nullable()
const stored = z.discriminatedUnion('what', [
  z.object({ what: z.literal('grant'), grantId: z.string() }),
  z.object({ what: z.literal('resume'), grantId: z.string(), ...dates, document, seenBy: z.string() }),
])
type Stored = z.infer<typeof stored>

/** Access that takes two persons: a new grant, or one that goes on after a dispute, a block, custody or on a court's paper. */
export const grantDisputedAct = twoPersonAct<Stored>({
  action: 'proxy.grant-disputed',
  input: stored,
  subjectOf: () => null,
  mayNotDecide: async (db, actor, { grantId }) => tooNear(db, actor, grantId),
  against: async (db, input) => against(db, input),
  effectOf: async (db, input) => effectOf(db, input),
  carryOut: async (w, act, input) => {
    const grant = await grantRow(w, input.grantId)
    if (!grant) return
    if (input.what === 'grant') return openGrant(w, act, grant)
    await extendGrant(w, act, grant, { ...input, document: input.document === null ? null : { ...input.document, seenBy: input.seenBy } })
  },
})

/** The approver is neither of the family nor the person who would see (AZ-07). */
async function tooNear(db: Reader, actor: StaffActor, grantId: string): Promise<ReasonCode | null> {
  const grant = await grantRow(db, grantId)
  if (!grant) return null
  if (await isNearTo(db, actor, grant.patientId)) return 'OWN_OR_HOUSEHOLD_CHART'
  const person = (await knownPersons(db, [grant.personId])).get(grant.personId)
  return actor.patientId !== null && person?.patientId === actor.patientId ? 'OWN_RIGHTS' : null
}

/** What speaks against it as things are: decided otherwise meanwhile, a block that came since, a death. */
async function against(db: Reader, input: Stored): Promise<ReasonCode | null> {
  const grant = await grantRow(db, input.grantId)
  const isWaiting = input.what === 'grant' ? grant?.state === 'requested' : grant?.state === 'suspended' || grant?.state === 'active'
  if (!grant || !isWaiting) return 'REQUEST_OVERTAKEN'
  const person = (await knownPersons(db, [grant.personId])).get(grant.personId)
  const blocks = ((await blocksOf(db, [grant.patientId])).get(grant.patientId) ?? []).filter((one) => one.liftedAt === null)
  if (!person || blocksAgainst(person, blocks, Number.MAX_SAFE_INTEGER).length > 0) return 'PROXY_NEEDS_PRIVACY_OFFICER'
  const [chart] = await db.select({ deceased: db.t.patients.deceased }).from(db.t.patients).where(eq(db.t.patients.id, grant.patientId))
  return chart?.deceased && basisRules[grant.basis as keyof typeof basisRules].about !== 'deceased' ? 'PROXY_PATIENT_DIED' : null
}

async function effectOf(db: Reader, input: Stored): Promise<EffectLine[]> {
  const grant = await grantRow(db, input.grantId)
  if (!grant) return []
  const [chart] = await db.select().from(db.t.patients).where(eq(db.t.patients.id, grant.patientId))
  const [portal] = await db.select().from(db.t.portals).where(eq(db.t.portals.id, grant.portalId))
  const person = (await knownPersons(db, [grant.personId])).get(grant.personId)?.name ?? ''
  // Who decides may not know of a restricted chart: its number's end tells it apart, and no more.
  const name = chart && !chart.restricted ? displayName(chart) : '–'
  const mrn = await mrnTailOf(db, grant.patientId)
  if (input.what === 'resume') return [effectLine('proxy.resume.who', { person, name, mrn, portal: portal?.name ?? '', until: input.endOn ?? input.reviewOn ?? '' })]
  return [
    effectLine('proxy.grant.who', { person, name, mrn, portal: portal?.name ?? '', codeRelationship: grant.relationship }),
    effectLine('proxy.grant.how', { level: grant.levelId, codeBasis: grant.basis, from: grant.startOn, until: grant.endOn ?? grant.reviewOn ?? '' }),
    effectLine('proxy.grant.next', { person }),
  ]
}

/** Approved: the proxy is asked to confirm. */
async function openGrant(w: Writer, act: Act, grant: GrantRow): Promise<void> {
  const access = await accessOfOne(w, grant.patientId)
  const rules = rulesAt(access.portals, grant.portalId, act.at)
  if (!rules) return
  const version = await changeState(w, act.app, act.scene, grant, { state: 'pending', cause: 'granted' })
  await inviteProxy(w, act.app, act.scene, { ...grant, version }, rules.policy)
  const told = await tellOfNewGrant(w, act, {
    patientId: grant.patientId, personId: grant.personId,
    weighed: { policy: rules.policy, moment: rules.moment, record: access, blocked: false, secondPerson: true, outlived: null, held: null },
  })
  await record(w, act, {
    event: 'proxy.granted', patientId: grant.patientId, objectId: grant.id, detail: {
      portalId: grant.portalId, personId: grant.personId, basis: grant.basis, level: grant.levelId, endOn: grant.endOn, reviewOn: grant.reviewOn, told, reason: '',
    },
  })
}

async function grantRow(db: Reader, id: string): Promise<GrantRow | null> {
  const [row] = await db.select().from(db.t.proxyGrants).where(eq(db.t.proxyGrants.id, id))
  return row ?? null
}
