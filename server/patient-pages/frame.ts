import type { Response } from 'express'
import { helplineOf } from '#domain/enrollment/sheet-words.ts'
import type { ContactPolicy } from '#domain/portals/contact-points.ts'
import type { Language } from '#domain/reasons/text.ts'
import { html, type Markup } from '#server/patient-pages/markup.ts'
import { waitingLines, WAITS_PATH } from '#server/patient-pages/waits.ts'
import { STYLE } from '#server/patient-pages/style.ts'

/** What every page needs: whose practice, in which language, and whom to ask. */
export type PageScene = {
  practiceName: string
  language: Language
  /** The portal's published numbers, where a portal is known. */
  contacts: ContactPolicy | null
  /** How the other language is had: `path`, where the page can be asked for again; `form`, by the form of the step; null: not at all. */
  other: { path: string } | 'form' | null
}

export type Page = { title: string; step?: { now: number; of: number }; body: Markup; status?: number }

const words = {
  en: { step: 'Step', of: 'of', other: 'Español', ask: 'Questions: ask at the desk.', emergency: 'In an emergency call 911.', wait: 'The portal is for matters that can wait.', skip: 'To the content' },
  es: { step: 'Paso', of: 'de', other: 'English', ask: 'Preguntas: en recepción.', emergency: 'En una emergencia llame al 911.', wait: 'El portal es para asuntos que pueden esperar.', skip: 'Al contenido' },
} as const

/** Sends a page of a few kilobytes that needs no script, and says more with its small one: never kept, never in a frame, of no other origin. */
export function sendPage(res: Response, scene: PageScene, page: Page): void {
  const { language } = scene
  const say = words[language]
  const other: Language = language === 'en' ? 'es' : 'en'
  const nonce = String(res.locals.nonce)
  const document = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${page.title} · ${scene.practiceName}</title><style nonce="${nonce}">${{ markup: STYLE }}</style><script src="${WAITS_PATH}" defer></script></head>
<body><a class="skip" href="#content">${say.skip}</a>
<header><strong>${scene.practiceName}</strong>${typeof scene.other === 'object' && scene.other ? html`<a href="${scene.other.path}?lang=${other}" lang="${other}" hreflang="${other}">${say.other}</a>` : null}</header>
<main id="content">${page.step ? barsOf(page.step, language) : null}<h1>${page.title}</h1>${page.body}${waitingLines(language)}</main>${scene.other === 'form' ? html`
<p class="other"><button form="step" name="do" value="lang-${other}" lang="${other}" formnovalidate>${say.other}</button></p>` : null}
<footer><div><p>${scene.contacts ? helplineOf(scene.contacts, language) ?? say.ask : say.ask}</p><p><strong>${say.emergency}</strong> ${say.wait}</p></div></footer></body></html>`
  res.status(page.status ?? 200).type('html').send(document.markup)
}

function barsOf({ now, of }: { now: number; of: number }, language: Language): Markup {
  const bars = Array.from({ length: of }, (_, at) => html`<li${at < now ? { markup: ' class="done"' } : null}></li>`)
  return html`<ol class="bars" aria-hidden="true">${bars}</ol><p class="second">${words[language].step} ${now} ${words[language].of} ${of}</p>`
}

/** A refusal on a patient page: what is so and what to do, and nothing about anybody. */
export function refusalNote(message: string, next: string): Markup {
  return html`<div class="refusal" role="alert"><strong>${message}</strong>${next}</div>`
}
