import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { PersonRow } from '#domain/contracts/proxy-access.ts'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import type { useRoving } from '#client/ui/roving.ts'

type PersonOptionProps = { row: PersonRow; stop: ReturnType<ReturnType<typeof useRoving>['stop']>; onPick: () => void }

/** Somebody who may be meant: what tells them apart, and from where they are known. */
export function PersonOption({ row, stop, onPick }: PersonOptionProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const facts = [
    row.birthDate ? `${translate('ui.born')} ${dateText(row.birthDate, locale)}` : null,
    row.maskedEmail,
    row.maskedPhone,
    row.actsFor > 0 ? translate('access.acts_for_count', { smart_count: row.actsFor }) : null,
  ].filter((one) => one !== null)
  const from = row.from === 'household' && row.relationship ? translate(`patients.relation.${row.relationship}`, { _: row.relationship }) : translate(`access.known_as.${row.from}`)
  return (
    <Box component="li" sx={{ borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
      <Box
        component="button"
        type="button"
        onClick={onPick}
        {...stop}
        sx={{
          all: 'unset', boxSizing: 'border-box', display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline', width: '100%', minHeight: 40, px: 1.5, py: 0.75, cursor: 'pointer',
          '&:hover': { bgcolor: 'accentSoft' }, '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: -3 },
        }}
      >
        <Box component="span" sx={{ fontWeight: 500 }}>
          {row.name}
        </Box>
        <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>
          {[from, ...facts].join(' · ')}
        </Box>
      </Box>
    </Box>
  )
}
