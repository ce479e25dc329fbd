import { isOpenAt, nextOpeningAfter } from '#domain/business-time/office-day.ts'
import { DAY, HOUR, MINUTE, type Instant } from '#domain/time.ts'
import { answerClock, clockHere, NOT_READ_AFTER_MS, pauseClock } from '#db/messages/turn-clock.ts'
import type { IncomingFacts } from '#db/messages/incoming.ts'
import { takeMessages } from '#db/messages/intake.ts'
import { addEntry, changeThread, findThread, type Thread } from '#db/messages/threads.ts'
import type { Store, Writer } from '#db/store.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { patientIdOf, type GuardiansOf } from '#seed/demo/families.ts'
import { accountsOf } from '#seed/demo/accounts.ts'
import { demoCases, instantOf, strandedCase, type DemoCase } from '#seed/demo/message-cases.ts'
import { plannedMessages } from '#seed/demo/message-plan.ts'
import { demoQueues, writeDemoQueues } from '#seed/demo/queues.ts'
import { queueIdOf } from '#seed/queues.ts'
import { inSlices } from '#seed/slices.ts'
import { casesOf } from '#seed/demo/proxy-cases.ts'
import { familiesOf, parentOf } from '#seed/demo/proxy-families.ts'
import { stableId, stableNumber, stablePick, stableShare } from '#seed/stable.ts'
import { demoStaff } from '#seed/demo/demo-staff.ts'
import { staffIdOf } from '#seed/staff.ts'

const replies = [
  'Thank you for writing. Please keep on as before; we look at it at your next visit.', 'I have sent it to your pharmacy. Call us if it is not there by tomorrow.',
  'This is common and no reason to worry. If it gets worse, please call the office.', 'Please call the desk for a time this week; I would like to see it.',
]

/** Queues, canned replies and ten weeks of threads, answered as a practice answers: most in time, some late, some still open. */
export async function writeMessages(store: Store, patients: readonly DemoPatient[], guardiansOf: GuardiansOf, at: Instant): Promise<void> {
  await store.tx((w) => writeDemoQueues(w, at))
  const planned = plannedMessages(patients, at).map((one): Told => ({
    sentAt: one.sentAt, became: outcomeOf(one.key, one.sentAt, at),
    message: { ...bare(one.key, one.portalId, patientIdOf(one.patient.facts)), subject: one.subject, text: one.text, language: one.language, sentAt: one.sentAt, topic: one.topic, recipient: one.recipient },
  }))
  await inSlices(store, [...planned, ...cases(patients, guardiansOf, at)], async (w, slice) => { for (const one of slice) await tell(w, one, at) })
}

type Became = { kind: 'answered'; at: Instant; leaves: 'resolved' | 'open' } | { kind: 'claimed' | 'waiting' | 'open' | 'settled' }
type Told = { sentAt: Instant; message: IncomingFacts; became: Became }

/** Nearly all that is older than three days was answered, after some nine hours in the middle; of the rest about half. */
function outcomeOf(key: string, sentAt: Instant, at: Instant): Became {
  const bell = (stableShare('a', key) + stableShare('b', key) + stableShare('c', key) - 1.5) * 2
  const answeredAt = sentAt + Math.round(Math.exp(1.9 + 0.9 * bell) * HOUR)
  const isOld = sentAt < at - 3 * DAY
  if (answeredAt < at - 10 * MINUTE && (isOld || stableShare('answered', key) < 0.35)) return { kind: 'answered', at: answeredAt, leaves: stableShare('closed', key) < 0.92 ? 'resolved' : 'open' }
  if (isOld) return { kind: 'answered', at: Math.min(at - HOUR, sentAt + 2 * DAY), leaves: 'resolved' }
  return { kind: stableShare('held', key) < 0.25 ? 'claimed' : stableShare('waits', key) < 0.12 ? 'waiting' : 'open' }
}

function bare(key: string, portalId: string, patientId: string): IncomingFacts {
  return {
    source: `portal:${portalId}`, sourceId: `demo-${key}`, threadSourceId: `demo-thread-${key}`, portalId, patient: { id: patientId },
    sender: { kind: 'patient', id: null, name: null, relationship: null }, subject: '', text: '', sentAt: 0, recipient: 'provider', topic: 'medical-question', language: null, attachments: [],
  }
}

