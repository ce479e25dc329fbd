import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { Lookup } from '#client/patients/use-lookup.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Note } from '#client/ui/Note.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

/** Under the rows, or in their place: why nothing was looked up, what to type, who may have been meant, how to go on. */
export function LookupRest({ lookup, typed }: { lookup: Lookup; typed: string }) {
  const translate = useTranslate()
  const { found, scan, isNobody, put } = lookup
  if (scan.unread) return <Band><Note icon="table" tone="due" live>{translate('ui.scan_unread')}</Note></Band>
  if (found.error) return <Band><Failure error={found.error} onRetry={found.again} /></Band>
  if (found.need === 'birth-date') {
    const add = (
      <Button size="small" onClick={() => put(`${typed.trim()} `)}>
        {translate('ui.too_many.narrow')}
      </Button>
    )
    return <Band><Note icon="table" live action={add}>{translate('patients.too_many', { shown: found.rows.length })}</Note></Band>
  }
  if (found.need !== null) return <Band><Note icon="search" live>{translate(`patients.need.${found.need}`)}</Note></Band>
  return isNobody ? <Nobody lookup={lookup} typed={typed} /> : null
}

function Band({ children }: { children: ReactNode }) {
  return <Box sx={{ flex: 'none', p: 1, borderTop: '1px solid', borderColor: 'line' }}>{children}</Box>
}

/** Nobody bears what was typed: spellings somebody bears, and a new patient. */
function Nobody({ lookup, typed }: { lookup: Lookup; typed: string }) {
  const translate = useTranslate()
  const { found, put, create } = lookup
  const near = found.nearSpellings.map((spelling, place) => (
    <Box component="span" key={spelling} sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', marginInlineStart: 1 }}>
      <TextButton type="button" onClick={() => put(spelling)}>{spelling}</TextButton>
      {place === 0 ? <KeyCap keys="enter" /> : null}
    </Box>
  ))
  return (
    <Box role="status" sx={{ borderTop: '1px solid', borderColor: 'line', overflowY: 'auto' }}>
      <EmptyState
        kind="nothing-found"
        title={translate('patients.nobody', { typed: typed.trim() })}
        text={near.length > 0 ? <>{translate('patients.did_you_mean')} {near}</> : translate('patients.nobody_hint')}
      >
        {create ? (
          <Button size="small" onClick={create}>
            {translate('record.create_short')} <KeyCap keys="ctrl+enter" />
          </Button>
        ) : null}
      </EmptyState>
    </Box>
  )
}
