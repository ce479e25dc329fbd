import type { CallStep, ProofMoment, ScriptScene } from '#domain/recovery/script-scene.ts'
import { callWords, type Exchange, type ExchangeKey, type NextKey, type SayKey } from '#domain/recovery/script-words.ts'
import { ttyLines } from '#domain/recovery/tty-lines.ts'
import type { WayKind } from '#domain/recovery/words.ts'

/** The words of one moment of a call. */
export type CallScript = {
  /** What is said now, in the caller's language; on a TTY as the lines to type. */
  sayNow: string
  lines: readonly string[]
  /** The same in the language of whoever sits at the desk, where that is another. */
  meaning: string | null
  /** Four things that the caller may say, and the answers, in the caller's language. */
  ifCallerSays: readonly Exchange[]
  /** For the desk, in its own language: how the call can always go on safely. */
  nextSafe: string
  /** For the desk: how to speak with this caller; null where nothing stands between. */
  hint: string | null
}

/** How many answers stand beside a step: as many as fit beside it without scrolling. */
const ANSWERS_SHOWN = 4

/**
 * The portal's own script at one moment of a call (R43, R44). Until the caller has proven who they are nothing in it depends on the
 * account, so that nobody learns from the words whether there is one (ID-07). `reads` is the language of the desk.
 */
export function scriptFor(scene: ScriptScene, reads: 'en' | 'es'): CallScript {
  const said = sayOf(scene)
  const own = callWords[scene.language]
  const sayNow = filled(own.say[said], scene)
  const keys = [...(scene.socialProviders.length > 0 && scene.step === 'prove' && scene.proof === 'none' ? (['social'] as const) : []), ...exchangesOf(scene)]
  const answers = keys.slice(0, ANSWERS_SHOWN).map((key) => ({ theySay: filled(own.exchanges[key].theySay, scene), answer: own.exchanges[key].answer }))
  return {
    sayNow,
    lines: scene.relay === 'tty' ? ttyLines(sayNow) : [],
    meaning: reads === scene.language ? null : filled(callWords[reads].say[said], scene),
    ifCallerSays: answers,
    nextSafe: callWords[reads].next[nextOf(scene)],
    hint: scene.relay === 'none' ? null : callWords[reads].hints[scene.relay],
  }
}

/** Which sentence is said at this moment. */
function sayOf(scene: ScriptScene): SayKey {
  const { step, proven } = scene
  if (step === 'find') return findSay(scene)
  if (step === 'prove') return proveSay(scene)
  if (step === 'over') return scene.end === 'done' ? 'overDone' : 'overOther'
  if (scene.limitReached) return scene.proof === 'waiting' ? 'secondPersonWaiting' : 'secondPerson'
  if (proven?.kind === 'social') return 'actSocial'
  if (proven?.kind === 'none') return 'actNone'
  return 'act'
}

function findSay({ channel, isOpen, afterHours, factsUsedUp }: ScriptScene): SayKey {
  if (factsUsedUp) return 'factsUsedUp'
  if (channel === 'desk') return 'greetDesk'
  return isOpen === false && afterHours !== null ? 'closed' : 'greet'
}

function proveSay({ way, proof, channel }: ScriptScene): SayKey {
  if (proof === 'failed') return channel === 'desk' ? 'failedDesk' : 'failed'
  const says: Record<WayKind, Partial<Record<ProofMoment, SayKey>> & { none: SayKey }> = {
    'email-link': { none: 'link', sent: 'linkSent' },
    'call-back': { none: 'callBack', dialling: 'callBackDialling', words: 'callBackWords' },
    'photo-id': { none: channel === 'desk' ? 'photoIdDesk' : 'photoId' },
    'second-person': { none: 'secondPerson', waiting: 'secondPersonWaiting' },
  }
  return says[way][proof] ?? says[way].none
}

/** What a caller may come up with at a step, the likeliest first. */
const atStep: Record<Exclude<CallStep, 'prove'>, readonly ExchangeKey[]> = {
  find: ['whyAsk', 'whatIsOnFile', 'forSomebody', 'hurry'],
  act: ['userName', 'setPassword', 'linkEnds', 'newEmail'],
  over: ['isThereAnAccount', 'manager', 'newEmail', 'didNotAsk'],
}
const atWay: Record<WayKind, readonly ExchangeKey[]> = {
  'email-link': ['lostEmail', 'newNumber', 'hurry', 'tellPassword'],
  'call-back': ['notAtPhone', 'newNumber', 'authority', 'isThereAnAccount'],
  'photo-id': ['cannotCome', 'whichId', 'sonBrings', 'hurry'],
  'second-person': ['howLong', 'whoDecides', 'authority', 'colleague'],
}
/** Somebody who stands there with or without a document. */
const atDesk: readonly ExchangeKey[] = ['noPhotoId', 'whichId', 'newEmail', 'hurry']
const atMoment: Partial<Record<ProofMoment, readonly ExchangeKey[]>> = {
  sent: ['notCome', 'lostEmail', 'readIt', 'otherAddress'],
  dialling: ['didNotAsk', 'whyAsk', 'tellPassword', 'userName'],
  words: ['whyWords', 'didNotAsk', 'tellPassword', 'userName'],
  failed: ['cannotCome', 'noPhotoId', 'manager', 'colleague'],
}

function exchangesOf({ step, way, proof, channel, factsUsedUp, limitReached, proven }: ScriptScene): readonly ExchangeKey[] {
  if (step === 'find' && factsUsedUp) return atMoment.failed ?? []
  if (step === 'act' && limitReached) return atWay['second-person']
  if (step === 'act' && proven?.kind === 'social') return ['lostProvider', 'tellPassword', 'newEmail', 'manager']
  if (step !== 'prove') return atStep[step]
  if (channel === 'desk' && way === 'photo-id' && proof === 'none') return atDesk
  return atMoment[proof] ?? atWay[way]
}

function nextOf({ step, way, proof, channel }: ScriptScene): NextKey {
  if (step === 'over') return 'ended'
  if (step === 'act') return 'finish'
  if (proof === 'sent') return 'linkWaits'
  if (proof === 'waiting' || (step === 'prove' && way === 'second-person')) return 'approvalWaits'
  return channel === 'desk' ? 'photoIdHere' : 'photoId'
}

/** The sentence with the portal's own name and numbers in it. */
function filled(text: string, { portalName, afterHours, socialProviders, proven }: ScriptScene): string {
  const provider = proven?.kind === 'social' ? proven.provider : ''
  const values: Record<string, string> = { portal: portalName, afterHours: afterHours ?? '', provider, providers: socialProviders[0] ?? '' }
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
