import { administration } from '#client/layout/i18n/en/administration.ts'
import { door } from '#client/layout/i18n/en/door.ts'
import { frame } from '#client/layout/i18n/en/frame.ts'
import { oversight } from '#client/layout/i18n/en/oversight.ts'
import { people } from '#client/layout/i18n/en/people.ts'

/** The English interface. */
export const en = { ...frame, ...door, ...people, ...administration, ...oversight }
