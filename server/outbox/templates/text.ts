/** One paragraph of a mail: a sentence, or a link on a line of its own. */
export type Paragraph = string | { link: string }

/** What a template writes. Subjects and sentences carry no patient data (IN-11). */
export type MailText = { subject: string; paragraphs: readonly Paragraph[] }

/**
 * Tag for sentences in mails: each value becomes one line without control or direction characters, so that a name
 * can neither start a header nor a paragraph of its own.
 */
export function line(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return texts.map((text, n) => text + (n < values.length ? oneLine(String(values[n])) : '')).join('')
}

/** A value as one line: runs of white space and control characters become one space; direction marks go. */
export function oneLine(value: string): string {
  return value.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** The plain form, which every mail has. */
export function plainOf(mail: MailText): string {
  return `${mail.paragraphs.map((one) => (typeof one === 'string' ? one : one.link)).join('\n\n')}\n`
}

/** The same sentences as simple HTML, everything escaped; no pictures, nothing loaded. */
export function htmlOf(mail: MailText, language: string): string {
  const body = mail.paragraphs.map((one) => (typeof one === 'string'
    ? html`<p>${one}</p>`
    : html`<p><a href="${one.link}">${one.link}</a></p>`))
  return [html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${mail.subject}</title></head><body>`,
    ...body, '</body></html>'].join('\n')
}

/** Tag for HTML: values are escaped for text and for quoted attributes. */
function html(texts: TemplateStringsArray, ...values: readonly string[]): string {
  return texts.map((text, n) => text + (n < values.length ? escaped(values[n] ?? '') : '')).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
