import type { Page } from 'playwright-core'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { command } from '#test/support/at-the-desk.ts'
import { settled } from '#test/support/tour-enroll.ts'
import type { Stop } from '#test/support/tour.ts'

/** The threads of the desk's own queues that fit, in due order. */
export async function threadsOf(page: Page, filter: object = {}): Promise<ThreadRow[]> {
  return (await command<{ rows: ThreadRow[] }>(page, '/message-threads/search', { limit: 100, ...filter })).rows
}

/** Opens the list, or one thread, and waits until nothing is on its way. */
export async function openMessages(page: Page, id: string | null = null): Promise<void> {
  await page.goto(id === null ? '/messages' : `/messages/${id}`)
  await page.locator('main section ul li, main form, main section ol li').first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

const bySubject = (subject: string, filter: object = {}) => async (page: Page): Promise<ThreadRow> => {
  const found = (await threadsOf(page, filter)).find((row) => row.subject === subject)
  if (!found) throw new Error(`No thread: ${subject}`)
  return found
}

/** The thread of that subject, held by whoever sits here. */
export async function holdThread(page: Page, subject: string): Promise<ThreadRow> {
  const row = await bySubject(subject)(page)
  if (!row.mine) {
    if (row.assignee) await command(page, `/message-threads/${row.id}/take-over`, { note: 'Taken for this picture' }, { version: row.version })
    else await command(page, `/message-threads/${row.id}/claim`, {})
  }
  await openMessages(page, row.id)
  return row
}

const thread = (subject: string, filter: object = {}) => async (page: Page) => openMessages(page, (await bySubject(subject, filter)(page)).id)
const held = (subject: string, ...keys: string[]) => async (page: Page) => {
  await holdThread(page, subject)
  await page.locator('main textarea, main button').first().waitFor()
  for (const key of keys) await page.keyboard.press(key)
}
const dialog = (subject: string, key: string) => async (page: Page) => {
  await held(subject, key)(page)
  await page.getByRole('dialog').waitFor()
}

/** Messages: the list, threads in their states, the answer with its ready texts, every dialog. */
export const messageStops: readonly Stop[] = [
  { name: 'messages', role: 'clinician', go: (page) => openMessages(page) },
  { name: 'messages-front-desk', role: 'front-desk', go: (page) => openMessages(page) },
  { name: 'messages-manager', role: 'manager', go: async (page) => {
    await openMessages(page)
    await page.locator('main input[type=checkbox]').nth(1).check()
    await page.locator('main input[type=checkbox]').nth(2).check()
  } },
  { name: 'messages-asks-why', role: 'manager', go: async (page) => openMessages(page, (await threadsOf(page))[1]?.id ?? null) },
  { name: 'messages-emergency', role: 'clinician', go: thread('Tightness since last night') },
  { name: 'messages-unclaimed', role: 'clinician', go: thread('Rash on his arms') },
  { name: 'messages-picture', role: 'clinician', go: async (page) => {
    await thread('Rash on his arms')(page)
    await page.locator('main li button[aria-expanded]').first().click()
    await page.locator('main figure img').waitFor()
  } },
  { name: 'messages-canned', role: 'clinician', go: async (page) => {
    await held('Cholesterol result', '/')(page)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.type('lip')
  } },
  { name: 'messages-field', role: 'clinician', go: async (page) => {
    await held('Cholesterol result', '/')(page)
    await page.keyboard.type('lip')
    await page.getByRole('option').first().waitFor()
    await page.locator('main [role=listbox] + div span').first().waitFor()
    await page.keyboard.press('Enter')
  } },
  { name: 'messages-keyboard', role: 'clinician', go: async (page) => {
    await held('Cholesterol result', '?')(page)
    await page.getByRole('dialog').waitFor()
  } },
  { name: 'messages-asks-readers', role: 'clinician', go: async (page) => {
    await held('School sports form', 'r')(page)
    await page.locator('main textarea').fill('The form is ready at the desk.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor()
  } },
  { name: 'record-messages', role: 'clinician', go: async (page) => {
    const row = await bySubject('School sports form')(page)
    await page.goto(`/patients/${row.patient?.id ?? ''}/messages`)
    await page.locator('main table').first().waitFor()
    await settled(page)
  } },
  { name: 'messages-call', role: 'clinician', go: async (page) => {
    await holdThread(page, 'Tightness since last night')
    await page.locator('main [role=region] button').last().click()
    await page.locator('[role=dialog] a[href^="tel:"]').waitFor()
  } },
  { name: 'messages-stranded', role: 'clinician', go: held('Form for my employer') },
  { name: 'messages-spanish', role: 'clinician', go: held('Receta de metformina') },
  { name: 'messages-resolve', role: 'clinician', go: dialog('Tightness since last night', 'e') },
  { name: 'messages-forward', role: 'clinician', go: dialog('Cholesterol result', 'f') },
  { name: 'messages-wait', role: 'clinician', go: dialog('Cholesterol result', 'w') },
]
