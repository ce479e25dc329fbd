import { access } from '#client/layout/i18n/en/access.ts'
import { administration } from '#client/layout/i18n/en/administration.ts'
import { clinicians } from '#client/layout/i18n/en/clinicians.ts'
import { enroll } from '#client/layout/i18n/en/enroll.ts'
import { feeds } from '#client/layout/i18n/en/feeds.ts'
import { figures } from '#client/layout/i18n/en/figures.ts'
import { invitations } from '#client/layout/i18n/en/invitations.ts'
import { levels } from '#client/layout/i18n/en/levels.ts'
import { messages } from '#client/layout/i18n/en/messages.ts'
import { oversight } from '#client/layout/i18n/en/oversight.ts'
import { preferences } from '#client/layout/i18n/en/preferences.ts'
import { recordRoom } from '#client/layout/i18n/en/record-room.ts'
import { recovery } from '#client/layout/i18n/en/recovery.ts'
import { results } from '#client/layout/i18n/en/results.ts'
import { setup } from '#client/layout/i18n/en/setup.ts'

/** English of every room that is opened from there; comes with the first of them. */
export const enRooms = { ...access, ...administration, ...clinicians, ...enroll, ...figures, ...invitations, ...feeds, ...messages, ...oversight, ...levels, ...preferences, ...recordRoom, ...recovery, ...results, ...setup }
