import Button from '@mui/material/Button'
import { LinkBase, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { TodayRow } from '#domain/contracts/today.ts'
import { buttonOf } from '#domain/today.ts'
import { WhyNotPanel } from '#client/home/WhyNotPanel.tsx'

/** The one button of a row: it opens the record, or, dashed, says why this person is not asked. */
export function NextButton({ row }: { row: TodayRow }) {
  const translate = useTranslate()
  const [told, setTold] = useState(false)
  if (buttonOf(row.nextAction.act) === 'open') {
    return (
      <Button component={LinkBase} to={`/patients/${row.patientId}`} size="small" data-row-button aria-label={`${translate('today.open')}: ${row.name}`}>
        {translate('today.open')}
      </Button>
    )
  }
  return (
    <>
      <Button
        size="small"
        data-row-button
        aria-haspopup="dialog"
        aria-label={`${translate('today.why_not')} ${row.name}`}
        onClick={() => setTold(true)}
        sx={{ borderStyle: 'dashed', color: 'ink2' }}
      >
        {translate('today.why_not')}
      </Button>
      {told && row.nextAction.act === 'why-not' ? <WhyNotPanel row={row} why={row.nextAction} onClose={() => setTold(false)} /> : null}
    </>
  )
}
