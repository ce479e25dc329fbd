import { callWordsEn } from '#domain/recovery/script-words-en.ts'
import { callWordsEs } from '#domain/recovery/script-words-es.ts'

/** Something that a caller may say, and the answer to it. */
export type Exchange = { theySay: string; answer: string }

/** What is said on a call, sentence by sentence. */
export type SayKey =
  | 'greet' | 'greetDesk' | 'closed' | 'factsUsedUp'
  | 'link' | 'linkSent' | 'callBack' | 'callBackDialling' | 'callBackWords' | 'photoId' | 'photoIdDesk'
  | 'secondPerson' | 'secondPersonWaiting' | 'failed' | 'failedDesk'
  | 'act' | 'actSocial' | 'actNone' | 'overDone' | 'overOther'

/** What a caller may come up with. */
export type ExchangeKey =
  | 'whyAsk' | 'whatIsOnFile' | 'hurry' | 'forSomebody' | 'lostEmail' | 'newNumber' | 'tellPassword' | 'isThereAnAccount'
  | 'notCome' | 'readIt' | 'otherAddress' | 'notAtPhone' | 'whyWords' | 'didNotAsk' | 'cannotCome' | 'noPhotoId' | 'sonBrings' | 'whichId'
  | 'howLong' | 'whoDecides' | 'authority' | 'colleague' | 'setPassword' | 'userName' | 'linkEnds' | 'manager' | 'social' | 'lostProvider' | 'newEmail'

/** Where a call can always go on safely; for whoever sits at the desk. */
export type NextKey = 'photoId' | 'photoIdHere' | 'linkWaits' | 'approvalWaits' | 'finish' | 'ended'

/** What whoever speaks has to mind with a relay, an interpreter or a TTY. */
export type HintKey = 'tty' | 'relay' | 'interpreter'

export type CallWords = {
  say: Record<SayKey, string>
  exchanges: Record<ExchangeKey, Exchange>
  next: Record<NextKey, string>
  hints: Record<HintKey, string>
}

export const callWords: Readonly<Record<'en' | 'es', CallWords>> = { en: callWordsEn, es: callWordsEs }
