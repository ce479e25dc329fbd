import { useTranslate } from 'ra-core'
import type { EnrollmentRow } from '#domain/contracts/enrollment.ts'
import { StateChip, type State } from '#client/ui/StateChip.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'

const looks: Record<NonNullable<EnrollmentRow['stuck']>['code'], { state: State; icon?: IconName }> = {
  IDENTITY_TO_RECORD: { state: 'none' }, CONTACT_TO_SETTLE: { state: 'blocked' }, HAND_OVER_TO_CHOOSE: { state: 'none' }, CODE_ENDED: { state: 'due', icon: 'clock' }, CODE_SPENT: { state: 'blocked' },
  PHONE_SILENT: { state: 'due' }, MAIL_NOT_OPENED: { state: 'due' }, MAIL_REFUSED: { state: 'bounced', icon: 'late' }, MAIL_BOUNCED: { state: 'bounced' }, INVITATION_ENDED: { state: 'blocked', icon: 'clock' }, PATIENT_STOPPED: { state: 'due' },
}

/** What is so with an open enrollment: what it waits for, or what the patient is doing. */
export function OpenEnrollmentState({ row }: { row: EnrollmentRow }) {
  const translate = useTranslate()
  if (row.stuck) return <span title={row.stuck.message}><StateChip {...looks[row.stuck.code]}>{translate(`enroll.open_is.${row.stuck.code}`)}</StateChip></span>
  const now = row.live.find(({ state }) => state === 'now')
  if (!now) return <StateChip state="ok">{translate('enroll.live.active')}</StateChip>
  return <StateChip state="note" icon="eye">{translate(`enroll.open_step.${now.step}`)}</StateChip>
}
