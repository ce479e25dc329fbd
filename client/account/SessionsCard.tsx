import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { z } from 'zod'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import type { ownSession } from '#domain/contracts/session.ts'

/** Where this person is signed in; any other place can be ended at once. */
export function SessionsCard() {
  const translate = useTranslate()
  const { data: sessions = [], error, isPending, refetch } = useRead<z.infer<typeof ownSession>[]>('sessions', { path: '/account/sessions' })
  const { run, fault, pending } = useCommand()
  return (
    <Card title={translate('account.sessions')} flush>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {isPending && !error ? <Waiting rows={2} /> : null}
      <ul>
        {sessions.map((session) => (
          <Box
            component="li"
            key={session.id}
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', px: 2, py: 1.25, borderBottom: '1px solid', borderColor: 'line' }}
          >
            <Box sx={{ flex: 1, minWidth: 160 }}>
              {session.browser}
              <Box sx={{ typography: 'table', color: 'ink2' }}>
                {translate('account.since')} <Moment at={session.createdAt} /> · {translate('account.last_act')}{' '}
                <Moment at={session.lastActivityAt} />
              </Box>
            </Box>
            {session.current ? (
              <StateChip state="ok">{translate('account.here')}</StateChip>
            ) : (
              <TextButton
                type="button"
                disabled={pending}
                onClick={() => void run({ path: `/account/sessions/${session.id}/end` }, ['sessions'])}
              >
                {translate('account.end')}
              </TextButton>
            )}
          </Box>
        ))}
      </ul>
      <CommandFault fault={fault} onRetry={() => undefined} />
    </Card>
  )
}
