import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { givenName } from '#client/enroll/given-name.ts'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

type NextPersonProps = { draft: EnrollmentAnswer; command: DraftCommand; /** It is the one filled button now. */ leads: boolean }

/** Back to Home for whoever comes next; an enrollment that is under way stays there until it is done. */
export function NextPerson({ draft, command, leads }: NextPersonProps) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const go = async () => {
    if (draft.state === 'open' && draft.mine && !(await command.act('leave'))) return
    void navigate('/')
  }
  useKeys(leads ? [{ keys: 'ctrl+enter', group: 'act', label: 'enroll.key_next', run: () => void go() }] : [])
  return (
    <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', position: { lg: 'sticky' }, bottom: 0, bgcolor: { lg: 'canvas' }, py: { lg: 0.5 } }}>
      <Button variant={leads ? 'contained' : 'outlined'} disabled={command.pending} onClick={() => void go()} sx={{ flex: 'none' }}>
        {translate('enroll.next_person')} {leads ? <KeyCap keys="ctrl+enter" /> : null}
      </Button>
      {draft.state === 'open' ? <Box component="span" sx={{ typography: 'small', color: 'ink2' }}>{translate('enroll.stays', { name: givenName(draft.patient.name) })}</Box> : null}
    </Box>
  )
}
