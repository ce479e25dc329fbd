import { expect, test } from 'vitest'
import { dark, light, type Tokens } from '#client/layout/tokens.ts'

/** WCAG 2 contrast of two hex colours. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const modes: [string, Tokens][] = [['light', light], ['dark', dark]]

test.each(modes)('%s: every text can be read on every ground it stands on', (_name, tokens) => {
  const grounds = [tokens.canvas, tokens.surface, tokens.sunken, tokens.rail]
  const texts = [tokens.ink, tokens.ink2, tokens.ink3, tokens.accent]
  for (const text of texts) for (const ground of grounds) expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  for (const text of [tokens.ink, tokens.ink2, tokens.ink3, tokens.accent]) expect(contrast(text, tokens.accentSoft)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(tokens.onAccent, tokens.accent)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(tokens.onAccent, tokens.accentHover)).toBeGreaterThanOrEqual(4.5)
})

test.each(modes)('%s: every state can be read on its own soft ground, and every border can be seen', (_name, tokens) => {
  const pairs = [
    [tokens.late, tokens.lateSoft], [tokens.due, tokens.dueSoft], [tokens.held, tokens.heldSoft], [tokens.blocked, tokens.blockedSoft], [tokens.ok, tokens.okSoft],
  ] as const
  for (const [color, soft] of pairs) expect(contrast(color, soft)).toBeGreaterThanOrEqual(4.5)
  for (const ground of [tokens.canvas, tokens.surface, tokens.sunken]) expect(contrast(tokens.line2, ground)).toBeGreaterThanOrEqual(3)
})
