import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { command, freshName, putOnRecord, teenWithParent } from '#test/support/at-the-desk.ts'
import { activate, enterCode, phoneOf } from '#test/e2e/on-the-phone.ts'
import { buildReport } from '#test/server/outbox/build-report.ts'
import { countedAt, countsText, type Counts } from '#test/support/counted.ts'
import { demoInBrowser, desk, type DemoInBrowser } from '#test/support/demo-in-browser.ts'
import { eventually } from '#test/support/waiting.ts'

const maildir = mkdtempSync(join(tmpdir(), 'portal-desk-bounces-'))
let demo: DemoInBrowser
const leave: (() => Promise<void>)[] = []
beforeAll(async () => {
  mkdirSync(join(maildir, 'new'))
  demo = await demoInBrowser({ BOUNCE_MAILDIR: maildir })
})
afterAll(async () => {
  await demo.close()
  rmSync(maildir, { recursive: true })
})
afterEach(async () => {
  for (const close of leave.splice(0)) await close()
})

async function deskOf(language: 'en' | 'es' = 'en'): Promise<Page> {
  const { context, faults } = await demo.context({ ...desk, language })
  leave.push(async () => {
    expect(faults).toEqual([])
    await context.close()
  })
  const page = await context.newPage()
  await demo.enter(page, 'front-desk')
  return page
}

async function phone(language: 'en' | 'es' = 'en'): Promise<Page> {
  const { context, page } = await phoneOf(demo, language)
  leave.push(() => context.close())
  return page
}

/** Prints what a run cost, and holds it to its budget. */
function within(name: string, cost: Counts, budget: Counts): void {
  console.log(countsText(name, cost))
  expect(cost.keys, `${name}: keys`).toBeLessThanOrEqual(budget.keys)
  expect(cost.clicks, `${name}: clicks`).toBeLessThanOrEqual(budget.clicks)
  expect(cost.screens, `${name}: screens`).toBeLessThanOrEqual(budget.screens)
}

const codeOn = async (page: Page): Promise<string> => (await page.locator('output').textContent() ?? '').replace(/\s/g, '')
const question = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 2, name: words })

test('an adult is enrolled from the look-up to an active account: the desk sees each step on the phone, and the code opens nothing without the birth date', async () => {
  const page = await deskOf()
  const family = freshName()
  await putOnRecord(page, { given: 'Angele', family, birthDate: '1984-03-01', email: `angele@${family.toLowerCase()}.example`, phone: '5550101234' })
  await page.goto('/')
  const clerk = countedAt(page)
  await page.getByRole('combobox').first().waitFor()
  await clerk.type(`${family.slice(0, 6)} 3/1/84`)
  await page.getByRole('row', { selected: true }).waitFor()
  await clerk.press('Control+Enter')
  const enrolls = page.getByRole('main').getByRole('link', { name: /^Enroll now/ }).or(question(page, 'What did you look at?'))
  await enrolls.first().waitFor()
  if (!page.url().includes('/enroll')) await clerk.press('e')
  await clerk.arrived(question(page, 'What did you look at?'))
  await clerk.press('Alt+1', 'Control+Enter')
  await clerk.arrived(question(page, 'Where shall Angele’s codes and notices go?'))
  await clerk.press('Control+Enter')
  await clerk.arrived(question(page, 'Hand-over'))
  await clerk.press('Control+Enter')
  await page.locator('output').waitFor()
  const code = await codeOn(page)
  expect(code).toMatch(/^[2-9A-Z]{8}$/)
  const theirs = await phone()
  await enterCode(theirs, code, '1984-03-02')
  await theirs.getByText('Code and birth date do not fit together.').waitFor()
  await enterCode(theirs, code, '1984-03-01')
  await page.getByRole('status').getByText('connected').waitFor()
  await activate(theirs, `angele.${family.toLowerCase()}`)
  await theirs.getByText('Your account is active').waitFor()
  await clerk.arrived(page.getByText(/The account on .* is active/))
  await clerk.press('Control+Enter')
  await page.getByRole('combobox').first().waitFor()
  within('An adult, look-up to active account', clerk.counts, { keys: 20, clicks: 0, screens: 4 })
})

