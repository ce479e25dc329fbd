import { door } from '#client/layout/i18n/es/door.ts'
import { first } from '#client/layout/i18n/es/first.ts'
import { frame } from '#client/layout/i18n/es/frame.ts'
import { people } from '#client/layout/i18n/es/people.ts'
import { record } from '#client/layout/i18n/es/record.ts'
import { today } from '#client/layout/i18n/es/today.ts'

/** The same in Spanish; its type demands every English key. */
export const es = { ...frame, ...first, ...door, ...people, ...record, ...today }