function cases(patients: readonly DemoPatient[], guardiansOf: GuardiansOf, at: Instant): Told[] {
  const consenting = casesOf(familiesOf(patients, guardiansOf)).find(({ key }) => key === 'teen-consent')?.family
  const living = patients.filter((one) => !one.facts.deceased && !one.restricted)
  const withAccount = (portalId: string) => living.filter((one) => one.age >= 18 && accountsOf(one, at).some((account) => account.portalId === portalId && ['active', 'legacy-only'].includes(account.state)))
  const east = (one: DemoPatient) => one.site.jurisdiction !== 'CA'
  const about: Record<DemoCase['about'], readonly DemoPatient[]> = {
    adult: withAccount('mychart-ny-nj'), california: withAccount('myportal-ca'), legacy: withAccount('nextgen-legacy'),
    // A parent reads what is answered about this teen: sending asks first.
    teen: consenting ? [consenting.child] : living.filter((one) => one.age >= 12 && one.age < 18 && east(one)), child: living.filter((one) => one.age < 12 && east(one)),
  }
  const relationOf = ({ about: whom, sender }: DemoCase): string => {
    const [parent] = whom === 'teen' ? consenting?.adults ?? [] : []
    return parent ? parentOf(parent) : sender?.relationship ?? ''
  }
  const told = demoCases.flatMap((one): Told[] => {
    if (about[one.about].length === 0) return []
    const patient = stablePick(about[one.about], 'case', one.key)
    const message = bare(one.key, one.about === 'california' ? 'myportal-ca' : 'mychart-ny-nj', patientIdOf(patient.facts))
    const sentAt = Math.floor(instantOf(one, at))
    return [{
      sentAt, became: { kind: one.became }, message: {
        ...message, subject: one.subject, text: one.text, language: one.language ?? null, sentAt, topic: one.topic ?? 'medical-question',
        recipient: one.topic === 'billing' ? 'billing' : 'provider',
        ...(one.sender ? { sender: { kind: one.sender.kind, id: null, name: `${patient.facts.legalFamily}, ${relationOf(one)}`, relationship: relationOf(one) } } : {}),
        attachments: one.attachment ? [{ ref: `demo/${one.key}`, name: one.attachment, mediaType: one.attachment.endsWith('.png') ? 'image/png' : 'application/pdf', bytes: one.attachment.endsWith('.png') ? 3_470 : 48_213 }] : [],
      },
    }]
  })
  const stranded = about.legacy[0]
  const { key, sentAt, subject, text } = strandedCase
  return stranded ? [...told, { sentAt, became: { kind: 'open' }, message: { ...bare(key, 'nextgen-legacy', patientIdOf(stranded.facts)), subject, text, sentAt } }] : told
}

/** One thread as it came and what became of it. One that is there already stays as it is. */
async function tell(w: Writer, { message, sentAt, became }: Told, at: Instant): Promise<void> {
  const [taken] = await takeMessages(w, [message], { at: sentAt, newId: stableId })
  if (taken?.outcome !== 'created') return
  const thread = await findThread(w, taken.threadId)
  if (!thread || became.kind === 'open') return
  const by = answererOf(thread)
  if (became.kind === 'answered') await answer(w, thread, by, { ...became, at: await inHours(w, thread, became.at, at) })
  else if (became.kind === 'settled') await settle(w, thread, by, sentAt + 12 * MINUTE)
  else if (became.kind === 'waiting') await ask(w, thread, by, Math.min(at - MINUTE, sentAt + 5 * HOUR))
  else await changeThread(w, thread, { assigneeId: by.id, assignedAt: at - 2 * MINUTE, leaseEndsAt: stableShare('lease', thread.id) < 0.5 ? at + 8 * MINUTE : null })
}

type By = { id: string; name: string }

/** Who of a queue answers; the helpline and the desk do not answer in clinical ones. */
function answererOf(thread: Thread): By {
  const queue = demoQueues.find(({ key }) => queueIdOf(key) === thread.queueId)
  const people = (queue?.people ?? ['tom.whitfield']).flatMap((userName) => demoStaff.find((one) => one.userName === userName && (queue?.kind !== 'provider-pool' || one.roles.includes('clinician'))) ?? [])
  const one = stablePick(people, 'answers', thread.id)
  return { id: staffIdOf(one.userName), name: one.name }
}