test('a teenager’s parent’s address is refused with both readings; without an own contact the desk code works, and no notice is sent', async () => {
  const page = await deskOf()
  const { teen, parent } = await teenWithParent(page)
  const domain = `${freshName().toLowerCase()}.example`
  const inPerson = { kind: 'email', contactId: null, value: `parent@${domain}`, use: null, evidence: 'photo-id', patientIsPresent: true, reason: 'Gave it at the desk' }
  await command(page, `/patients/${parent.id}/change-contact`, inPerson, { version: parent.version, stepUp: { action: 'contact.change', objectId: parent.id } })
  expect(teen.age, 'the youngest who comes').toBeLessThan(18)
  await page.goto(`/patients/${teen.id}`)
  const clerk = countedAt(page)
  await page.getByRole('link', { name: /Enroll now/ }).first().waitFor()
  await clerk.press('e')
  await clerk.arrived(question(page, 'What did you look at?'))
  await clerk.click(page.getByRole('radio', { name: 'School photo ID' }))
  await clerk.press('Control+Enter')
  await clerk.arrived(question(page, /codes and notices/))
  const another = page.getByRole('radio', { name: /^Another way/ })
  if (await another.count() > 0) await clerk.click(another)
  await page.getByLabel('E-mail that only the patient reads').waitFor()
  await clerk.type(`Parent+teen@${domain}`)
  await clerk.press('Control+Enter')
  const why = page.getByRole('alert').filter({ hasText: 'both read as' })
  await why.waitFor()
  expect(await why.locator('s').allTextContents()).toContain('+teen')
  expect(await why.getByText(`parent@${domain}`).count()).toBeGreaterThan(0)
  await clerk.click(page.getByRole('radio', { name: /No own contact/ }))
  await clerk.press('Control+Enter')
  await clerk.arrived(question(page, 'Hand-over'))
  await expect.poll(() => page.getByRole('button', { name: 'E-mail', exact: true }).getAttribute('aria-disabled')).toBe('true')
  await clerk.press('Control+Enter')
  await page.locator('output').waitFor()
  const theirs = await phone()
  await enterCode(theirs, await codeOn(page), teen.birthDate)
  await activate(theirs, `teen.${domain}`)
  await clerk.arrived(page.getByText(/The account on .* is active/))
  within('A teenager without an own contact', clerk.counts, { keys: 35, clicks: 2, screens: 4 })
})

test('a mail that came back is explained with one next step', async () => {
  const page = await deskOf()
  const family = freshName()
  const address = `bonnie@${family.toLowerCase()}.example`
  const bonnie = await putOnRecord(page, { given: 'Bonnie', family, birthDate: '1996-09-26', email: address })
  await sendInvitation(page, bonnie)
  const mail = await eventually('the mail went out', async () => {
    const { mails } = await (await page.request.get(`/api/demo/mailbox?to=${address}`)).json() as { mails: { returnPath: string }[] }
    return mails[0]
  })
  writeFileSync(join(maildir, 'new', `${family}.eml`), buildReport({ to: mail.returnPath }))
  await command(page, '/demo/clock', { advanceMinutes: 2 })
  await page.goto('/')
  const clerk = countedAt(page)
  await clerk.arrived(page.getByText('E-mail bounced').first())
  await clerk.press('Escape', 'g', 'n')
  await page.waitForURL('**/invitations')
  // Home's own row has a link of this name, and stays until the list has come.
  await page.getByRole('heading', { level: 1, name: 'Invitations' }).waitFor()
  await clerk.click(page.getByRole('link', { name: `Fix address Bonnie ${family}` }))
  await clerk.arrived(page.getByRole('heading', { level: 2, name: 'Why didn’t I get it?' }))
  await expect.poll(() => page.locator('.MuiButton-contained').allTextContents()).toEqual(['Fix the address on record'])
  await page.getByText('5.1.1').first().waitFor({ state: 'attached' })
  within('A bounce, explained', clerk.counts, { keys: 3, clicks: 1, screens: 2 })
})

