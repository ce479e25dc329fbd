import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#client/App.tsx'
import { i18nProvider } from '#client/layout/i18n-provider.ts'

/** The nonce is only in the property: the attribute reads as empty once the page is parsed. */
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
const cache = createCache({ key: 'pd', nonce, prepend: true })
const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the console')

/** Before anybody signs in the browser's own language holds. */
const language = navigator.language.startsWith('es') ? 'es' : 'en'

void i18nProvider.changeLocale(language).then(() =>
  createRoot(root).render(
    <StrictMode>
      <CacheProvider value={cache}>
        <App />
      </CacheProvider>
    </StrictMode>,
  ),
)
