import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { nextInLine } from '#client/home/day-rows.ts'
import { Missing } from '#client/home/Missing.tsx'
import { NextButton } from '#client/patients/NextButton.tsx'
import type { Day } from '#client/home/use-day.ts'
import { WhoComes } from '#client/home/WhoComes.tsx'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { RowLink } from '#client/ui/RowLink.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

const SHOWN = 3

/** The next few who come and have no account: whom to speak to about one. Nothing while the day is not read. */
export function NextInLine({ day }: { day: Day }) {
  const translate = useTranslate()
  const { data: answer } = day
  if (!answer?.site) return null
  const { timeZone } = answer.site
  const all = nextInLine(answer.rows, day.now)
  const shown = all.slice(0, SHOWN)
  return (
    <Card title={translate('today.next')} aside={all.length > 0 ? translate('today.count', { shown: shown.length, all: all.length }) : null} flush>
      {all.length === 0 ? <EmptyState kind="all-done" title={translate('today.all_enrolled')} /> : null}
      <ul>
        {shown.map((row) => (
          <Box
            component="li"
            key={row.id}
            sx={{ display: 'flex', gap: 1.5, alignItems: 'center', justifyContent: 'space-between', px: 2, py: 0.5, minHeight: 56, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}
          >
            <RowLink to={`/patients/${row.patientId}`}>
              <WhoComes row={row} zone={timeZone} more={row.nextAction.act === 'enroll-now' ? null : <> · <Missing next={row.nextAction} /></>} />
            </RowLink>
            <NextButton person={{ ...row, id: row.patientId }} next={row.nextAction} />
          </Box>
        ))}
      </ul>
      {all.length > SHOWN ? (
        <Box sx={{ px: 2, py: 1.25, borderTop: '1px solid', borderColor: 'line' }}>
          <TextButton type="button" onClick={() => day.setPart('not-enrolled')}>
            {translate('today.all', { smart_count: all.length })}
          </TextButton>
        </Box>
      ) : null}
    </Card>
  )
}
