import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { demoInBrowser } from '#test/support/demo-in-browser.ts'

/** Scripts that the browser fetches until the front desk's first screen shows the people of the day, and what all of them weigh. */
export async function firstScreen(): Promise<Record<string, string>[]> {
  const demo = await demoInBrowser()
  try {
    const { context } = await demo.context()
    const page = await context.newPage()
    await demo.enter(page, 'front-desk')
    const files = new Set<string>()
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.startsWith('/assets/')) files.add(pathname)
    })
    await page.goto('/', { waitUntil: 'commit' })
    await page.locator('main').getByRole('row').nth(1).waitFor()
    const folder = join(import.meta.dirname, '../../dist/client')
    const weigh = (names: string[], ending: string) => names.reduce((sum, name) => sum + statSync(join(folder, name + ending)).size, 0) / 1024
    const all = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js')).map((name) => `/assets/${name}`)
    const first = [...files].filter((name) => name.endsWith('.js'))
    return [
      { what: 'first screen', files: String(first.length), 'gz KiB': weigh(first, '.gz').toFixed(0), 'br KiB': weigh(first, '.br').toFixed(0), budget: '260 gz, 220 br' },
      { what: 'whole console', files: String(all.length), 'gz KiB': weigh(all, '.gz').toFixed(0), 'br KiB': weigh(all, '.br').toFixed(0), budget: '' },
    ]
  } finally {
    await demo.close()
  }
}
