import type { Page } from 'playwright-core'
import { command } from '#test/support/at-the-desk.ts'
import type { Stop } from '#test/support/tour.ts'

async function still(page: Page): Promise<void> {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

const at = (path: string) => async (page: Page) => {
  await page.goto(path)
  await page.locator('main h1').first().waitFor()
  await still(page)
}

type Row = { id: string; patientId: string; portalId: string; outcome: string | null; source: string }

/** Goes on with a case of the queue, by phone or at the desk, and shows its call desk. */
const onCase = (which: (row: Row) => boolean, channel: 'call' | 'desk', more: object = {}) => async (page: Page) => {
  await at('/recovery')(page)
  await show(page, await begin(page, which, channel, more))
}

/** As `onCase`, with the person already found by what the record says. */
const onFound = (which: (row: Row) => boolean, more: object = {}) => async (page: Page) => {
  await at('/recovery')(page)
  const row = await begin(page, which, 'call', more)
  const read = async <T>(path: string) => await (await page.request.get(`/api${path}`)).json() as T
  const { name, birthDate, city } = await read<{ name: string; birthDate: string; city: string | null }>(`/patients/${row.patientId}`)
  const said = [{ kind: 'name', text: name }, { kind: 'birth-date', text: birthDate }, { kind: 'city', text: city ?? '' }]
  const { version, located } = await read<{ version: number; located: boolean }>(`/recovery/${row.id}`)
  if (!located) await command(page, `/recovery/${row.id}/facts`, { said }, { version })
  await show(page, row)
}

async function begin(page: Page, which: (row: Row) => boolean, channel: 'call' | 'desk', more: object): Promise<Row> {
  const groups = await Promise.all(['waiting', 'mine'].map(async (group) => command<{ rows: Row[] }>(page, '/recovery/search', { group })))
  const row = groups.flatMap(({ rows }) => rows).find(which)
  if (!row) throw new Error('no such case waits in the demo')
  await command(page, '/recovery/calls', { patientId: row.patientId, portalId: row.portalId, channel, ...more })
  return row
}

async function show(page: Page, { id }: Row): Promise<void> {
  await page.goto(`/recovery/${id}`)
  await page.locator('main form section').first().waitFor()
  await still(page)
}

const isReported = ({ source, portalId }: Row) => source === 'portal-failed-questions' && portalId === 'mychart-ny-nj'
const isLocked = ({ source, portalId }: Row) => source === 'portal-locked' && portalId === 'mychart-ny-nj'

const withKey = (go: (page: Page) => Promise<void>, key: string) => async (page: Page) => {
  await go(page)
  await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
  await still(page)
}

/** Account recovery: queue, new call, the call desk step by step, its dialogs, supervision, what one person did. */
export const recoveryStops: readonly Stop[] = [
  { name: 'recovery-queue', role: 'helpline', go: at('/recovery') },
  {
    name: 'recovery-new-call', role: 'helpline', go: async (page) => {
      await at('/recovery/new')(page)
      await page.locator('main input').fill('johns 5/30/1955')
      await page.locator('main li button').first().waitFor()
      await still(page)
    },
  },
  {
    name: 'recovery-begin', role: 'helpline', go: async (page) => {
      await at('/recovery/new')(page)
      await page.locator('main input').fill('johns 5/30/1955')
      await page.locator('main li button').first().click()
      await page.locator('main input[type=radio]').first().waitFor()
      await still(page)
    },
  },
  { name: 'recovery-find', role: 'helpline', go: onCase(isReported, 'call', { shownNumber: '5558621582' }) },
  { name: 'recovery-prove', role: 'helpline', go: onFound(isLocked) },
  { name: 'recovery-tty', role: 'helpline', go: onFound(isLocked, { relay: 'tty' }) },
  { name: 'recovery-stop', role: 'helpline', go: withKey(onCase(isReported, 'call'), 'Alt+s') },
  { name: 'recovery-end', role: 'helpline', go: withKey(onFound(isLocked), 'Control+.') },
  { name: 'recovery-desk', role: 'front-desk', go: onCase(({ outcome }) => outcome === 'comes-to-desk', 'desk') },
  { name: 'recovery-supervision', role: 'manager', go: at('/recovery/supervision') },
  {
    name: 'recovery-agent', role: 'privacy-officer', go: async (page) => {
      await at('/recovery/agent')(page)
      await page.locator('main select option').nth(1).waitFor({ state: 'attached' })
      await page.locator('main select').selectOption({ label: 'Tom Whitfield' })
      await page.locator('main input[type=date]').fill('2020-01-01')
      await page.locator('main button[type=submit]').click()
      await page.locator('main section').nth(1).waitFor()
      await still(page)
    },
  },
]
