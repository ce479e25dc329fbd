import type { Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { demoSites } from '#seed/demo/demo-sites.ts'
import { stableId } from '#seed/stable.ts'
import { staffIdOf } from '#seed/staff.ts'
import { writeQueues, type SeedQueue, type SeedRule } from '#seed/queues.ts'

const siteCalled = (name: string): string => demoSites.find((site) => site.name === name)?.id ?? ''

/** The queues of the demo practice; the first of each is its lead. */
export const demoQueues: readonly SeedQueue[] = [
  { key: 'rock-ridge', name: 'Rock Ridge providers', kind: 'provider-pool', siteId: siteCalled('Rock Ridge Family Medicine'), portalId: 'mychart-ny-nj', people: ['carol.weimann', 'lena.ortiz', 'samuel.fay', 'tom.whitfield'], emergencyKey: null },
  { key: 'hudson', name: 'Town Plaza providers', kind: 'provider-pool', siteId: siteCalled('Town Plaza Family Practice'), portalId: 'mychart-ny-nj', people: ['carol.weimann', 'lena.ortiz', 'tom.whitfield'], emergencyKey: null },
  { key: 'jersey', name: 'New Jersey providers', kind: 'provider-pool', siteId: siteCalled('River Bend Medical Group'), portalId: 'mychart-ny-nj', people: ['samuel.fay', 'carol.weimann', 'tom.whitfield'], emergencyKey: null },
  { key: 'california', name: 'California providers', kind: 'provider-pool', siteId: siteCalled('Family Health Center'), portalId: 'myportal-ca', people: ['samuel.fay', 'carol.weimann', 'grace.kim'], emergencyKey: null },
  { key: 'support', name: 'Administrative support', kind: 'administrative-support', siteId: null, portalId: null, people: ['rosa.delgado', 'marcus.bell', 'tom.whitfield', 'grace.kim'], emergencyKey: 'rock-ridge' },
  { key: 'billing', name: 'Billing', kind: 'billing', siteId: null, portalId: null, people: ['marcus.bell', 'rosa.delgado', 'grace.kim'], emergencyKey: 'rock-ridge' },
  { key: 'mailbox', name: 'Helpline mailbox', kind: 'helpline-mailbox', siteId: null, portalId: null, people: ['tom.whitfield', 'grace.kim'], emergencyKey: 'rock-ridge' },
]

const byState = (jurisdiction: string, queueKey: string): SeedRule[] =>
  demoSites.filter((site) => site.jurisdiction === jurisdiction).map((site) => ({ siteId: site.id, recipient: 'provider', queueKey }))

const demoRules: readonly SeedRule[] = [
  { topic: 'technical', queueKey: 'mailbox' },
  { topic: 'appointment', queueKey: 'support' },
  { topic: 'billing', queueKey: 'billing' },
  { recipient: 'billing', queueKey: 'billing' },
  { recipient: 'administrative-support', queueKey: 'support' },
  { siteId: siteCalled('Rock Ridge Family Medicine'), recipient: 'provider', topic: 'results', queueKey: 'rock-ridge', toCareTeam: true },
  { siteId: siteCalled('Town Plaza Family Practice'), recipient: 'provider', queueKey: 'hudson' },
  ...byState('NJ', 'jersey'), ...byState('CA', 'california'), ...byState('NY', 'rock-ridge'),
]

type Canned = { title: string; text: string; language: 'en' | 'es'; queueKind: SeedQueue['kind'] | null; uses: number }
const canned: readonly Canned[] = [
  { title: 'Lipids: better, continue', queueKind: 'provider-pool', language: 'en', uses: 41, text: 'Dear {patient.given}, your LDL went from {value before} to {value now} mg/dL. Please keep taking {which medicine?} and tell the pharmacy when the bottle runs low. {staff.name}' },
  { title: 'Lipids: book a visit', queueKind: 'provider-pool', language: 'en', uses: 12, text: 'Dear {patient.given}, I would like to talk about your cholesterol at a visit. Please call {site.phone} for a time. {staff.name}' },
  { title: 'Refill sent', queueKind: 'provider-pool', language: 'en', uses: 63, text: 'Dear {patient.given}, the refill of {which medicine?} is at your pharmacy from {day} on. {staff.name}' },
  { title: 'Cold: look after yourself', queueKind: 'provider-pool', language: 'en', uses: 28, text: 'Dear {patient.given}, this sounds like a cold that your body will get over. Rest and drink enough. If you have trouble breathing or chest pain, call {emergency.number}. {staff.name}' },
  { title: 'Appointment: how to book', queueKind: 'administrative-support', language: 'en', uses: 55, text: 'Dear {sender.name}, you can book and move visits by phone: {site.phone}. {staff.name}, {site.name}' },
  { title: 'Bill: we look into it', queueKind: 'billing', language: 'en', uses: 19, text: 'Dear {sender.name}, we look into the bill and answer by {day}. You need not pay before that. {staff.name}' },
  { title: 'Spanish: answers are in English', queueKind: null, language: 'es', uses: 9, text: 'Estimado/a {sender.name}: en este portal respondemos en inglés. Si lo prefiere, llámenos al {site.phone} y hablamos en español. {staff.name}' },
]

/** Writes queues, rules and canned replies. Running it again changes nothing. */
export async function writeDemoQueues(w: Writer, at: Instant): Promise<void> {
  await writeQueues(w, demoQueues, demoRules, 'support', at)
  await w.insert(w.t.cannedReplies).values(canned.map((one) => ({ ...one, id: stableId('canned', one.title), changedBy: staffIdOf('priya.nair'), changedAt: at }))).onConflictDoNothing()
}
