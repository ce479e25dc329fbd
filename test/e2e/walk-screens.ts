import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFinds } from '#test/support/axe.ts'
import { demoInBrowser, type DemoInBrowser } from '#test/support/demo-in-browser.ts'
import { tour } from '#test/support/tour.ts'

/** Walks every second stop of the tour from `first`: two files of tests share the walk, so that both processors have a half of it. */
export function walkScreens(first: 0 | 1): void {
  let demo: DemoInBrowser
  beforeAll(async () => { demo = await demoInBrowser() })
  afterAll(() => demo.close())

  const stops = tour.filter((_, at) => at % 2 === first)
  test.each(stops.map((stop) => ({ ...stop })))('$name: axe finds nothing, the console stays quiet, nothing is asked of another host', async ({ role, go }) => {
    const { context, faults } = await demo.context()
    const page = await context.newPage()
    if (role) await demo.enter(page, role)
    await go(page).catch(async (error: unknown) => {
      throw new Error(`${page.url()} showed: ${(await page.locator('body').innerText()).slice(-1_500)}`, { cause: error })
    })
    expect(await axeFinds(page)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
}
