import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { BirthdaysAnswer } from '#domain/contracts/proxy-access.ts'
import { BirthdayRow } from '#client/proxy-access/BirthdayRow.tsx'
import { alsoOn, paths } from '#client/proxy-access/paths.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

const spans = ['7', '30', '90'] as const
const ages = ['both', '12', '18'] as const

/** Birthdays that change access, with what each proxy has before and after, and where nobody could read results. */
export function Birthdays() {
  const translate = useTranslate()
  const [within, setWithin] = useState<(typeof spans)[number]>('90')
  const [age, setAge] = useState<(typeof ages)[number]>('both')
  const [after, setAfter] = useState<string[]>([])
  const path = paths.birthdays({ within, age: age === 'both' ? undefined : age, after: after.at(-1) })
  const { data, error, refetch, isFetching } = useRead<BirthdaysAnswer>('proxy-grants', { path }, true, alsoOn)
  const last = data?.rows.at(-1)
  const counts = data?.counts
  const countOf = { '7': counts?.within7, '30': counts?.within30, '90': counts?.within90 }
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <Switch label={translate('access.within')} value={within} options={spans.map((one) => ({ value: one, text: translate('access.days', { smart_count: Number(one) }), count: countOf[one] }))} onChange={(value) => { setWithin(value); setAfter([]) }} />
        <Switch label={translate('access.age')} value={age} options={ages.map((one) => ({ value: one, text: one === 'both' ? translate('access.both_ages') : translate('access.birthday', { nth: translate(`access.nth.${one}`) }) }))} onChange={(value) => { setAge(value); setAfter([]) }} />
      </Box>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={6} /> : null}
      {data ? (
        <Card flush>
          {data.rows.length === 0 ? <EmptyState kind="all-done" title={translate('access.birthdays_none')} /> : null}
          <Box component="ul" aria-busy={isFetching} aria-label={translate('access.birthdays')}>
            {data.rows.map((row) => (
              <BirthdayRow key={row.key} row={row} />
            ))}
          </Box>
          <Box sx={{ display: 'flex', gap: 1, p: 1.5, borderTop: '1px solid', borderColor: 'line', '&:empty': { display: 'none' } }}>
            {after.length > 0 ? <Button size="small" onClick={() => setAfter(after.slice(0, -1))}>{translate('ui.paging.previous')}</Button> : null}
            {data.more && last ? <Button size="small" onClick={() => setAfter([...after, last.key])}>{translate('ui.paging.next')}</Button> : null}
          </Box>
        </Card>
      ) : null}
    </>
  )
}

type SwitchProps<T extends string> = { label: string; value: T; options: readonly { value: T; text: string; count?: number }[]; onChange: (value: T) => void }

function Switch<T extends string>({ label, value, options, onChange }: SwitchProps<T>) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      onChange={(_event, next: T | null) => {
        if (next !== null) onChange(next)
      }}
      sx={{ '& .MuiToggleButton-root': { textTransform: 'none', color: 'ink2', bgcolor: 'surface' }, '& .MuiToggleButton-root.Mui-selected': { color: 'accent', bgcolor: 'accentSoft', fontWeight: 600 } }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} value={option.value}>
          {option.text}
          {option.count === undefined ? '' : ` · ${option.count}`}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
