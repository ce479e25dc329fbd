/*
 * Stands for `temporal-polyfill` in the built console (vite.config.ts): browsers that have Temporal of their own, most by now, do not
 * fetch it again, which is a tenth of the first screen. Modules that import this wait until it is there.
 */
import type { Temporal as Implementation } from 'temporal-polyfill'

const own = (globalThis as { Temporal?: typeof Implementation }).Temporal

export const Temporal = own ?? (await import('temporal-polyfill/implementation')).Temporal
