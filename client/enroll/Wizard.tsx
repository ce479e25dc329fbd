import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Page } from '#client/layout/Page.tsx'
import { StepRail, type RailStep } from '#client/ui/StepRail.tsx'
import { useTranslate } from 'ra-core'

type WizardProps = {
  title: string
  under: ReactNode
  actions?: ReactNode
  notes?: ReactNode
  steps: readonly RailStep[]
  /** The wider right column of the hand-over. */
  wideSide?: boolean
  side: ReactNode
  children: ReactNode
}

/** The frame of enrolling: on the left what was recorded, in the middle the step's question, on the right what is known before it is asked. */
export function Wizard({ title, under, actions, notes, steps, wideSide = false, side, children }: WizardProps) {
  const translate = useTranslate()
  const column = { minWidth: 0, minHeight: 0, overflowY: { lg: 'auto' }, p: { lg: 0.25 } } as const
  return (
    <Page name="enroll.page" title={title} under={under} actions={actions} panes>
      {notes}
      <Box
        sx={{
          display: 'grid', gap: { xs: 2, lg: 3 }, flex: { lg: 1 }, minHeight: { lg: 0 }, gridTemplateRows: { lg: 'minmax(0, 1fr)' },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: wideSide ? '200px minmax(0, 1fr) 352px' : '224px minmax(0, 1fr) 312px' },
        }}
      >
        <Box sx={column}>
          <StepRail label={translate('enroll.steps')} steps={steps} />
        </Box>
        <Box sx={{ ...column, overflowY: 'visible', display: 'flex', flexDirection: 'column' }}>{children}</Box>
        <Box component="aside" tabIndex={0} aria-label={translate('enroll.beside')} sx={{ ...column, display: 'grid', gap: 2, alignContent: 'start' }}>{side}</Box>
      </Box>
    </Page>
  )
}
