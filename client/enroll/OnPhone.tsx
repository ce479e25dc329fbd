import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { givenName } from '#client/enroll/given-name.ts'
import { Card } from '#client/ui/Card.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { useNow } from '#client/ui/ticking.ts'
import { isSilent } from '#domain/enrollment/stuck.ts'
import { LiveSteps, type LiveStep } from '#client/ui/LiveSteps.tsx'

/** Each step as the patient takes it, on a device that nobody here sees. */
export function OnPhone({ draft }: { draft: EnrollmentAnswer }) {
  const translate = useTranslate()
  const now = useNow()
  const isTied = draft.code?.state === 'connected'
  const times = draft.live.flatMap(({ at }) => (at ? [Date.parse(at)] : []))
  const last = times.length > 0 ? Math.max(...times) : null
  const silent = isTied && draft.state === 'open' && last !== null && isSilent(last, now)
  const detailOf = (step: EnrollmentAnswer['live'][number]): string | undefined => {
    if (step.step === 'identity' && draft.evidence) return translate('enroll.live_identity', { kind: translate(`enroll.evidence.${draft.evidence.kind}`), name: draft.evidence.seenBy.name })
    if (step.step === 'contact' && draft.contact) return draft.contact.masked ?? translate(`enroll.way_short.${draft.contact.way}`)
    if (step.step === 'terms' || step.step === 'agreement') return step.state === 'now' && !silent ? translate('enroll.reading') : undefined
    if (step.step === 'sign-in') return translate('enroll.they_choose')
    return step.step === 'connected' && step.state === 'done' ? translate('enroll.code_tied') : undefined
  }
  const steps: LiveStep[] = [
    ...draft.live.map((step) => ({ key: step.step, title: translate(`enroll.live.${step.step}`), detail: detailOf(step), state: step.state, at: step.at })),
    { key: 'active', title: translate('enroll.live.active'), state: draft.state === 'active' ? 'done' : 'to-come', at: null },
  ]
  return (
    <Card
      title={translate('enroll.on_phone', { name: givenName(draft.patient.name) })}
      aside={
        silent ? (
          <Box component="span" role="status"><StateChip state="due">{translate('enroll.open_is.PHONE_SILENT')}</StateChip></Box>
        ) : isTied ? (
          <Box component="span" role="status" sx={{ color: 'ok', fontWeight: 600, display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
            <Box component="span" aria-hidden sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: 'ok', boxShadow: '0 0 0 3px var(--pd-palette-okSoft)' }} />
            {translate('enroll.connected')}
          </Box>
        ) : (
          translate('enroll.done_of', { done: draft.done, of: draft.live.length })
        )
      }
    >
      <LiveSteps label={translate('enroll.on_phone', { name: givenName(draft.patient.name) })} steps={steps} since={last} />
      {silent ? <Box component="p" sx={{ mt: 1.5, color: 'ink2' }}>{translate('enroll.silent_do')}</Box> : null}
    </Card>
  )
}
