import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useEffect, useRef, type ReactNode } from 'react'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import type { PanelName } from '#client/messages/ActPanel.tsx'
import { MoreActs } from '#client/messages/MoreActs.tsx'
import { dateText } from '#client/ui/format.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'

type ThreadHeadProps = { thread: ThreadAnswer; onPanel: (panel: PanelName) => void; onBack: () => void; side: ReactNode }

/** About what and about whom the thread is, who has it, and what is done with it most. */
export function ThreadHead({ thread, onPanel, onBack, side }: ThreadHeadProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { row, may, context } = thread
  const { patient } = row
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const active = document.activeElement
    if (active === null || active === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <Box component="header" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', px: { xs: 2, md: 3 }, py: 1.25, bgcolor: 'surface', borderBottom: '1px solid', borderColor: 'line' }}>
      <Box sx={{ minWidth: 0, flex: '1 1 200px' }}>
        <Box sx={{ display: { md: 'none' }, mb: 0.5 }}>
          <Button size="small" onClick={onBack}><Icon name="left" size={16} /> {translate('messages.back')}</Button>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.25, alignItems: 'center' }}>
          <Box component="h2" ref={heading} tabIndex={-1} sx={{ typography: 'lead', fontWeight: 650, overflowWrap: 'anywhere', '&:focus-visible': { outline: 'none' } }}>{row.subject}</Box>
          {row.mine ? <StateChip state="note">{translate('messages.yours')}</StateChip> : row.assignee ? <StateChip state="none" icon="person">{row.assignee.name}</StateChip> : null}
          {row.audience === 'patient-only' ? <StateChip state="blocked">{translate('messages.patient_only')}</StateChip> : null}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'start' }}>
        {may.forward ? <RefusedButton why={may.forward}>{translate('messages.forward')}</RefusedButton> : <Button onClick={() => onPanel('forward')}>{translate('messages.forward')} <KeyCap keys="f" /></Button>}
        {row.mine ? <Button onClick={() => onPanel('give-back')}>{translate('messages.give_back')} <KeyCap keys="u" /></Button> : null}
        <MoreActs thread={thread} onPanel={onPanel} />
        {side}
      </Box>
      <Box sx={{ flex: '1 1 100%', mt: -0.5 }}>
        {patient ? (
          <Box sx={{ color: 'ink2' }}>
            <TextLink to={`/patients/${patient.id}`}>{patient.name}</TextLink>{' '}
            {context.lookAlike ? <Box component="span" sx={{ color: 'due', display: 'inline-flex', gap: 0.5, alignItems: 'center' }}><Icon name="people" size={16} /> {translate('messages.look_alike')}</Box> : null}
            <Box component="span" sx={{ whiteSpace: 'nowrap' }}> · {dateText(patient.birthDate, locale)}, {translate('ui.years', { smart_count: patient.age })}</Box> · {row.portalName}
          </Box>
        ) : <Box sx={{ color: 'ink2' }}>{translate('messages.closed_chart')} · {row.portalName}</Box>}
      </Box>
    </Box>
  )
}
