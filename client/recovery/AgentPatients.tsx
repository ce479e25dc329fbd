import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { AgentIncidentAnswer } from '#domain/contracts/recovery.ts'
import { StateChip } from '#client/ui/StateChip.tsx'

type AgentPatientsProps = { patients: AgentIncidentAnswer['patients']; left: ReadonlySet<string>; onChange: (left: ReadonlySet<string>) => void }

/** Everybody concerned, each with a box: all are chosen until one is left out. */
export function AgentPatients({ patients, left, onChange }: AgentPatientsProps) {
  const translate = useTranslate()
  const toggle = (patientId: string) => {
    const next = new Set(left)
    if (!next.delete(patientId)) next.add(patientId)
    onChange(next)
  }
  return (
    <Box component="ul" aria-label={translate('recovery.concerned', { smart_count: patients.length })} tabIndex={0} sx={{ maxHeight: 320, overflowY: 'auto' }}>
      {patients.map((one) => (
        <Box component="li" key={one.patientId} sx={{ borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
          <Box component="label" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'center', px: 2, py: 1, minHeight: 44, accentColor: 'var(--pd-palette-accent)', cursor: 'pointer' }}>
            <input type="checkbox" checked={!left.has(one.patientId)} onChange={() => toggle(one.patientId)} style={{ width: 18, height: 18, margin: 0, flex: 'none' }} />
            <Box component="span" sx={{ flex: '1 1 200px', minWidth: 0 }}>
              <Box component="span" sx={{ fontWeight: 500 }}>{one.name}</Box>{' '}
              <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{one.mrnTail ? `MRN ···${one.mrnTail} · ` : ''}{translate('recovery.n_acts', { smart_count: one.acts })} · {translate('recovery.n_accounts', { smart_count: one.activeAccounts })}</Box>
            </Box>
            {one.isSuspended ? <StateChip state="blocked">{translate('recovery.account.suspended')}</StateChip> : null}
            {one.notified ? <StateChip state="ok">{translate('recovery.was_notified')}</StateChip> : null}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
