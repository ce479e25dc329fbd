import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { DayPane } from '#client/home/DayPane.tsx'
import { NextInLine } from '#client/home/NextInLine.tsx'
import { useDay } from '#client/home/use-day.ts'
import { Page } from '#client/layout/Page.tsx'
import { SidePane, useNarrowDesk } from '#client/layout/SidePane.tsx'

/** The least height in which a list can be read beside a look-up that shows people. */
const LEAST = 280
/** Box and foot of the look-up: its rows scroll between them. */
const LEAST_LOOKUP = 100

/**
 * The home of whoever sees patients come: the look-up above, open enrollments and who comes today below it, and beside both who is next in
 * line: in a drawer between 900 and 1279. What is urgent stands first on a phone. From 900 on each column scrolls in itself; on a phone all of it is one column.
 */
export function DayHome({ lookup, open = null, urgent = null, beside }: { lookup: ReactNode; open?: ReactNode; urgent?: ReactNode; beside: ReactNode }) {
  const day = useDay()
  const translate = useTranslate()
  const isNarrowDesk = useNarrowDesk()
  const next = <NextInLine day={day} />
  return (
    <Page name="shell.home" panes>
      <Box
        sx={{
          display: 'grid', gap: { xs: 2, md: 1.5, lg: 3 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 336px' },
          gridTemplateRows: { md: 'auto minmax(0, 1fr)', lg: 'minmax(0, 1fr)' }, flex: { md: 1 }, minHeight: { md: 0 },
        }}
      >
        {isNarrowDesk ? <SidePane label={translate('today.beside')}>{next}{beside}</SidePane> : null}
        <Box sx={{ display: { xs: 'contents', md: 'flex' }, flexDirection: 'column', gap: 2, minWidth: 0, minHeight: 0, overflowY: 'auto' }}>
          {isNarrowDesk && urgent ? <Box sx={{ flex: 'none' }}>{urgent}</Box> : null}
          <Box sx={{ order: { xs: 1, md: 0 }, display: { xs: 'block', md: 'flex' }, flexDirection: 'column', flex: '0 1 auto', minHeight: { md: LEAST_LOOKUP } }}>{lookup}</Box>
          {open ? <Box sx={{ order: { xs: 1, md: 0 }, flex: 'none', minWidth: 0, '&:empty': { display: 'none' } }}>{open}</Box> : null}
          <Box sx={{ order: { xs: 3, md: 0 }, display: { xs: 'block', md: 'flex' }, flex: '1 0 auto', minWidth: 0, height: { md: LEAST }, minHeight: { md: LEAST } }}>
            <DayPane day={day} />
          </Box>
        </Box>
        {isNarrowDesk ? null : (
          <Box sx={{ display: { xs: 'contents', lg: 'grid' }, gap: 2, alignContent: 'start', minWidth: 0, overflowY: 'auto' }}>
            {urgent ? <Box sx={{ order: 0 }}>{urgent}</Box> : null}
            <Box sx={{ order: { xs: 2, md: 0 } }}>{next}</Box>
            <Box sx={{ order: { xs: 4, md: 0 }, display: 'grid', gap: 2 }}>{beside}</Box>
          </Box>
        )}
      </Box>
    </Page>
  )
}
