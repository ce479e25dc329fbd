import type { RequestHandler } from 'express'
import type { Language } from '#domain/reasons/text.ts'
import { html, type Markup } from '#server/patient-pages/markup.ts'

const words = {
  en: {
    offline: 'Your phone has no connection now.', offlineNext: 'What you have done is kept. Press the button again when you are connected.',
    slow: 'The connection is slow.', slowNext: 'Keep this page open. Nothing is lost; if nothing happens, press the button once more.',
  },
  es: {
    offline: 'Su teléfono no tiene conexión ahora.', offlineNext: 'Lo que ya hizo está guardado. Pulse el botón de nuevo cuando tenga conexión.',
    slow: 'La conexión es lenta.', slowNext: 'Deje esta página abierta. No se pierde nada; si no ocurre nada, pulse el botón una vez más.',
  },
} as const

/** Where the two lines come from; kept by the browser for a day, as it says nothing about anybody. */
export const WAITS_PATH = '/p/waits.js'

/** After so long an answer is late. Assumption. */
const SLOW_MS = 5000

/**
 * All the script that patient pages have, and none that they need: it says that there is no connection, holds back a button
 * that would only lead to the browser's own page, and says that an answer takes long.
 */
const SCRIPT = `(() => {
const show = (id, on) => { document.getElementById(id).hidden = !on }
const line = () => show('offline', !navigator.onLine)
let late
addEventListener('online', line)
addEventListener('offline', line)
addEventListener('submit', (event) => {
line()
clearTimeout(late)
if (navigator.onLine) late = setTimeout(() => show('slow', navigator.onLine), ${SLOW_MS})
else event.preventDefault()
})
addEventListener('pageshow', () => { clearTimeout(late); show('slow', false); line() })
})()
`

/** The two lines of a page, hidden until the script shows one. */
export function waitingLines(language: Language): Markup {
  const say = words[language]
  return html`<div class="waits" role="status"><p class="wait" id="offline" hidden><strong>${say.offline}</strong> ${say.offlineNext}</p><p class="wait" id="slow" hidden><strong>${say.slow}</strong> ${say.slowNext}</p></div>`
}

export const sendWaits: RequestHandler = (_req, res) => {
  res.setHeader('Cache-Control', 'public, max-age=86400')
  res.type('text/javascript').send(SCRIPT)
}
