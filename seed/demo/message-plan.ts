import { addDays, DAY, HOUR, localDateOf, MINUTE, startOfLocalDay, type Instant } from '#domain/time.ts'
import type { MessageTopic } from '#domain/messages/words.ts'
import type { DemoPatient } from '#seed/demo/dress.ts'
import { accountsOf } from '#seed/demo/accounts.ts'
import { readRows } from '#seed/files.ts'
import { stableNumber, stablePick, stableShare } from '#seed/stable.ts'

/** What one made-up thread is about: a text of the sets, by one patient, at one instant. */
export type PlannedMessage = {
  key: string; patient: DemoPatient; portalId: string; subject: string; text: string; language: string | null; sentAt: Instant
  topic: MessageTopic; recipient: 'provider' | 'billing' | 'administrative-support'
}

type Row = { id: string; subject: string; text: string; intent?: string }
/** Days back over which messages arrive. */
const DAYS = 70
/** How often people write, by weekday (Monday first) and by hour of the day. */
const weekdays = [1, 0.8, 0.75, 0.7, 0.75, 0.3, 0.35]
const hours = [0.05, 0.02, 0.02, 0.02, 0.03, 0.1, 0.3, 0.5, 0.8, 1, 1, 1, 0.85, 0.8, 0.8, 0.8, 0.7, 0.6, 0.6, 0.65, 0.7, 0.6, 0.35, 0.15]

/** Every text of the sets once, each by a patient with an account that takes messages. */
export function plannedMessages(patients: readonly DemoPatient[], at: Instant): PlannedMessage[] {
  const writers = patients.flatMap((patient) => {
    const account = accountsOf(patient, at).find((one) => one.state === 'active')
    return account && !patient.facts.deceased && !patient.restricted && patient.age >= 18 ? [{ patient, portalId: account.portalId }] : []
  })
  if (writers.length === 0) return []
  const texts = [
    ...rowsOf('kqa').map((row) => ({ ...row, topic: topicOf(row.text) })), ...rowsOf('nlm').map((row) => ({ ...row, topic: topicOf(`${row.subject} ${row.text}`) })),
    ...rowsOf('star').map((row) => ({ ...row, topic: row.intent === 'appointment' ? 'appointment' as const : 'medical-question' as const })),
  ]
  return texts.map(({ id, subject, text, topic }) => {
    const { patient, portalId } = stablePick(writers, 'writer', id)
    return {
      key: id, patient, portalId, subject, text, language: patient.facts.language, sentAt: writtenAt(id, patient, at), topic,
      recipient: topic === 'billing' && portalId === 'myportal-ca' ? 'billing' as const : topic === 'appointment' && portalId === 'myportal-ca' ? 'administrative-support' as const : 'provider' as const,
    }
  }).toSorted((a, b) => a.sentAt - b.sentAt)
}

function rowsOf(name: string): Row[] {
  return readRows(`messages/${name}.ndjson.gz`) as Row[]
}

function topicOf(text: string): MessageTopic {
  if (/\b(bill|charge|insurance|copay|invoice)\b/i.test(text)) return 'billing'
  if (/\b(refill|prescription|pharmacy)\b/i.test(text)) return 'refill'
  if (/\b(result|lab|test|cholesterol|blood work)\b/i.test(text)) return 'results'
  return 'medical-question'
}

/** When somebody wrote it: more on Mondays and by day, none after `at`. The hash decides, so that each start gives the same. */
function writtenAt(id: string, { site }: DemoPatient, at: Instant): Instant {
  const today = localDateOf(at, site.timeZone)
  for (let attempt = 0; ; attempt++) {
    const key = [id, String(attempt)]
    const on = addDays(today, -Math.floor(stableShare('day', ...key) ** 1.7 * DAYS))
    const hour = stableNumber('hour', ...key) % 24
    const weekday = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7
    const sentAt = startOfLocalDay(on, site.timeZone) + hour * HOUR + (stableNumber('minute', ...key) % 60) * MINUTE
    const isKept = stableShare('kept', ...key) < (weekdays[weekday] ?? 0) * (hours[hour] ?? 0)
    if (isKept && sentAt < at - MINUTE && sentAt > at - DAYS * DAY) return sentAt
  }
}
