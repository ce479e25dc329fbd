import { z } from 'zod'
import { codeableConcept, codeOf, identifier, instantOf, resourceId, wordsOf } from '#domain/feeds/fhir-parts.ts'
import type { FeedScene } from '#domain/feeds/fhir-patient.ts'
import { reference, referredId } from '#domain/feeds/fhir-reference.ts'
import { unreadable, type Mapped } from '#domain/feeds/mapped.ts'
import type { Origin } from '#domain/feeds/facts.ts'
import { messageRecipients, messageTopics, type MessageRecipient, type MessageTopic } from '#domain/messages/words.ts'
import type { Instant } from '#domain/time.ts'

/** A message as a feed says. Subject and sender by the feed's ids; who sends for somebody else is a related person. */
export type CommunicationFacts = Origin & {
  patientSourceId: string
  /** null: the patient. */
  relatedPersonSourceId: string | null
  senderName: string | null
  threadSourceId: string | null
  /** As the feed names it; null: the portal where the patient has an account. */
  portalId: string | null
  subject: string
  text: string
  sentAt: Instant
  topic: MessageTopic
  recipient: MessageRecipient
  language: string | null
  attachments: { ref: string; name: string; mediaType: string; bytes: number }[]
}

/** Where a feed says on which of our portals a message was written. */
export const PORTAL_SYSTEM = 'urn:portal-desk:portal'
const LONGEST_TEXT = 10_000

const attachment = z.object({ contentType: z.string().max(200).optional(), url: z.string().max(500).optional(), title: z.string().max(500).optional(), size: z.int().min(0).optional() })
const fhirCommunication = z.object({
  resourceType: z.literal('Communication'),
  id: resourceId,
  identifier: z.array(identifier).max(50).optional(),
  status: z.string().max(40),
  language: z.string().max(20).optional(),
  partOf: z.array(reference).max(20).optional(),
  inResponseTo: z.array(reference).max(20).optional(),
  category: z.array(codeableConcept).max(20).optional(),
  topic: codeableConcept.optional(),
  subject: reference.optional(),
  sender: reference.extend({ display: z.string().max(200).optional() }).optional(),
  sent: z.string().max(40).optional(),
  received: z.string().max(40).optional(),
  payload: z.array(z.object({ contentString: z.string().max(LONGEST_TEXT).optional(), contentAttachment: attachment.optional() })).max(50).optional(),
})
type FhirCommunication = z.infer<typeof fhirCommunication>

/** A FHIR R4 Communication of the patient's side as facts, or the reason why it is not taken. */
export function communicationFromFhir(resource: unknown, scene: FeedScene): Mapped<CommunicationFacts> {
  const parsed = fhirCommunication.safeParse(resource)
  if (!parsed.success) return unreadable(parsed.error)
  const one = parsed.data
  const patientSourceId = referredId('Patient', one.subject)
  if (patientSourceId === null) return { refused: 'COMMUNICATION_WITHOUT_PATIENT' }
  const related = referredId('RelatedPerson', one.sender)
  const sendingPatient = referredId('Patient', one.sender)
  if (one.sender?.reference !== undefined && related === null && sendingPatient === null) return { refused: 'COMMUNICATION_FROM_STAFF' }
  const text = (one.payload ?? []).flatMap((part) => part.contentString ?? []).join('\n\n').trim()
  const sentAt = instantOf(one.sent) ?? instantOf(one.received)
  if (text === '') return { refused: 'COMMUNICATION_WITHOUT_TEXT' }
  if (sentAt === null) return { refused: 'COMMUNICATION_WITHOUT_TIME' }
  const code = codeOf(one.topic)
  return {
    mapped: {
      source: scene.source, sourceId: one.id, patientSourceId, relatedPersonSourceId: related,
      senderName: sendingPatient !== null && sendingPatient !== patientSourceId ? one.sender?.display ?? '?' : one.sender?.display ?? null,
      threadSourceId: threadOf(one), portalId: one.identifier?.find(({ system }) => system === PORTAL_SYSTEM)?.value ?? null,
      subject: wordsOf(one.topic) ?? '', text, sentAt, language: one.language ?? null,
      topic: messageTopics.find((topic) => topic === code) ?? 'other', recipient: recipientOf(one),
      attachments: (one.payload ?? []).flatMap(({ contentAttachment: file }, place) => (file ? [{
        ref: file.url ?? `${one.id}/${place}`, name: file.title ?? 'file', mediaType: file.contentType ?? 'application/octet-stream', bytes: file.size ?? 0,
      }] : [])),
    },
  }
}

/** The conversation: what it is part of or answers, by the feed's id; else its own. */
function threadOf({ partOf, inResponseTo }: FhirCommunication): string | null {
  for (const to of [...partOf ?? [], ...inResponseTo ?? []]) {
    const found = referredId('Communication', to)
    if (found !== null) return found
  }
  return null
}

function recipientOf({ category }: FhirCommunication): MessageRecipient {
  const codes = (category ?? []).flatMap((one) => codeOf(one) ?? [])
  return messageRecipients.find((recipient) => codes.includes(recipient)) ?? 'provider'
}
