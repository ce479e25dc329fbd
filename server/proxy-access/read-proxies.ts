import { and, eq, isNull } from 'drizzle-orm'
import { bases, type LegalDocument, type LegalStatusKind, type ServiceLine } from '#domain/access/bases.ts'
import { basisMisfit } from '#domain/access/grant-rules.ts'
import type { Moment } from '#domain/access/legal.ts'
import { isBlocked } from '#domain/access/scene.ts'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { ageOn, birthdayOn } from '#domain/birthdays.ts'
import { serviceStateAt } from '#domain/portals/as-of.ts'
import { capabilities } from '#domain/portals/capabilities.ts'
import { allowedAtAge } from '#domain/portals/proxy-policy.ts'
import type { PortalPolicy } from '#domain/portals/policy.ts'
import { refusalOf } from '#domain/reasons.ts'
import { isoOf } from '#domain/time.ts'
import { hasBlock } from '#db/access-blocks.ts'
import { accessOfOne, statusFacts, type RecordAccess } from '#db/access-facts.ts'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'
import { done, type Act, type Outcome } from '#server/http/act.ts'
import { householdLinksOf, maskedContact, openChart } from '#server/patients/patients.ts'
import { shownGrants } from '#server/proxy-access/hidden.ts'
import { portalsServing } from '#server/proxy-access/portals-serving.ts'
import { showGrants } from '#server/proxy-access/show-grants.ts'
import { staffNames } from '#server/proxy-access/staff-names.ts'

/** The proxy tab of a record: who has access and until when, the ruler of ages, legal standing, what may be asked for. */
export async function readProxies(db: Reader, act: Act, patientId: string): Promise<Outcome<ProxiesAnswer>> {
  const opened = await openChart(db, act, patientId)
  if ('refused' in opened) return opened
  const access = await accessOfOne(db, patientId)
  const grants = shownGrants(access, act.actor)
  const gone = new Set(access.grants.filter((one) => !grants.includes(one)).map((one) => one.personId))
  const portals = await portalsServing(db, act, access)
  const [main] = portals
  const { birthDate, deceased } = access.chart
  const taken = new Set(grants.filter((one) => one.state !== 'ended' && one.state !== 'denied').flatMap((one) => access.persons.get(one.personId)?.patientId ?? []))
  return done({
    patientId, birthDate, deceased, age: main ? ageOn(birthDate, main.moment.on) : 0,
    ruler: main ? rulerOf(birthDate, main.policy, main.moment.on) : [],
    portals: portals.map(({ portal, policy, moment }) => {
      const state = serviceStateAt(policy, moment.at)
      return {
        id: portal.id, name: portal.name, timeZone: policy.timeZone, takesNew: (state === 'open' || state === 'no-messages') && policy.proxyAccess.levels.length > 0,
        levels: policy.proxyAccess.levels.map((level) => ({ id: level.id, name: level.name[act.language], perArea: level.perArea === true })),
        inviteNeedsEmail: policy.proxyAccess.inviteNeedsProxyEmail, serviceLines: serviceLinesOf(policy), misfits: misfitsOf(access, policy, moment, act.language),
      }
    }),
    grants: await showGrants(db, act, grants.map((grant) => ({ grant, access }))),
    legalStatuses: await statusesOf(db, access), consents: await consentsOf(db, patientId, gone), hasBlock: await hasBlock(db, patientId) || anyBlocked(access, act),
    suppressed: await suppressedOn(db, patientId),
    candidates: (await householdLinksOf(db, act, patientId)).filter(({ person }) => person.patientId === null || !taken.has(person.patientId))
      .map(({ linkId, person }) => ({ name: person.name, relationship: person.relationship, patientId: person.patientId, linkId })),
  })
}

