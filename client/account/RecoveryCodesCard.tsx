import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'
import { CodeList } from '#client/ui/CodeList.tsx'

/** New recovery codes end the old ones; they are shown this once. */
export function RecoveryCodesCard() {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand<{ recoveryCodes: string[] }>()
  const [codes, setCodes] = useState<string[]>([])
  const make = async () => {
    const stepUp = { action: 'account.renew-recovery-codes', objectId: 'own' } as const
    const answer = await run({ path: '/account/recovery-codes', stepUp })
    if (answer) setCodes(answer.data.recoveryCodes)
  }
  return (
    <Card title={translate('account.codes')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <p>{translate(codes.length > 0 ? 'account.codes_shown' : 'account.codes_text')}</p>
        {codes.length > 0 ? <CodeList codes={codes} /> : null}
        <CommandFault fault={fault} onRetry={() => void make()} />
        <div>
          <Button disabled={pending} onClick={() => void make()}>
            {translate('account.make_codes')}
          </Button>
        </div>
      </Box>
    </Card>
  )
}