test('a twin who was enrolled by mistake is undone: what had been seen is said, and the right one starts', async () => {
  const page = await deskOf()
  const family = freshName()
  const twin = { family, birthDate: '1990-07-04', phone: '5550107777' }
  const mila = await putOnRecord(page, { ...twin, given: 'Mila', email: `mila@${family.toLowerCase()}.example` })
  const mia = await putOnRecord(page, { ...twin, given: 'Mia', email: `mia@${family.toLowerCase()}.example` })
  await page.goto(`/patients/${mila}/enroll`)
  await page.getByText('May be taken for').waitFor()
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+Enter')
  await question(page, /codes and notices/).waitFor()
  await page.keyboard.press('Control+Enter')
  await question(page, 'Hand-over').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.locator('output').waitFor()
  const wrongPhone = await phone()
  await enterCode(wrongPhone, await codeOn(page), twin.birthDate)
  await activate(wrongPhone, `mila.${family.toLowerCase()}`)
  await page.getByText(/The account on .* is active/).waitFor()
  const clerk = countedAt(page)
  await clerk.click(page.getByRole('button', { name: 'Undo this enrollment…' }))
  await page.getByLabel('Who should have been enrolled').selectOption(mia)
  await clerk.type('Her twin stood here')
  await clerk.press('Control+Enter')
  await clerk.arrived(page.getByText('The portal account is closed.'))
  await page.getByText('What had been seen').waitFor()
  await clerk.click(page.getByRole('link', { name: 'Enroll the right person' }))
  await clerk.arrived(page.getByRole('heading', { name: `Enroll Mia ${family}` }))
  within('A wrong enrollment, undone', clerk.counts, { keys: 20, clicks: 2, screens: 2 })
})

test('in Spanish, at the desk and on the phone', async () => {
  const page = await deskOf('es')
  const family = freshName()
  const elvira = await putOnRecord(page, { given: 'Elvira', family, birthDate: '1990-03-22', email: `elvira@${family.toLowerCase()}.example`, language: 'es' })
  await page.goto(`/patients/${elvira}/enroll`)
  const clerk = countedAt(page)
  await clerk.arrived(question(page, '¿Qué documento miró?'))
  await clerk.press('Alt+1', 'Control+Enter')
  await clerk.arrived(question(page, '¿Adónde van los códigos y avisos de Elvira?'))
  await clerk.press('Control+Enter')
  await clerk.arrived(question(page, 'Entrega'))
  await clerk.press('Control+Enter')
  await page.locator('output').waitFor()
  await page.getByText('“Lea y acepte en su teléfono, por favor. Usted elige la contraseña; yo no la veo.”').waitFor()
  const code = await codeOn(page)
  await clerk.press('p')
  await clerk.arrived(page.getByRole('dialog').locator('[lang=es]'))
  await clerk.press('Escape')
  const theirs = await phone('es')
  await enterCode(theirs, code, '1990-03-22')
  await activate(theirs, `elvira.${family.toLowerCase()}`)
  await theirs.getByText('Su cuenta está activa').waitFor()
  await clerk.arrived(page.getByText(/La cuenta en .* está activa/))
  within('En español, de la identidad a la cuenta activa', clerk.counts, { keys: 6, clicks: 0, screens: 5 })
})

test('an invitation that expired is sent again: a new mail, a new last day', async () => {
  const page = await deskOf()
  const family = freshName()
  const address = `christa@${family.toLowerCase()}.example`
  const christa = await putOnRecord(page, { given: 'Christa', family, birthDate: '1993-12-05', email: address })
  await sendInvitation(page, christa)
  await command(page, '/demo/clock', { advanceMinutes: 61 * 24 * 60 })
  await page.goto('/')
  await demo.enter(page, 'front-desk')
  await page.goto(`/patients/${christa}/enrollment`)
  const clerk = countedAt(page)
  await clerk.arrived(page.getByText('Expired').first())
  await clerk.click(page.getByRole('table', { name: 'Invitations' }).getByRole('link').first())
  await clerk.arrived(page.getByRole('heading', { level: 2, name: 'Why didn’t I get it?' }))
  await clerk.press('r')
  await clerk.arrived(page.getByRole('dialog', { name: 'Send it again' }))
  await clerk.type('Asked again')
  await clerk.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('[data-state]').filter({ hasText: /Queued|Handed to the mail server/ }).first().waitFor()
  await eventually('the second mail went out', async () => {
    const { total } = await (await page.request.get(`/api/demo/mailbox?to=${address}`)).json() as { total: number }
    return total >= 2
  })
  within('An expired invitation, sent again', clerk.counts, { keys: 13, clicks: 1, screens: 3 })
})

/** Enrolls somebody by e-mail, with the keys of the desk; nothing of it is counted. */
async function sendInvitation(page: Page, patientId: string): Promise<void> {
  await page.goto(`/patients/${patientId}/enroll`)
  await question(page, 'What did you look at?').waitFor()
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+Enter')
  await question(page, /codes and notices/).waitFor()
  await page.keyboard.press('Control+Enter')
  await question(page, 'Hand-over').waitFor()
  await page.getByRole('button', { name: 'E-mail', exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: 'See the invitation' }).waitFor()
}
