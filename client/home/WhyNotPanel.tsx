import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import type { TodayRow } from '#domain/contracts/today.ts'
import { Panel } from '#client/ui/Panel.tsx'
import { Refusal } from '#client/ui/Refusal.tsx'

type WhyNotPanelProps = { row: TodayRow; why: Extract<TodayRow['nextAction'], { act: 'why-not' }>; onClose: () => void }

/** A link is not focused by `autoFocus`; the panel opens on its one button. */
const focusOnce = (element: HTMLElement | null) => element?.focus()

/** Why somebody is not asked to enroll: what is so, what to do instead, what to say. */
export function WhyNotPanel({ row, why, onClose }: WhyNotPanelProps) {
  const translate = useTranslate()
  return (
    <Panel title={translate('today.why_not_title', { name: row.name })} onClose={onClose}>
      <Box sx={{ m: -2 }}>
        <Refusal
          refusal={why}
          action={
            <Button component={LinkBase} to={`/patients/${row.patientId}`} variant="contained" ref={focusOnce}>
              {translate('today.open_record')}
            </Button>
          }
        />
      </Box>
    </Panel>
  )
}
