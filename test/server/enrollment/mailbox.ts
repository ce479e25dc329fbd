import type { TestPractice } from '#test/support/desk.ts'
import { eventually } from '#test/support/waiting.ts'

export type Mail = { subject: string; text: string; links: string[]; to: string }

/** Whole mails to an address, newest first. */
export async function mailsTo(practice: TestPractice, to: string): Promise<Mail[]> {
  return (await practice.nobody().get<{ mails: Mail[] }>(`/api/test/mailbox?to=${encodeURIComponent(to)}`)).body.mails
}

/** The newest mail to somebody with this in it, once so many of them have been handed over. */
export function mailWith(practice: TestPractice, to: string, word: string, count = 1): Promise<Mail> {
  return eventually(`a mail with ${word}`, async () => {
    const found = (await mailsTo(practice, to)).filter((mail) => mail.text.includes(word))
    return found.length >= count ? found[0] ?? null : null
  })
}

/** The short code in a mail, as it is typed. */
export function codeIn(mail: Mail): string {
  return /^([0-9A-Z]{4} [0-9A-Z]{4})$/m.exec(mail.text)?.[1] ?? ''
}

/** Path of the page that a mail's link opens. */
export function pathOf(mail: Mail): string {
  return new URL(mail.links[0] ?? '').pathname
}
