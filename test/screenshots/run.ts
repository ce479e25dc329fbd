/*
 * `npm run screenshots`: every screen of the tour, light and dark, at 1440 × 900, 1366 × 768 and 400 px, in both languages,
 * with axe on each. Pictures go to `reports/screenshots`; a finding of axe or an error on the console is red.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { build, staleReason } from '#server/build.mjs'
import { axeFinds } from '#test/support/axe.ts'
import { demoInBrowser, type Look } from '#test/support/demo-in-browser.ts'
import { tour } from '#test/support/tour.ts'

const folder = 'reports/screenshots'
const only = process.argv[2]
const looks: Look[] = [
  { width: 1440, height: 900, theme: 'light', language: 'en' },
  { width: 1440, height: 900, theme: 'dark', language: 'en' },
  { width: 1366, height: 768, theme: 'light', language: 'en' },
  { width: 400, height: 800, theme: 'light', language: 'en' },
  { width: 400, height: 800, theme: 'dark', language: 'en' },
  { width: 1440, height: 900, theme: 'light', language: 'es' },
  { width: 400, height: 800, theme: 'dark', language: 'es' },
]

const stale = staleReason()
if (stale) await build(stale)
if (!only) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const demo = await demoInBrowser()
const findings: string[] = []
let taken = 0
for (const look of looks) {
  for (const stop of tour.filter(({ name }) => !only || name.includes(only))) {
    const { context, faults } = await demo.context(look)
    const page = await context.newPage()
    const name = `${stop.name}-${look.width}-${look.theme}-${look.language}`
    try {
      if (stop.role) await demo.enter(page, stop.role)
      await stop.go(page)
      await page.screenshot({ path: `${folder}/${name}.png` })
      taken++
      for (const line of [...await axeFinds(page), ...faults]) findings.push(`${name}: ${line}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      if (wide) findings.push(`${name}: the page scrolls sideways`)
    } catch (error) {
      findings.push(`${name}: ${String(error).split('\n')[0]}`)
    }
    await context.close()
  }
}
await demo.close()
for (const line of findings) console.log(line)
console.log(`${taken} pictures in ${folder}, ${findings.length} findings`)
process.exitCode = findings.length > 0 || taken === 0 ? 1 : 0
