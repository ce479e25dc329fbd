import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { Card } from '#client/ui/Card.tsx'
import { Elapsed } from '#client/ui/Elapsed.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { StateChip, type State } from '#client/ui/StateChip.tsx'

type Approval = CallDesk['approvals'][number]
const looks: Record<Approval['state'], State> = { open: 'held', approved: 'ok', declined: 'blocked', withdrawn: 'none', expired: 'none', dead: 'none' }

/** Approvals that were asked for: as the approver sees them, who may decide, when they end. Nobody approves what they asked for. */
export function ApprovalsCard({ approvals }: Pick<CallDesk, 'approvals'>) {
  const translate = useTranslate()
  if (approvals.length === 0) return null
  return (
    <Card title={translate(approvals.every(({ isOwn }) => isOwn) ? 'recovery.approval_asked' : 'recovery.approvals')} flush>
      {approvals.map((one) => (
        <Box key={one.requestId} sx={{ p: 2, display: 'grid', gap: 0.75, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
          <div>
            <StateChip state={looks[one.state]}>{translate(`recovery.approval.${one.state}`)}{one.state === 'open' ? <> <Elapsed since={Date.parse(one.askedAt)} /></> : null}</StateChip>
          </div>
          <Box sx={{ fontWeight: 500 }}>{translate(`recovery.act.${one.act}`)}</Box>
          <Box component="ul" sx={{ typography: 'table', color: 'ink2' }}>{one.effect.map((line) => <li key={line}>{line}</li>)}</Box>
          <Box sx={{ typography: 'table', color: 'ink2' }}>
            {translate(one.isOwn ? 'recovery.you_asked' : 'recovery.asked_by', { name: one.askedBy })} <Moment at={one.askedAt} />.{' '}
            {one.state === 'open' ? (
              <>
                {one.deciders.length > 0 ? translate(one.isOwn ? 'recovery.deciders_not_you' : 'recovery.deciders', { names: one.deciders.join(', ') }) : translate('recovery.no_decider')}{' '}
                {translate('recovery.ends')} <Moment at={one.endsAt} />.
              </>
            ) : null}
          </Box>
        </Box>
      ))}
    </Card>
  )
}
