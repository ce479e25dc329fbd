import type { Language } from '#domain/reasons/text.ts'
import type { Page } from '#server/patient-pages/frame.ts'
import { agreementText, termsText } from '#server/patient-pages/consent-texts.ts'
import { html, type Markup } from '#server/patient-pages/markup.ts'
import { words } from '#server/patient-pages/words.ts'

/** Bodies of the pages. `form` is the signed hidden field; `action` the path that the form goes to. */
type Form = { action: string; form: string; language: Language; note?: Markup | null }
type Stepped = Form & { step: { now: number; of: number } }

/** Code and birth date, or the birth date alone where the QR brought the code. */
export function checkPage({ action, form, language, note, step, from }: Stepped & { from: 'desk' | 'qr' | 'mail' }): Page {
  const say = words[language].check
  return {
    title: say.title, step,
    body: html`<p class="second">${from === 'qr' ? say.leadQr : from === 'mail' ? say.leadMail : say.lead}</p>${note ?? null}
<form method="post" action="${action}">${hidden(form, language)}
${from === 'qr' ? null : html`<label for="code">${say.code}</label><input class="code" id="code" name="code" required maxlength="12" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false"><p class="due">${from === 'mail' ? say.lastsMail : say.lasts}</p>`}
<fieldset><legend>${say.birth}</legend><div class="date">
<div><label for="month">${say.month}</label><select id="month" name="month" required autocomplete="bday-month"><option value=""></option>${words[language].months.map((month, at) => html`<option value="${at + 1}">${month}</option>`)}</select></div>
<div><label for="day">${say.day}</label><input id="day" name="day" required inputmode="numeric" maxlength="2" autocomplete="bday-day"></div>
<div><label for="year">${say.year}</label><input id="year" name="year" required inputmode="numeric" minlength="4" maxlength="4" autocomplete="bday-year"></div>
</div></fieldset><button>${say.go}</button></form><p class="note">${say.note}</p>`,
  }
}

/** What an invitation's link opens: nothing is used up by looking at it. */
export function invitationPage({ action, form, language, note, portalName, isAgain }: Form & { portalName: string; isAgain: boolean }): Page {
  const say = words[language].invitation
  return {
    title: say.title,
    body: html`<p>${say.lead(portalName)}</p>${note ?? null}<p class="second">${say.how}</p>
<form method="post" action="${action}">${hidden(form, language)}<button name="do" value="send">${isAgain ? say.again : say.send}</button>${isAgain ? html`<button class="quiet" name="do" value="have">${say.have}</button>` : null}</form>`,
  }
}

/** Terms, or the HIPAA agreement: short words first, the whole text one tap away, time to read, and a way out. */
export function consentPage({ what, form, language, note, step, name, englishOnly }: Stepped & { what: 'terms' | 'agreement'; name: string; englishOnly: boolean }): Page {
  const all = words[language]
  const say = all[what]
  const { short, whole } = (what === 'terms' ? termsText : agreementText)[language]
  return {
    title: say.title, step,
    body: html`<p class="second">${all.hello(name)} ${what === 'agreement' ? all.agreement.lead : ''}</p>${note ?? null}
<div class="note"><strong>${all.short}</strong><ul>${short.map((one) => html`<li>${one}</li>`)}</ul>${englishOnly && all.english !== '' ? html`<p>${all.english}</p>` : null}</div>
<details><summary>${say.whole}</summary>${whole.map((one) => html`<p>${one}</p>`)}</details>
<form method="post" action="/p/${what}" id="step">${hidden(form, language)}
<label class="tick"><input type="checkbox" name="accept" value="yes"><span>${say.accept}</span></label>
${what === 'agreement' ? html`<label class="tick"><input type="checkbox" name="notices" value="yes"><span>${all.agreement.notices} ${all.agreement.optional}</span></label>` : null}
<button name="do" value="accept">${all.terms.go}</button><button class="quiet" name="do" value="not-now">${all.notNow}</button></form>`,
  }
}

/** User name and password, which nobody else sees; an own address where the desk left it to the patient. */
export function signInPage({ form, language, note, step, userName, asksEmail }: Stepped & { userName: string; asksEmail: boolean }): Page {
  const say = words[language].signIn
  return {
    title: say.title, step,
    body: html`<p class="second">${say.lead}</p>${note ?? null}<form method="post" action="/p/sign-in" id="step">${hidden(form, language)}
<label for="userName">${say.user}</label><input id="userName" name="userName" required minlength="3" maxlength="60" autocomplete="username" autocapitalize="none" spellcheck="false" value="${userName}" aria-describedby="user-hint"><p class="second" id="user-hint">${say.userHint}</p>
<label for="password">${say.password}</label><input id="password" name="password" type="password" required minlength="15" maxlength="256" autocomplete="new-password" aria-describedby="password-hint"><p class="second" id="password-hint">${say.passwordHint}</p>
<label for="repeat">${say.repeat}</label><input id="repeat" name="repeat" type="password" required maxlength="256" autocomplete="new-password">
${asksEmail ? html`<label for="email">${say.email}</label><input id="email" name="email" type="email" maxlength="254" autocomplete="email" aria-describedby="email-hint"><p class="second" id="email-hint">${say.emailHint}</p>` : null}
<button>${say.go}</button></form>`,
  }
}

export function donePage(language: Language, portalName: string, step: Page['step']): Page {
  const say = words[language].done
  return { title: say.title, ...(step ? { step } : {}), body: html`<p>${say.text(portalName)}</p><p class="note">${say.safe}</p>` }
}

export function stoppedPage(language: Language): Page {
  return { title: words[language].stopped.title, body: html`<p>${words[language].stopped.text}</p>` }
}

/** The end of a road: an old link, an invitation that is over, an account that is there, a form that lay open for too long and begins `again` where it was. */
export function overPage(language: Language, cause: 'link' | 'ended' | 'code' | 'active' | 'form', again: string | null = null): Page {
  const say = words[language].over
  if (cause === 'active') return { title: say.active, body: html`<p>${say.activeText}</p>` }
  if (cause === 'code') return { title: say.code, status: 410, body: html`<p>${say.codeText}</p>` }
  const text = cause === 'link' ? say.link : cause === 'form' ? (again === null ? say.form : say.formLink) : say.ended
  return {
    title: say.title, status: cause === 'form' ? 400 : 410,
    body: html`<p>${text}</p>${cause === 'link' ? html`<p>${say.ended}</p>` : null}${cause === 'form' ? html`<p><a href="${again ?? '/p'}?lang=${language}">${say.again}</a></p>` : null}`,
  }
}

function hidden(form: string, language: Language): Markup {
  return html`<input type="hidden" name="form" value="${form}"><input type="hidden" name="lang" value="${language}">`
}