/** People answer while the office is open: an instant outside moves into the next opening. */
async function inHours(w: Writer, thread: Thread, wanted: Instant, at: Instant): Promise<Instant> {
  const here = await clockHere(w, thread)
  if (!here || isOpenAt(here.promised.calendar, wanted)) return wanted
  const opensAt = nextOpeningAfter(here.promised.calendar, wanted)
  const then = opensAt === null ? wanted : opensAt + (stableNumber('after opening', thread.id) % 150) * MINUTE
  return then < at ? then : wanted
}

async function answer(w: Writer, thread: Thread, by: By, { at, leaves }: { at: Instant; leaves: 'resolved' | 'open' }): Promise<void> {
  const here = await clockHere(w, thread)
  if (!here) return
  const text = stablePick(replies, 'reply', thread.id)
  const closing = leaves === 'resolved'
    ? { state: 'resolved', disposition: thread.flagged ? 'not-emergency' : 'answered', dispositionBecause: thread.flagged ? 'Read and asked back: long past.' : null, resolvedBy: by.id, resolvedAt: at }
    : {}
  const flag = thread.flagged && leaves === 'resolved' ? { flagged: false, flagSettledAs: 'not-emergency', flagSettledBy: by.id, flagSettledAt: at } : {}
  const isRead = stableShare('read', thread.id) < 0.85
  const turned = await answerClock(w, thread, here, { at, kind: 'reply', by: by.id }, leaves === 'resolved' ? false : thread.flagged)
  const after = await changeThread(w, thread, {
    ...turned, ...closing, ...flag, assigneeId: by.id, assignedAt: at - 6 * MINUTE, line: text, lastMessageAt: at, notReadAt: isRead ? null : at + NOT_READ_AFTER_MS,
  }, 1)
  const id = stableId('demo reply', thread.id)
  await addEntry(w, after, {
    id, kind: 'reply', senderKind: 'staff', senderId: by.id, senderName: by.name, text, at, receivedAt: at, readers: '[]', delivery: 'delivered',
    readAt: isRead ? at + (30 + stableNumber('read after', thread.id) % 1200) * MINUTE : null, source: 'console', sourceId: id,
  })
}

async function ask(w: Writer, thread: Thread, by: By, at: Instant): Promise<void> {
  const here = await clockHere(w, thread)
  if (!here) return
  const text = 'Have you had a fever since Sunday, and how high was it?'
  const after = await changeThread(w, thread, { state: 'waiting', ...await pauseClock(w, thread, here, at), assigneeId: by.id, assignedAt: at, line: text, lastMessageAt: at, notReadAt: at + NOT_READ_AFTER_MS }, 1)
  const id = stableId('demo reply', thread.id)
  await addEntry(w, after, { id, kind: 'reply', senderKind: 'staff', senderId: by.id, senderName: by.name, text, at, receivedAt: at, readers: '[]', delivery: 'delivered', source: 'console', sourceId: id })
}

/** An emergency that was seen to: called within minutes, with the note of it. */
async function settle(w: Writer, thread: Thread, by: By, at: Instant): Promise<void> {
  const here = await clockHere(w, thread)
  if (!here) return
  const turned = await answerClock(w, thread, here, { at, kind: 'call', by: by.id }, false)
  const after = await changeThread(w, thread, {
    ...turned, state: 'resolved', disposition: 'sent-to-911', resolvedBy: by.id, resolvedAt: at, assigneeId: by.id, assignedAt: at - 4 * MINUTE,
    flagged: false, flagSettledAs: 'sent-to-911', flagSettledBy: by.id, flagSettledAt: at,
  }, 1)
  const id = stableId('demo call', thread.id)
  await addEntry(w, after, {
    id, kind: 'call', senderKind: 'staff', senderId: by.id, senderName: by.name, text: 'Called the number on file; told to call 911 at once. Spouse is there.', at, receivedAt: at,
    callOutcome: 'spoke', answered: true, source: 'console', sourceId: id,
  })
}
