import { access } from '#client/layout/i18n/en/access.ts'
import { administration } from '#client/layout/i18n/en/administration.ts'
import { clinicians } from '#client/layout/i18n/en/clinicians.ts'
import { door } from '#client/layout/i18n/en/door.ts'
import { enroll } from '#client/layout/i18n/en/enroll.ts'
import { feeds } from '#client/layout/i18n/en/feeds.ts'
import { figures } from '#client/layout/i18n/en/figures.ts'
import { frame } from '#client/layout/i18n/en/frame.ts'
import { invitations } from '#client/layout/i18n/en/invitations.ts'
import { oversight } from '#client/layout/i18n/en/oversight.ts'
import { people } from '#client/layout/i18n/en/people.ts'
import { record } from '#client/layout/i18n/en/record.ts'

/** The English interface. */
export const en = { ...frame, ...access, ...door, ...people, ...record, ...administration, ...clinicians, ...enroll, ...figures, ...invitations, ...feeds, ...oversight }
