import { access } from '#client/layout/i18n/es/access.ts'
import { administration } from '#client/layout/i18n/es/administration.ts'
import { clinicians } from '#client/layout/i18n/es/clinicians.ts'
import { enroll } from '#client/layout/i18n/es/enroll.ts'
import { feeds } from '#client/layout/i18n/es/feeds.ts'
import { figures } from '#client/layout/i18n/es/figures.ts'
import { invitations } from '#client/layout/i18n/es/invitations.ts'
import { levels } from '#client/layout/i18n/es/levels.ts'
import { messages } from '#client/layout/i18n/es/messages.ts'
import { oversight } from '#client/layout/i18n/es/oversight.ts'
import { preferences } from '#client/layout/i18n/es/preferences.ts'
import { recordRoom } from '#client/layout/i18n/es/record-room.ts'
import { recovery } from '#client/layout/i18n/es/recovery.ts'
import { results } from '#client/layout/i18n/es/results.ts'
import { setup } from '#client/layout/i18n/es/setup.ts'

/** Spanish of the rooms. */
export const esRooms = { ...access, ...administration, ...clinicians, ...enroll, ...figures, ...invitations, ...feeds, ...messages, ...oversight, ...levels, ...preferences, ...recordRoom, ...recovery, ...results, ...setup }