function misfitsOf({ chart, legalStatuses }: RecordAccess, policy: PortalPolicy, moment: Moment, language: Act['language']): ProxiesAnswer['portals'][number]['misfits'] {
  const patient = { birthDate: chart.birthDate, dead: chart.deceased, legalStatuses: legalStatuses.map(statusFacts) }
  return Object.fromEntries(bases.flatMap((basis) => {
    const misfit = basisMisfit({ patient, policy, basis, startOn: moment.on }, moment)
    return misfit && !misfit.allowed ? [[basis, refusalOf(misfit.code, language, misfit.facts).message]] : []
  }))
}

/** Bands of the portal's first level, each with the local day on which it begins. */
function rulerOf(birthDate: string, policy: PortalPolicy, today: string): ProxiesAnswer['ruler'] {
  const majority = policy.proxyAccess.parentalGrantsEndAtAge
  const [level] = policy.proxyAccess.levels
  const edges = [...new Set([0, ...(level?.bands.map((band) => band.fromAge) ?? []), majority])].filter((age) => age <= majority).toSorted((a, b) => a - b)
  const age = ageOn(birthDate, today)
  const widest = level ? Math.max(...edges.map((edge) => openAt(policy, level.id, edge))) : 0
  return edges.map((fromAge, place) => {
    const untilAge = edges[place + 1] ?? null
    return {
      fromAge, untilAge, startsOn: birthdayOn(birthDate, fromAge), now: age >= fromAge && (untilAge === null || age < untilAge),
      kind: fromAge >= majority ? 'own-decision' : level && openAt(policy, level.id, fromAge) < widest ? 'limited' : 'full',
    }
  })
}

function openAt(policy: PortalPolicy, levelId: string, age: number): number {
  const allows = allowedAtAge(policy.proxyAccess, levelId, age)
  return capabilities.filter((one) => allows[one] !== undefined).length
}

function serviceLinesOf(policy: PortalPolicy): ServiceLine[] {
  return [...new Set(policy.proxyAccess.confidentialServiceLines.map((one) => one.id as ServiceLine))]
}

function anyBlocked(access: RecordAccess, { at }: Act): boolean {
  return access.portals.some((portal) => {
    const facts = access.factsOf(portal.id)
    return facts.grants.some((grant) => isBlocked(facts, grant.personId, at))
  })
}

async function statusesOf(db: Reader, access: RecordAccess): Promise<ProxiesAnswer['legalStatuses']> {
  const held = access.legalStatuses.filter((one) => one.endedAt === null)
  const nameOf = await staffNames(db, held.flatMap((one) => [one.recordedBy, one.approvedBy]))
  return held.map((one) => ({
    id: one.id, kind: one.kind as LegalStatusKind, fromOn: one.fromOn, untilOn: one.untilOn, document: one.document as LegalDocument,
    recordedByName: nameOf(one.recordedBy), approvedByName: nameOf(one.approvedBy), version: one.version,
  }))
}

/** What the minor consented to, but for persons of a family before an adoption. */
async function consentsOf(db: Reader, patientId: string, gone: ReadonlySet<string>): Promise<ProxiesAnswer['consents']> {
  const { minorConsents: m } = db.t
  const rows = (await db.select().from(m).where(and(eq(m.patientId, patientId), isNull(m.withdrawnAt)))).filter((row) => !gone.has(row.personId))
  const persons = await knownPersons(db, rows.map((row) => row.personId))
  return rows.map((row) => ({
    id: row.id, personId: row.personId, personName: persons.get(row.personId)?.name ?? '', serviceLine: row.serviceLine as ServiceLine, givenAt: isoOf(row.givenAt), version: row.version,
  }))
}

async function suppressedOn(db: Reader, patientId: string): Promise<ProxiesAnswer['suppressed']> {
  const { suppressedChannels: s } = db.t
  const rows = await db.select().from(s).where(and(eq(s.patientId, patientId), isNull(s.endedAt)))
  return rows.map((row) => ({
    id: row.id, channel: row.channel as ProxiesAnswer['suppressed'][number]['channel'], version: row.version,
    masked: row.contactKey === null ? null : maskedContact(row.contactKey.includes('@') ? 'email' : 'phone', row.contactKey),
  }))
}
