import { access } from '#client/layout/i18n/es/access.ts'
import { administration } from '#client/layout/i18n/es/administration.ts'
import { clinicians } from '#client/layout/i18n/es/clinicians.ts'
import { door } from '#client/layout/i18n/es/door.ts'
import { enroll } from '#client/layout/i18n/es/enroll.ts'
import { feeds } from '#client/layout/i18n/es/feeds.ts'
import { figures } from '#client/layout/i18n/es/figures.ts'
import { frame } from '#client/layout/i18n/es/frame.ts'
import { invitations } from '#client/layout/i18n/es/invitations.ts'
import { oversight } from '#client/layout/i18n/es/oversight.ts'
import { people } from '#client/layout/i18n/es/people.ts'
import { record } from '#client/layout/i18n/es/record.ts'

/** The Spanish interface; its type demands every English key. */
export const es = { ...frame, ...access, ...door, ...people, ...record, ...administration, ...clinicians, ...enroll, ...figures, ...invitations, ...feeds, ...oversight }
