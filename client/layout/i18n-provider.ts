import polyglot from 'ra-i18n-polyglot'
import type { TranslationMessages } from 'ra-core'
import { en } from '#client/layout/i18n/en.ts'
import { speak } from '#client/layout/server.ts'

type Words = { [key: string]: string | Words }

/** Of react-admin's sentences only those of ra-core can appear here, so the catalogues hold no others. */
const asMessages = (words: Words) => words as unknown as TranslationMessages

let rooms: Promise<void> | null = null

/** English of the first screen at once; Spanish, and the words of the rooms, each with a file of its own when they are asked for. */
const provider = polyglot(
  (locale) => (locale === 'es' || rooms ? catalogue(locale) : asMessages(en)),
  'en',
  [
    { locale: 'en', name: 'English' },
    { locale: 'es', name: 'Español' },
  ],
  { allowMissing: false, onMissingKey: wordless },
)

/** A sentence without words is a fault of ours: it is shown by its key, and reported where a test hears it. */
function wordless(key: string): string {
  reportError(new Error(`No words for ${key}`))
  return key
}

async function catalogue(locale: string): Promise<TranslationMessages> {
  const [first, rest] = await Promise.all([
    locale === 'es' ? import('#client/layout/i18n/es.ts').then(({ es }) => es) : en,
    rooms ? roomWords(locale) : {},
  ])
  return asMessages(merged(first, rest))
}

function roomWords(locale: string): Promise<Words> {
  return locale === 'es' ? import('#client/layout/i18n/es-rooms.ts').then(({ esRooms }) => esRooms) : import('#client/layout/i18n/en-rooms.ts').then(({ enRooms }) => enRooms)
}

/** One catalogue of two; a room may have some of its words in the first. */
export function merged(one: Words, other: Words): Words {
  const all = { ...one }
  for (const [key, words] of Object.entries(other)) {
    const known = all[key]
    all[key] = typeof known === 'object' && typeof words === 'object' ? merged(known, words) : words
  }
  return all
}

/** One after the other, so that the language asked for last is the one on the screen. */
let turn: Promise<void> = Promise.resolve()
function speakFrom(locale: () => string): Promise<void> {
  const spoken = turn.then(() => provider.changeLocale(locale()))
  turn = spoken.catch(() => {})
  return spoken
}

/** The words of every room, from now on in whichever language is spoken. A file that did not come is asked for again by the next room. */
export function bringRoomWords(): Promise<void> {
  rooms ??= speakFrom(provider.getLocale).catch((fault: unknown) => {
    rooms = null
    throw fault
  })
  return rooms
}

/** The catalogue on the screen and the language of the server's sentences change together. */
export const i18nProvider: typeof provider = {
  ...provider,
  changeLocale: async (locale: string) => {
    await speakFrom(() => locale)
    speak(locale)
    document.documentElement.lang = locale
  },
}
