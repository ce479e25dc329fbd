import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { Matched } from '#client/patients/Matched.tsx'
import { PortalState } from '#client/patients/PortalState.tsx'
import type { PatientRow } from '#domain/contracts/patients.ts'
import { Highlight } from '#client/ui/Highlight.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { RowLink } from '#client/ui/RowLink.tsx'
import type { useRoving } from '#client/ui/roving.ts'

type LookupRowProps = { row: PatientRow; typed: string; stop: ReturnType<ReturnType<typeof useRoving>['stop']> }

/** One person who matches: who, which identifiers matched, the portal. */
export function LookupRow({ row, typed, stop }: LookupRowProps) {
  const translate = useTranslate()
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { md: 'minmax(0, 5fr) minmax(0, 4fr) minmax(0, 3fr)' },
        alignItems: 'center',
        px: 2.5,
        py: 1.25,
        borderTop: '1px solid',
        borderColor: 'line',
        '&:hover, &:focus-within': { bgcolor: 'accentSoft' },
      }}
    >
      <div>
        <Box sx={{ typography: 'lead', fontWeight: 500 }}>
          <RowLink to={`/patients/${row.id}`} stop={stop}>
            <span>
              <Highlight text={row.name} typed={typed} />
            </span>
          </RowLink>
        </Box>
        <Box sx={{ typography: 'table', color: 'ink2' }}>
          <Identity birthDate={row.birthDate} age={row.age} mrnTail={row.mrnTail} />
        </Box>
      </div>
      <div>
        <Matched matched={row.matched} />
        <Box sx={{ typography: 'table', color: 'ink2' }}>
          {row.phoneTail ? translate('patients.phone_tail', { tail: row.phoneTail }) : translate('patients.no_phone')}
        </Box>
      </div>
      <div>
        <PortalState state={row.portalState} />
        <Box sx={{ typography: 'table', color: 'ink2' }}>{row.siteName}</Box>
      </div>
    </Box>
  )
}
