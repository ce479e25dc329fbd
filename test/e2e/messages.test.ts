import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ThreadAnswer, ThreadRow } from '#domain/contracts/messages.ts'
import type { Role } from '#domain/roles.ts'
import { command } from '#test/support/at-the-desk.ts'
import { axeFinds } from '#test/support/axe.ts'
import { countedAt, countsText } from '#test/support/counted.ts'
import { demoInBrowser, desk, type DemoInBrowser } from '#test/support/demo-in-browser.ts'
import { holdThread, openMessages, threadsOf } from '#test/support/tour-messages.ts'

let demo: DemoInBrowser
let contexts: BrowserContext[] = []
beforeAll(async () => { demo = await demoInBrowser() })
afterEach(async () => {
  for (const context of contexts) await context.close()
  contexts = []
})
afterAll(() => demo.close())

async function deskOf(role: Role, look = desk): Promise<Page> {
  const { context } = await demo.context(look)
  contexts.push(context)
  const page = await context.newPage()
  await demo.enter(page, role)
  return page
}

const heading = (page: Page, subject: string) => page.getByRole('heading', { level: 2, name: subject }).first()
/** What this desk would be given next, by the very question that the page asks: what others hold is passed over. */
const nextOf = async (page: Page, afterId?: string): Promise<ThreadRow> => {
  const { row } = await command<{ row: ThreadRow | null }>(page, '/message-threads/next', afterId === undefined ? {} : { afterId })
  if (!row) throw new Error('nothing waits')
  return row
}
/** A free thread of a portal whose answer goes to the patient alone, so that nothing is asked before it is sent. */
const freeOf = async (page: Page, portal: string): Promise<ThreadRow> => {
  for (const row of await threadsOf(page, { assignee: 'nobody' })) {
    if (row.flagged || row.portalName !== portal) continue
    const { readers, may } = await command<ThreadAnswer>(page, `/message-threads/${row.id}/open`, {})
    if (!readers.ask && may.claim === null) return row
  }
  throw new Error(`no thread of ${portal} is free`)
}
/** A free thread of the desks' and the helpline's common queue. On some mornings all of them are answered: then the last one is opened again. */
const sharedOf = async (page: Page): Promise<ThreadRow> => {
  const here = async (filter: object) => (await threadsOf(page, filter)).find(({ flagged, queueName }) => !flagged && queueName === 'Administrative support')
  const free = await here({ assignee: 'nobody' })
  if (free) return free
  const answered = await here({ state: 'resolved' })
  if (!answered) throw new Error('no thread of administrative support')
  const { row } = await command<{ row: ThreadRow }>(page, `/message-threads/${answered.id}/reopen`, {}, { version: answered.version })
  await command(page, `/message-threads/${row.id}/give-back`, {}, { version: row.version })
  return row
}
/** Another thread is on the screen; it may have the same subject. */
const leaves = (page: Page, { id }: ThreadRow) => page.waitForURL((url) => !url.pathname.endsWith(id))
const answer = (page: Page) => page.getByRole('textbox', { name: /^(Reply to|Respuesta a)/ })

test('a triage session by keyboard alone: an emergency is settled, a thread claimed, answered with a ready text and left for the next one', async () => {
  const page = await deskOf('clinician')
  const first = await nextOf(page)
  const second = await nextOf(page, first.id)
  const at = countedAt(page)
  await at.press('Escape', 'g', 't')
  await at.arrived(page.getByRole('button', { name: /Due next/ }))
  await at.press('n')
  await page.waitForURL(`**/messages/${first.id}`)
  await at.arrived(heading(page, first.subject))
  await at.press('c')
  await page.getByText('You have it').waitFor()
  await at.press('e')
  await at.arrived(page.getByRole('dialog', { name: 'Say what was done…' }))
  await at.press('Space', 'Control+Enter')
  await page.waitForURL(`**/messages/${second.id}`)
  await at.arrived(heading(page, second.subject))
  console.log(countsText('find, claim and settle an emergency', at.counts))
  expect(at.counts).toEqual({ keys: 8, clicks: 0, screens: 4 })

  const rash = await holdThread(page, 'Rash on his arms')
  const again = countedAt(page)
  await again.press('/')
  await page.getByRole('option').first().waitFor()
  await again.type('cold')
  await page.getByRole('option', { name: /Cold: look after yourself/ }).waitFor()
  await page.getByText(/Rest and drink enough/).waitFor()
  await again.press('Enter', 'Control+Enter')
  await leaves(page, rash)
  await again.arrived(page.getByRole('heading', { level: 2 }).filter({ hasNotText: 'Rash on his arms' }).first())
  console.log(countsText('answer with a ready text and move to the next', again.counts))
  expect(again.counts).toEqual({ keys: 7, clicks: 0, screens: 1 })
  await expect.poll(async () => (await threadsOf(page, { state: 'resolved' })).map(({ subject }) => subject)).toContain('Rash on his arms')
})

