import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { use } from 'react'
import type { PatientRow } from '#domain/contracts/patients.ts'
import { PersonActsContext } from '#client/layout/person-acts.ts'
import { Matched } from '#client/ui/Matched.tsx'
import { NextButton } from '#client/patients/NextButton.tsx'
import { PortalState } from '#client/ui/PortalState.tsx'
import { Born } from '#client/ui/Born.tsx'
import { Highlight } from '#client/ui/Highlight.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { LookAlikeMark } from '#client/ui/LookAlikeMark.tsx'
import { MrnTail } from '#client/ui/MrnTail.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

type LookupRowProps = { id: string; row: PatientRow; typed: string; chosen: boolean; onChoose: () => void }

/** Where the card is wide enough, a row's parts stand beside each other in the columns of the list. */
const WIDE = '@container (min-width: 640px)'
const lined = { gridColumn: 1, [WIDE]: { gridColumn: 'auto' } } as const
const second = { typography: 'table', color: 'ink2', display: 'flex', flexWrap: 'wrap', columnGap: 1.5 } as const

/** A site's name may be cut off; who somebody is never is. */
const cut = { typography: 'table', color: 'ink2', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const

/** One person who matches: who, which identifiers matched, the portal, and one button. The chosen row has a bar and a ground. */
export function LookupRow({ id, row, typed, chosen, onChoose }: LookupRowProps) {
  const translate = useTranslate()
  const acts = use(PersonActsContext)
  const found = { typed, matched: row.matched }
  const tabIndex = chosen ? 0 : -1
  return (
    <Box
      role="row"
      id={id}
      aria-selected={chosen}
      ref={(element: HTMLElement | null) => {
        if (chosen) element?.scrollIntoView?.({ block: 'nearest' })
      }}
      onFocus={onChoose}
      sx={{
        display: 'grid', gridColumn: '1 / -1', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 2, rowGap: 0.25, alignItems: 'center',
        paddingInlineEnd: 2, py: 0.75, minHeight: 64, borderTop: '1px solid', borderColor: 'line',
        borderInlineStart: `3px solid ${chosen ? 'var(--pd-palette-accent)' : 'transparent'}`, bgcolor: chosen ? 'accentSoft' : undefined, '&:hover': { bgcolor: 'accentSoft' },
        [WIDE]: { gridTemplateColumns: 'subgrid', minHeight: 56 },
      }}
    >
      <Box role="gridcell" sx={{ ...lined, display: 'flex', gap: 1, minWidth: 0 }}>
        <Box component="span" sx={{ color: chosen ? 'accent' : 'transparent', pt: 0.5, paddingInlineStart: 1, display: 'inline-flex' }}>
          <Icon name="chevron" size={16} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <TextButton
            type="button"
            tabIndex={tabIndex}
            onClick={() => acts.open(row, found)}
            sx={{ typography: 'lead', fontWeight: 500, color: 'ink', textDecoration: 'none', overflowWrap: 'anywhere', '&:hover': { textDecoration: 'underline' } }}
          >
            <Highlight text={row.name} typed={typed} />
          </TextButton>
          <Box sx={second}>
            <Born birthDate={row.birthDate} age={row.age} marked={row.matched.includes('birth-date')} />
          </Box>
          {row.lookAlikeHow ? <LookAlikeMark>{translate(`record.alike.${row.lookAlikeHow}`)}</LookAlikeMark> : null}
        </Box>
      </Box>
      <Box role="gridcell" sx={{ ...lined, minWidth: 0, paddingInlineStart: 4, [WIDE]: { ...lined[WIDE], paddingInlineStart: 0 } }}>
        <Matched matched={row.matched} />
        <Box sx={second}>
          <MrnTail tail={row.mrnTail} />
          <span>{row.phoneTail ? translate('patients.phone_tail', { tail: row.phoneTail }) : translate('patients.no_phone')}</span>
        </Box>
      </Box>
      <Box role="gridcell" sx={{ ...lined, minWidth: 0, paddingInlineStart: 4, [WIDE]: { ...lined[WIDE], paddingInlineStart: 0 } }}>
        <PortalState state={row.portalState} />
        <Box sx={{ ...cut, display: 'none', [WIDE]: { display: 'block' } }} title={row.siteName ?? undefined}>{row.siteName}</Box>
      </Box>
      <Box role="gridcell" sx={{ justifySelf: 'end', gridColumn: 2, gridRow: '1 / span 3', [WIDE]: { gridColumn: 'auto', gridRow: 'auto' } }}>
        <NextButton person={row} next={row.nextAction} found={found} chosen={chosen} tabIndex={tabIndex} />
      </Box>
    </Box>
  )
}
