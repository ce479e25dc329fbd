import { and, eq } from 'drizzle-orm'
import { capabilityIn, itemIn } from '#domain/access/access.ts'
import type { ServiceLine } from '#domain/access/bases.ts'
import type { Item, Viewer } from '#domain/access/facts.ts'
import { inWords } from '#domain/access/names.ts'
import { sceneAt } from '#domain/access/scene.ts'
import { wordsOf } from '#domain/access/sentences.ts'
import { ageAt } from '#domain/birthdays.ts'
import type { ViewerPreview } from '#domain/contracts/results.ts'
import { displayName } from '#domain/names.ts'
import type { Language } from '#domain/reasons/text.ts'
import type { ResultFacts } from '#domain/release/facts.ts'
import type { Recipient } from '#domain/release/recipient.ts'
import { releaseSentence } from '#domain/release/sentences.ts'
import { answerAt } from '#domain/release/timeline.ts'
import { isoOrNull, type Instant } from '#domain/time.ts'
import { accessOfOne, type RecordAccess } from '#db/access-facts.ts'
import { resultsById } from '#db/result-facts.ts'
import type { Reader } from '#db/store.ts'

/** What one viewer sees of one result: both engines' answers joined. The connector, previews and notices ask this and nothing else. */
export type ViewerAnswer = Pick<ViewerPreview, 'visible' | 'mayReply' | 'held' | 'code' | 'sentence' | 'rule'>

/** The result as an item of the record. */
export async function itemOfResult(db: Reader, id: string): Promise<Item> {
  const { recordItems: r } = db.t
  const [row] = await db.select().from(r).where(and(eq(r.source, 'results'), eq(r.sourceId, id)))
  return {
    category: 'result', acquiredOn: row?.acquiredOn ?? null, sensitive: row?.sensitive ?? true,
    confidentialTo: (row?.confidentialTo ?? '').split(',').filter((line) => line !== '') as ServiceLine[],
  }
}

/** Whether a viewer sees a result on a portal at an instant, and why (not). First who they are, then what the result says. */
export function seenBy(access: RecordAccess, portalId: string, item: Item, facts: ResultFacts, viewer: Viewer, at: Instant, language: Language): ViewerAnswer {
  const portal = access.portals.find((one) => one.id === portalId)
  const scene = sceneAt(access.factsOf(portalId), viewer, at)
  const seen = itemIn(scene, item)
  const recipient: Recipient = viewer.kind === 'patient' ? viewer : { kind: 'representative', personId: viewer.personId }
  const answer = answerAt(portal?.versions.map(({ policy }) => policy) ?? [], facts, recipient, at)
  if (!seen.visible) {
    const { message } = wordsOf(seen.why, language, scene.policy?.proxyAccess.parentalGrantsEndAtAge ?? 18)
    return { visible: false, mayReply: false, held: false, code: seen.why.code, sentence: message, rule: seen.why.rule }
  }
  const visible = answer?.state === 'visible'
  return {
    visible, mayReply: visible && capabilityIn(scene, 'send-messages').answer !== 'no', held: answer?.why.code === 'HELD',
    code: answer?.why.code ?? 'PORTAL_CLOSED', rule: answer?.why.rule ?? 'R85',
    sentence: releaseSentence(answer?.why.code ?? 'PORTAL_CLOSED', language, { portal: portal?.name ?? portalId, until: isoOrNull(answer?.why.until ?? null) }),
  }
}

/** Everybody who has or had access on the portal, and the patient: by name, with what they see. Nobody of a former family. */
export function previewOf(access: RecordAccess, portalId: string, item: Item, facts: ResultFacts, at: Instant, language: Language): ViewerPreview[] {
  const zone = access.portals.find((one) => one.id === portalId)?.timeZone ?? 'UTC'
  const { chart } = access
  const own: ViewerPreview = {
    viewer: 'patient', name: displayName(chart), relation: null, age: ageAt(chart.birthDate, at, zone), levelName: null,
    ...seenBy(access, portalId, item, facts, { kind: 'patient' }, at, language),
  }
  const grants = access.grants.filter((one) => one.portalId === portalId && one.state !== 'denied' && one.state !== 'held' && one.state !== 'requested')
  const persons = [...new Set(grants.map((one) => one.personId))].flatMap((personId): ViewerPreview[] => {
    const person = access.persons.get(personId)
    const grant = grants.findLast((one) => one.personId === personId)
    const answer = seenBy(access, portalId, item, facts, { kind: 'proxy', personId }, at, language)
    if (!person || !grant || answer.code === 'ENDED_BY_ADOPTION') return []
    const policy = access.portals.find((one) => one.id === portalId)?.versions.at(-1)?.policy
    return [{
      viewer: personId, name: person.name, relation: inWords(grant.relationship, language), age: person.row.birthDate === null ? null : ageAt(person.row.birthDate, at, zone),
      levelName: policy?.proxyAccess.levels.find((level) => level.id === grant.levelId)?.name[language] ?? null, ...answer,
    }]
  })
  return [own, ...persons]
}

/** What one viewer sees of some results of a patient: for the portal that asks. Ids that are not this patient's are left out. */
export async function visibilityOf(db: Reader, patientId: string, portalId: string, viewer: Viewer, resultIds: readonly string[], at: Instant): Promise<Map<string, ViewerAnswer>> {
  const access = await accessOfOne(db, patientId)
  const found = new Map<string, ViewerAnswer>()
  for (const known of (await resultsById(db, resultIds)).values()) {
    if (known.row.patientId !== patientId) continue
    found.set(known.row.id, seenBy(access, portalId, await itemOfResult(db, known.row.id), known.facts, viewer, at, 'en'))
  }
  return found
}
