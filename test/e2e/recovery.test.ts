import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { phoneOf } from '#test/e2e/on-the-phone.ts'
import { mailedLink, typeBirthDate, withAccount, type WithAccount } from '#test/e2e/with-account.ts'
import { command } from '#test/support/at-the-desk.ts'
import { axeFinds } from '#test/support/axe.ts'
import { countedAt, countsText, type Counts } from '#test/support/counted.ts'
import { demoInBrowser, type DemoInBrowser } from '#test/support/demo-in-browser.ts'

const A_MONTH = 31 * 24 * 60
const NEW_PASSWORD = 'seven lanterns over the river'
let demo: DemoInBrowser
let known: WithAccount
let young: WithAccount
const leave: (() => Promise<void>)[] = []

/** One person whose contacts have been on file for a month, and one who came on file today; both have accounts. */
beforeAll(async () => {
  demo = await demoInBrowser()
  const desk = await at('front-desk')
  known = await withAccount(desk, await phone())
  await command(desk, '/demo/clock', { advanceMinutes: A_MONTH })
  young = await withAccount(await at('front-desk'), await phone())
  await leaveAll()
})
afterAll(() => demo.close())
afterEach(leaveAll)

async function leaveAll(): Promise<void> {
  for (const close of leave.splice(0)) await close()
}

async function at(role: Role): Promise<Page> {
  const { context, faults } = await demo.context()
  leave.push(async () => {
    expect(faults).toEqual([])
    await context.close()
  })
  const page = await context.newPage()
  await demo.enter(page, role)
  return page
}

async function phone(): Promise<Page> {
  const { context, page } = await phoneOf(demo)
  leave.push(() => context.close())
  return page
}

/** What axe says of a page behind a mailed link; looking at it uses nothing up. The patient's own phone runs no scripts, axe's neither. */
async function axeOf(link: string): Promise<string[]> {
  const { context } = await demo.context({ width: 400, height: 800, theme: 'dark', language: 'es' })
  const page = await context.newPage()
  await page.goto(link)
  const found = await axeFinds(page)
  await context.close()
  return found
}

function within(name: string, cost: Counts, budget: Counts): void {
  console.log(countsText(name, cost))
  for (const of of ['keys', 'clicks', 'screens'] as const) expect(cost[of], `${name}: ${of}`).toBeLessThanOrEqual(budget[of])
}

const step = (page: Page, name: string) => page.getByRole('region', { name }).and(page.locator('[aria-current=step]'))

/** From the ring of the phone to a person who is found: what the caller says is typed, nothing is clicked. */
async function answerCall(page: Page, agent: ReturnType<typeof countedAt>, { given, family }: WithAccount): Promise<void> {
  await page.locator('main input:focus').first().waitFor()
  await agent.press('Escape', 'g', 'y')
  await agent.arrived(page.getByRole('heading', { level: 1, name: 'Recovery' }))
  await agent.press('n')
  await agent.arrived(page.getByRole('heading', { level: 1, name: 'New call' }))
  await agent.type(`${family.slice(0, 6)} 12/18/67`)
  await page.getByText('Name and birth date').waitFor()
  await agent.press('Enter')
  await agent.arrived(page.getByRole('heading', { level: 1, name: new RegExp(`Call about .*${family}`) }))
  await agent.press('Control+Enter')
  await agent.arrived(step(page, 'Find the person'))
  await page.getByLabel('Name', { exact: true }).and(page.locator(':focus')).waitFor()
  await agent.type(`${given} ${family}`)
  await agent.press('Tab')
  await agent.type('12181967')
  await page.getByLabel('Phone, last four').focus()
  await agent.type('1582')
  await agent.press('Enter')
  await agent.arrived(step(page, 'Prove it: one of these'))
}

test('a call from ring to reset: the agent types what is said, the patient confirms and chooses on the phone, nobody here sees a link', async () => {
  const page = await at('helpline')
  const theirs = await phone()
  const agent = countedAt(page)
  await answerCall(page, agent, known)
  await page.getByText('Details alone can’t open an account.').waitFor()
  expect(await axeFinds(page)).toEqual([])
  await agent.press('Enter')
  await page.getByText('Sent, waits for the patient').waitFor()
  const proving = await mailedLink(page, known.email, 'recover')
  expect(await axeOf(proving)).toEqual([])
  await theirs.goto(proving)
  await typeBirthDate(theirs, known.birthDate)
  await theirs.locator('form button:not(.quiet)').click()
  await agent.arrived(step(page, 'Act'))
  await page.getByText('You choose the new password yourself').waitFor()
  await page.locator('[data-filled]:focus').waitFor()
  await agent.press('Enter')
  const dialog = page.getByRole('dialog')
  await agent.arrived(dialog)
  await agent.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Reset link is on its way').filter({ visible: true }).first().waitFor()
  const link = await mailedLink(page, known.email, 'reset')
  expect(await page.content()).not.toContain(link)
  await agent.press('Control+.')
  await agent.arrived(page.getByRole('dialog', { name: 'What came of the call?' }))
  await agent.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  within('A call from ring to reset', agent.counts, { keys: 70, clicks: 0, screens: 8 })
  expect(await axeOf(link)).toEqual([])
  await theirs.goto(link)
  await typeBirthDate(theirs, known.birthDate)
  await theirs.locator('#password').fill(NEW_PASSWORD)
  await theirs.locator('#repeat').fill(NEW_PASSWORD)
  await theirs.locator('form button').click()
  await theirs.locator('#password').waitFor({ state: 'detached' })
  await theirs.goto(link)
  expect(await theirs.locator('#password').count()).toBe(0)
})

