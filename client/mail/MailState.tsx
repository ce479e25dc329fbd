import { useTranslate } from 'ra-core'
import { StateChip, type State } from '#client/ui/StateChip.tsx'
import type { MailState as Known } from '#domain/contracts/outbox.ts'

const looks: Record<Known, State> = { queued: 'due', handed: 'ok', refused: 'late', bounced: 'bounced', parked: 'held' }

/** What can be known of a mail; never that somebody has read it. */
export function MailState({ state }: { state: Known }) {
  const translate = useTranslate()
  return <StateChip state={looks[state]}>{translate(`mail.state.${state}`)}</StateChip>
}
