import type { Language } from '#domain/reasons/text.ts'
import { isPlainDate } from '#domain/time.ts'
import { field } from '#server/patient-pages/at-page.ts'
import { html, type Markup } from '#server/patient-pages/markup.ts'
import { words } from '#server/patient-pages/words.ts'

/** The three fields of a birth date. */
export function birthDateFields(language: Language, legend: string): Markup {
  const { check, months } = words[language]
  return html`<fieldset><legend>${legend}</legend><div class="date">
<div><label for="month">${check.month}</label><select id="month" name="month" required autocomplete="bday-month"><option value=""></option>${months.map((month, at) => html`<option value="${at + 1}">${month}</option>`)}</select></div>
<div><label for="day">${check.day}</label><input id="day" name="day" required inputmode="numeric" maxlength="2" autocomplete="bday-day"></div>
<div><label for="year">${check.year}</label><input id="year" name="year" required inputmode="numeric" minlength="4" maxlength="4" autocomplete="bday-year"></div>
</div></fieldset>`
}

/** The date from its three fields; what is no date is one that nobody has. */
export function birthDateOf(body: Record<string, unknown>): string {
  const digits = (name: string, length: number): string => field(body, name).trim().padStart(length, '0')
  const date = `${digits('year', 4)}-${digits('month', 2)}-${digits('day', 2)}`
  return isPlainDate(date) ? date : '0000-00-00'
}
