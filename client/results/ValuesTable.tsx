import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ValueAnswer } from '#domain/contracts/results.ts'
import { ReadingChip } from '#client/results/ReadingChip.tsx'
import { Card } from '#client/ui/Card.tsx'
import { dayText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { serverNow } from '#client/ui/ticking.ts'
import { Unseen } from '#client/results/Unseen.tsx'

type ValuesTableProps = { values: readonly ValueAnswer[]; chosen: string | null; onChoose: (value: ValueAnswer) => void }

const cell = { px: 2, py: 1, textAlign: 'left', verticalAlign: 'middle', fontWeight: 400 } as const
const wide = { display: { xs: 'none', sm: 'table-cell' } } as const

/** Every value with its range and how it reads; what it was in the version before is struck; one with earlier values opens its trend. */
export function ValuesTable({ values, chosen, onChoose }: ValuesTableProps) {
  const translate = useTranslate()
  const hasEarlier = values.some(({ trend }) => trend.length > 1)
  return (
    <Card flush>
      <Box component="table" aria-label={translate('results.values')} sx={{ width: '100%', borderCollapse: 'collapse' }}>
        <Box component="thead" sx={{ typography: 'table', color: 'ink2' }}>
          <tr>
            <Box component="th" scope="col" sx={cell}>{translate('results.test')}</Box>
            <Box component="th" scope="col" sx={{ ...cell, textAlign: 'right' }}>{translate('results.value')}</Box>
            <Box component="th" scope="col" sx={{ ...cell, ...wide }}>{translate('results.range')}</Box>
            <Box component="th" scope="col" sx={cell}>{translate('results.reads')}</Box>
            {hasEarlier ? <Box component="th" scope="col" sx={{ ...cell, ...wide, textAlign: 'right' }}>{translate('results.last_time')}</Box> : null}
          </tr>
        </Box>
        <tbody>
          {values.map((value) => <Line key={value.id} value={value} hasEarlier={hasEarlier} isChosen={value.id === chosen} onChoose={onChoose} />)}
        </tbody>
      </Box>
    </Card>
  )
}

function Line({ value, hasEarlier, isChosen, onChoose }: { value: ValueAnswer; hasEarlier: boolean; isChosen: boolean; onChoose: (value: ValueAnswer) => void }) {
  const { zone, locale } = usePracticeTime()
  const translate = useTranslate()
  const earlier = value.trend.at(-2)
  const isOut = value.reading !== null && value.reading !== 'normal'
  const name = <Box component="span" sx={{ fontWeight: isOut ? 600 : 400 }}>{value.name}</Box>
  return (
    <Box component="tr" sx={{ borderTop: '1px solid', borderColor: 'line', bgcolor: isChosen ? 'accentSoft' : undefined }}>
      <Box component="th" scope="row" sx={cell}>
        {value.trend.length > 1 ? (
          <Box component="button" type="button" aria-pressed={isChosen} onClick={() => onChoose(value)} sx={{ all: 'unset', cursor: 'pointer', minHeight: 24, textDecoration: 'underline', textDecorationStyle: 'dotted', textUnderlineOffset: 3, '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: 2 } }}>
            {name}
          </Box>
        ) : name}
        {value.rangeText ? <Box component="span" sx={{ display: { xs: 'block', sm: 'none' }, typography: 'small', color: 'ink2' }}>{value.rangeText}</Box> : null}
        {value.remarks ? <Box component="span" sx={{ display: 'block', typography: 'small', color: 'ink2' }}>{value.remarks}</Box> : null}
      </Box>
      <Box component="td" sx={{ ...cell, textAlign: 'right' }}>
        {value.before === null ? null : <><Box component="del" sx={{ color: 'ink3' }}><Unseen text={translate('results.was')} />{value.before}</Box>{' '}</>}
        <Box component="strong" sx={{ fontWeight: isOut ? 700 : 500 }}>{value.kind === 'attachment' ? translate('results.attachment', { type: value.mediaType ?? '' }) : value.text || '–'}</Box>
        {value.unit ? <Box component="span" sx={{ color: 'ink2', typography: 'small' }}> {value.unit}</Box> : null}
      </Box>
      <Box component="td" sx={{ ...cell, ...wide, color: 'ink2' }}>{value.rangeText ?? '–'}</Box>
      <Box component="td" sx={cell}><ReadingChip reading={value.reading} /></Box>
      {hasEarlier ? (
        <Box component="td" sx={{ ...cell, ...wide, textAlign: 'right', color: 'ink2' }}>
          {earlier ? <><span>{earlier.number}</span><Box component="span" sx={{ display: 'block', typography: 'small', color: 'ink3' }}>{dayText(Date.parse(earlier.at), serverNow(), zone, locale)}</Box></> : '–'}
        </Box>
      ) : null}
    </Box>
  )
}