test('claim and answer in two keys and the words, and nothing goes out with a field that is empty', async () => {
  const page = await deskOf('clinician')
  const row = await freeOf(page, 'MyPortal')
  await openMessages(page, row.id)
  const at = countedAt(page)
  await at.press('r')
  await answer(page).waitFor()
  await expect.poll(() => answer(page).evaluate((box) => box === document.activeElement)).toBe(true)
  await at.type('Take {which medicine?} at night.')
  await at.press('Control+Enter')
  await page.getByText('1 field to fill before it can be sent:').waitFor()
  await expect.poll(() => answer(page).evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd))).toBe('{which medicine?}')
  await at.type('it')
  await at.press('Control+Enter')
  await leaves(page, row)
  console.log(countsText('claim, answer by hand and move to the next', at.counts))
  expect(at.counts.clicks).toBe(0)
  expect(at.counts.keys - 'Take {which medicine?} at night.it'.length).toBe(3)
})

test('two who claim one thread in the same moment: one has it, the other is told who, and can only take it over with a note', async () => {
  const [one, other] = [await deskOf('front-desk'), await deskOf('helpline')]
  const row = await sharedOf(one)
  await Promise.all([openMessages(one, row.id), openMessages(other, row.id)])
  await Promise.all([one, other].map((page) => page.getByRole('button', { name: 'Claim', exact: true }).waitFor()))
  await Promise.all([one.keyboard.press('c'), other.keyboard.press('c')])
  const has = (page: Page) => page.getByText('You have it').waitFor().then(() => page)
  const winner = await Promise.race([has(one), has(other)])
  const loser = winner === one ? other : one
  await loser.getByRole('group', { name: /has this thread, since/ }).first().waitFor()
  await expect.poll(() => answer(loser).count()).toBe(0)
  await answer(winner).waitFor()
  await loser.getByRole('button', { name: 'Take over…' }).first().click()
  await loser.getByRole('textbox', { name: 'Note for your colleagues' }).fill('The patient is at my desk')
  await loser.keyboard.press('Control+Enter')
  await answer(loser).waitFor()
  await winner.getByText('The patient is at my desk').waitFor()
  await expect.poll(() => answer(winner).count()).toBe(0)
  console.log('two browsers race for one thread: one holds it, the other is told who; taken over with a note that both see')
})

test('what was written is there again after the session was lost, for its author only', async () => {
  const page = await deskOf('clinician')
  const row = await holdThread(page, 'Cholesterol result')
  await answer(page).fill('Please go on with the statin until we speak.')
  await page.getByText('draft saved').waitFor()
  await page.context().clearCookies()
  await page.reload()
  await page.locator('#desks').waitFor()
  await demo.enter(page, 'clinician')
  await openMessages(page, row.id)
  await expect.poll(() => answer(page).inputValue()).toBe('Please go on with the statin until we speak.')
  const helpline = await deskOf('helpline')
  await openMessages(helpline, row.id)
  await heading(helpline, row.subject).waitFor()
  expect(await helpline.getByText('Please go on with the statin').count()).toBe(0)
  await command(page, `/message-threads/${row.id}/save-draft`, { text: '' })
})

test('in Spanish: the thread is taken, answered and the next one opens, and axe finds nothing', async () => {
  const page = await deskOf('clinician', { ...desk, language: 'es' })
  const row = await freeOf(page, 'MyChart NY/NJ')
  await openMessages(page, row.id)
  const at = countedAt(page)
  await at.press('r')
  await answer(page).waitFor()
  await at.type('See you soon.')
  expect(await axeFinds(page)).toEqual([])
  await at.press('Control+Enter')
  await leaves(page, row)
  console.log(countsText('tomar, responder y siguiente', at.counts))
  expect(at.counts.clicks).toBe(0)
})
