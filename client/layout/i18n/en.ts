import { door } from '#client/layout/i18n/en/door.ts'
import { first } from '#client/layout/i18n/en/first.ts'
import { frame } from '#client/layout/i18n/en/frame.ts'
import { people } from '#client/layout/i18n/en/people.ts'
import { record } from '#client/layout/i18n/en/record.ts'
import { today } from '#client/layout/i18n/en/today.ts'

/** English as the frame, Home and the list of patients speak it. */
export const en = { ...frame, ...first, ...door, ...people, ...record, ...today }
