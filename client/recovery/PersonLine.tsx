import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { PatientRow } from '#domain/contracts/patients.ts'
import { Born } from '#client/ui/Born.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Matched } from '#client/ui/Matched.tsx'
import { MrnTail } from '#client/ui/MrnTail.tsx'
import type { useRoving } from '#client/ui/roving.ts'

type PersonLineProps = { row: PatientRow; stop: ReturnType<ReturnType<typeof useRoving>['stop']>; onPick: () => void }

/** Somebody who may be meant: who, and which identifiers matched. */
export function PersonLine({ row, stop, onPick }: PersonLineProps) {
  const translate = useTranslate()
  return (
    <Box component="li" sx={{ borderTop: '1px solid', borderColor: 'line' }}>
      <Box
        component="button"
        type="button"
        onClick={onPick}
        {...stop}
        sx={{
          all: 'unset', boxSizing: 'border-box', width: '100%', display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.25, alignItems: 'center', px: 1, py: 1, minHeight: 52, cursor: 'pointer', borderRadius: 1,
          '&:hover': { bgcolor: 'accentSoft' }, '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: -2 },
        }}
      >
        <Box component="span" sx={{ flex: '1 1 260px', minWidth: 0 }}>
          <Box component="span" sx={{ display: 'block', fontWeight: 500, overflowWrap: 'anywhere' }}>
            {row.name}
            {row.lookAlike ? <Box component="span" title={translate('invitations.alike')} sx={{ color: 'due', display: 'inline-flex', verticalAlign: 'text-bottom', marginInlineStart: 0.75 }}><Icon name="people" size={16} /></Box> : null}
          </Box>
          <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, typography: 'table', color: 'ink2' }}><Born birthDate={row.birthDate} age={row.age} /> <MrnTail tail={row.mrnTail} /></Box>
        </Box>
        <Matched matched={row.matched} />
      </Box>
    </Box>
  )
}