test('the same call, with contacts that came on file today, is refused safely: the link is not offered alone, and Stop safely tells the caller nothing', async () => {
  const page = await at('helpline')
  const agent = countedAt(page)
  await answerCall(page, agent, young)
  await page.getByText('Not today').first().waitFor()
  expect(await page.getByRole('button', { name: /^Send the link/ }).count()).toBe(0)
  expect(await page.getByRole('button', { name: /^(Unlock and )?[Ss]end reset link/ }).getAttribute('aria-disabled')).toBe('true')
  await agent.press('Alt+s')
  const dialog = page.getByRole('dialog', { name: 'Stop safely' })
  await agent.arrived(dialog)
  await agent.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('This case is over.').waitFor()
  const say = await page.getByRole('region', { name: 'Say now' }).textContent()
  expect(say).not.toMatch(/privacy|stop|suspect|account|block/i)
  within('The same call refused safely', agent.counts, { keys: 60, clicks: 0, screens: 6 })
  const privacy = await at('privacy-officer')
  await privacy.goto('/incidents')
  await privacy.getByText(/[Ss]topped/).first().waitFor()
})

test('a second person approves: the manager sees what will happen and that there are two, the agent cannot decide it, and the patient is told', async () => {
  const page = await at('helpline')
  const agent = countedAt(page)
  await page.goto('/recovery')
  await page.locator('main h1').waitFor()
  const { given, family, birthDate } = known
  const { id } = await command(page, '/recovery/calls', { patientId: known.id, portalId: 'mychart-ny-nj', channel: 'call', language: 'en' })
  const opened = await (await page.request.get(`/api/recovery/${id}`)).json() as { version: number }
  await command(page, `/recovery/${id}/facts`, { said: [{ kind: 'name', text: `${given} ${family}` }, { kind: 'birth-date', text: birthDate }, { kind: 'phone-tail', text: '1582' }] }, { version: opened.version })
  await page.goto(`/recovery/${id}`)
  await agent.arrived(step(page, 'Prove it: one of these'))
  await agent.press('4', 'Enter')
  const dialog = page.getByRole('dialog', { name: 'Ask for approval' })
  await agent.arrived(dialog)
  await dialog.locator('textarea:focus').waitFor()
  await agent.type('No mailbox and no phone at hand, cannot travel')
  expect(await axeFinds(page)).toEqual([])
  await agent.press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Approval you asked for' }).waitFor()
  await page.getByText(/can decide; you cannot/).waitFor()
  within('Asking a second person', agent.counts, { keys: 50, clicks: 0, screens: 2 })
  const manager = await at('manager')
  await manager.goto('/approvals')
  await manager.getByRole('listitem').getByRole('button', { name: /Account recovery/ }).first().click()
  await manager.getByText('There is no proof in hand').waitFor()
  await manager.keyboard.press('Control+Enter')
  await page.getByText('Reset link is on its way').filter({ visible: true }).first().waitFor()
  expect(await axeOf(await mailedLink(page, known.email, 'not-me'))).toEqual([])
})

test('what the helpline began a front desk completes with a photo ID, also on a phone-sized screen', async () => {
  const helpline = await at('helpline')
  const { id } = await command(helpline, '/recovery/calls', { patientId: known.id, portalId: 'mychart-ny-nj', channel: 'call', language: 'en' })
  const { version } = await (await helpline.request.get(`/api/recovery/${id}`)).json() as { version: number }
  await command(helpline, `/recovery/${id}/end-call`, { outcome: 'comes-to-desk' }, { version })
  const page = await at('front-desk')
  await page.setViewportSize({ width: 400, height: 800 })
  const clerk = countedAt(page)
  await page.goto('/recovery')
  await clerk.click(page.getByRole('link', { name: new RegExp(known.family) }).first())
  await clerk.arrived(page.getByRole('button', { name: /^Begin the call/ }))
  await clerk.click(page.getByRole('button', { name: /^Begin the call/ }))
  await clerk.arrived(page.getByRole('dialog'))
  await clerk.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await clerk.arrived(page.getByLabel('Kind of photo ID'))
  await page.getByLabel('Kind of photo ID').selectOption('driver-licence')
  await clerk.click(page.getByLabel('Issued by'))
  await clerk.type('NY')
  await clerk.press('Tab')
  await clerk.type('01012031')
  await clerk.click(page.getByLabel(/the face is the one on the photo/))
  expect(await axeFinds(page)).toEqual([])
  await clerk.click(page.getByRole('button', { name: /Record the photo ID/ }))
  await clerk.arrived(step(page, 'Act'))
  within('Photo ID at the desk, on a phone', clerk.counts, { keys: 15, clicks: 6, screens: 4 })
})
