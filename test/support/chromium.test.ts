import { readFileSync, readdirSync, realpathSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { chromiumProgram, launchChromium } from '#test/support/chromium.ts'

async function browser(libraries: 'as needed' | 'of the package') {
  const started = await launchChromium({}, libraries)
  onTestFinished(() => started.close())
  return started
}

/** The libraries that the processes of this browser have loaded. */
function loaded(executablePath: string): string {
  const texts = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => {
    try {
      return readFileSync(`/proc/${name}/maps`, 'utf8')
    } catch {
      return ''
    }
  })
  return texts.filter((text) => text.includes(realpathSync(executablePath))).join('\n')
}

test('the browser is the version that package.json names and shows a page in its own fonts', async () => {
  const chromium = await browser('as needed')
  const pinned = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> }
  expect(chromium.version().split('.')[0]).toBe(pinned.devDependencies['@sparticuz/chromium']?.split('.')[0])
  const page = await chromium.newPage()
  await page.setContent('<h1 style="font: 20px sans-serif; display: inline-block">Portal</h1>')
  expect(await page.getByRole('heading', { name: 'Portal' }).isVisible()).toBe(true)
  expect(await page.locator('h1').evaluate((heading) => heading.clientWidth)).toBeGreaterThan(30)
})

test('two people work in two browser contexts at the same time', async () => {
  const chromium = await browser('as needed')
  const pages = await Promise.all([1, 2].map(async () => (await chromium.newContext()).newPage()))
  const titles = await Promise.all(pages.map(async (page, place) => {
    await page.setContent(`<title>Desk ${place}</title>`)
    return page.title()
  }))
  expect(titles).toEqual(['Desk 0', 'Desk 1'])
})

test('the browser keeps its web security: another origin is not readable', async () => {
  const server = createServer((_, response) => response.end('a secret of another origin'))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  onTestFinished(() => void server.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const page = await (await browser('as needed')).newPage()
  await page.goto(origin.replace('127.0.0.1', 'localhost'))
  await expect(page.evaluate((address) => fetch(address).then((answer) => answer.text()), origin)).rejects.toThrow('Failed to fetch')
})

test('on a machine without the browser\'s libraries it runs with those of its package', async () => {
  const chromium = await browser('of the package')
  const page = await chromium.newPage()
  await page.setContent('<title>Bare</title>')
  expect(await page.title()).toBe('Bare')
  const { executablePath, env } = await chromiumProgram('of the package')
  expect(loaded(executablePath)).toContain(realpathSync(`${env.LD_LIBRARY_PATH}/libnss3.so`))
})
