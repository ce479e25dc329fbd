import type { Language } from '#domain/reasons/text.ts'
import { birthDateFields } from '#server/patient-pages/birth-date.ts'
import type { Page } from '#server/patient-pages/frame.ts'
import { html, type Markup } from '#server/patient-pages/markup.ts'
import { recoveryWords } from '#server/patient-pages/recovery-words.ts'
import { words } from '#server/patient-pages/words.ts'

export type Form = { action: string; form: string; language: Language; note: Markup | null; portalName: string }

/** Whether it is the reader who is calling. Looking at it uses nothing up. */
export function proofPage({ action, form, language, note, portalName }: Form): Page {
  const say = recoveryWords[language].proof
  return {
    title: say.title,
    body: html`<p>${say.lead(portalName)}</p>${note}
<form method="post" action="${action}">${hidden(form, language)}${birthDateFields(language, say.question)}
<button>${say.go}</button><button class="quiet" name="do" value="deny" formnovalidate>${say.deny}</button></form>`,
  }
}

/** Birth date and a new password, twice. */
export function resetPage({ action, form, language, note, portalName }: Form): Page {
  const say = recoveryWords[language].reset
  const { signIn } = words[language]
  return {
    title: say.title,
    body: html`<p class="second">${say.lead(portalName)}</p>${note}
<form method="post" action="${action}">${hidden(form, language)}${birthDateFields(language, say.question)}
<label for="password">${say.password}</label><input id="password" name="password" type="password" required minlength="15" maxlength="256" autocomplete="new-password" aria-describedby="password-hint"><p class="second" id="password-hint">${signIn.passwordHint}</p>
<label for="repeat">${signIn.repeat}</label><input id="repeat" name="repeat" type="password" required maxlength="256" autocomplete="new-password">
<button>${say.go}</button></form>`,
  }
}

/** One button that closes the sign-in. */
export function notMePage({ action, form, language }: Pick<Form, 'action' | 'form' | 'language'>): Page {
  const say = recoveryWords[language].notMe
  return { title: say.title, body: html`<p>${say.lead}</p><form method="post" action="${action}">${hidden(form, language)}<button>${say.go}</button></form><p class="note">${say.note}</p>` }
}

/** How each of the pages ends. */
export function recoveryEnd(language: Language, which: 'proof' | 'denied' | 'reset' | 'not-me', portalName = ''): Page {
  const { proof, reset, notMe } = recoveryWords[language]
  switch (which) {
    case 'proof': return { title: proof.done, body: html`<p>${proof.doneText}</p>` }
    case 'denied': return { title: proof.denied, body: html`<p>${proof.deniedText}</p>` }
    case 'reset': return { title: reset.done, body: html`<p>${reset.doneText(portalName)}</p>` }
    case 'not-me': return { title: notMe.done, body: html`<p>${notMe.doneText}</p>` }
  }
}

function hidden(form: string, language: Language): Markup {
  return html`<input type="hidden" name="form" value="${form}"><input type="hidden" name="lang" value="${language}">`
}
