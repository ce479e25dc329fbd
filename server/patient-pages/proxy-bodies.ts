import type { Language } from '#domain/reasons/text.ts'
import type { Page } from '#server/patient-pages/frame.ts'
import { html, type Markup } from '#server/patient-pages/markup.ts'
import { proxyWords } from '#server/patient-pages/proxy-words.ts'
import { words } from '#server/patient-pages/words.ts'

type Form = { action: string; form: string; language: Language; note: Markup | null; portalName: string }

/** The one question; looking at it uses nothing up. */
export function proxyQuestion({ action, form, language, note, portalName }: Form): Page {
  const say = proxyWords[language]
  const { check, months } = words[language]
  return {
    title: say.title, step: { now: 1, of: 2 },
    body: html`<p>${say.lead(portalName)}</p>${note}
<form method="post" action="${action}">${hidden(form, language)}
<fieldset><legend>${say.question}</legend><div class="date">
<div><label for="month">${check.month}</label><select id="month" name="month" required><option value=""></option>${months.map((month, at) => html`<option value="${at + 1}">${month}</option>`)}</select></div>
<div><label for="day">${check.day}</label><input id="day" name="day" required inputmode="numeric" maxlength="2"></div>
<div><label for="year">${check.year}</label><input id="year" name="year" required inputmode="numeric" minlength="4" maxlength="4"></div>
</div></fieldset><button>${say.go}</button><button class="quiet" name="do" value="decline" formnovalidate>${say.decline}</button></form>`,
  }
}

/** The proxy's own account: one that is there, or a new one. */
export function proxyAccount({ action, form, language, note, portalName, userName, isNew }: Form & { userName: string; isNew: boolean }): Page {
  const say = proxyWords[language]
  const choice = (value: string, label: string, isChosen: boolean) => html`<label class="tick"><input type="radio" name="account" value="${value}"${isChosen ? { markup: ' checked' } : null}><span>${label}</span></label>`
  return {
    title: say.account, step: { now: 2, of: 2 },
    body: html`<p class="second">${say.accountLead(portalName)}</p>${note}
<form method="post" action="${action}">${hidden(form, language)}
<fieldset><legend>${say.account}</legend>${choice('own', say.have, !isNew)}${choice('new', say.make, isNew)}<p class="second">${say.makeNote}</p></fieldset>
<label for="userName">${say.user}</label><input id="userName" name="userName" required minlength="3" maxlength="60" autocomplete="username" autocapitalize="none" spellcheck="false" value="${userName}">
<label for="password">${say.password}</label><input id="password" name="password" type="password" required maxlength="256" autocomplete="current-password" aria-describedby="password-hint"><p class="second" id="password-hint">${say.hint}</p>
<label for="repeat">${say.repeat}</label><input id="repeat" name="repeat" type="password" maxlength="256" autocomplete="new-password">
<button name="do" value="confirm">${say.confirm}</button><button class="quiet" name="do" value="decline" formnovalidate>${say.decline}</button></form>`,
  }
}

/** The end: confirmed, or not wanted. */
export function proxyEnd(language: Language, outcome: 'confirmed' | 'declined', portalName: string): Page {
  const say = proxyWords[language]
  return outcome === 'confirmed' ? { title: say.done, body: html`<p>${say.doneText(portalName)}</p>` } : { title: say.declined, body: html`<p>${say.declinedText}</p>` }
}

function hidden(form: string, language: Language): Markup {
  return html`<input type="hidden" name="form" value="${form}"><input type="hidden" name="lang" value="${language}">`
}
