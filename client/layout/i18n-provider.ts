import polyglot from 'ra-i18n-polyglot'
import type { TranslationMessages } from 'ra-core'
import { en } from '#client/layout/i18n/en.ts'
import { speak } from '#client/layout/server.ts'

/** Of react-admin's sentences only those of ra-core can appear here, so the catalogues hold no others. */
const asMessages = (catalogue: typeof en) => catalogue as unknown as TranslationMessages

/** English at once; Spanish comes with its own file when somebody asks for it. */
const provider = polyglot(
  (locale) => (locale === 'es' ? import('#client/layout/i18n/es.ts').then(({ es }) => asMessages(es)) : asMessages(en)),
  'en',
  [
    { locale: 'en', name: 'English' },
    { locale: 'es', name: 'Español' },
  ],
  { allowMissing: false },
)

/** The catalogue on the screen and the language of the server's sentences change together. */
export const i18nProvider: typeof provider = {
  ...provider,
  changeLocale: async (locale: string) => {
    await provider.changeLocale(locale)
    speak(locale)
    document.documentElement.lang = locale
  },
}
