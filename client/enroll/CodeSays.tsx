import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { CodeState } from '#client/enroll/code-state.ts'
import { givenName } from '#client/enroll/given-name.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { Moment } from '#client/ui/Moment.tsx'

const icons = { ready: 'phone', shown: 'qr', tied: 'phone', elsewhere: 'qr', ended: 'clock', spent: 'blocked', used: 'ok' } as const

/** What is so with the code where there is none to show, and what to do. */
export function CodeSays({ state, draft }: { state: CodeState; draft: EnrollmentAnswer }) {
  const translate = useTranslate()
  const isBad = state === 'ended' || state === 'spent'
  return (
    <Box role="status" sx={{ display: 'grid', gap: 0.5, justifyItems: 'center', py: 1 }}>
      <Box sx={{ color: isBad ? 'due' : 'accent', display: 'inline-flex' }}>
        <Icon name={icons[state]} size={28} />
      </Box>
      <Box component="p" sx={{ typography: 'lead' }}>
        {translate(`enroll.code_is.${state}`, { name: givenName(draft.patient.name) })} {state === 'elsewhere' && draft.code ? <Moment at={draft.code.madeAt} /> : null}
      </Box>
      <Box component="p" sx={{ color: 'ink2', maxWidth: '46ch' }}>{translate(`enroll.code_do.${state}`)}</Box>
    </Box>
  )
}
