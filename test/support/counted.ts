import type { Locator, Page } from 'playwright-core'

/** Keys, clicks and screens that a task took. A text counts each of its letters, a chord counts once. */
export type Counts = { keys: number; clicks: number; screens: number }

/** A person at the page whose every key and click is counted; `arrived` says that another screen or dialog is there. */
export function countedAt(page: Page) {
  const counts: Counts = { keys: 0, clicks: 0, screens: 0 }
  return {
    counts,
    press: async (...chords: string[]) => {
      for (const chord of chords) {
        counts.keys += 1
        await page.keyboard.press(chord)
      }
    },
    type: async (text: string) => {
      counts.keys += text.length
      await page.keyboard.type(text)
    },
    click: async (target: Locator) => {
      counts.clicks += 1
      await target.click()
    },
    arrived: async (at: Locator) => {
      counts.screens += 1
      await at.waitFor()
    },
  }
}

/** One line for the printed result of a counted run. */
export function countsText(task: string, { keys, clicks, screens }: Counts): string {
  return `${task}: ${keys} keys, ${clicks} clicks, ${screens} screens`
}
