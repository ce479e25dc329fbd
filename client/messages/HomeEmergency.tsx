import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useNavigate, useTranslate } from 'ra-core'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { MINUTE } from '#domain/time.ts'
import { agoText } from '#client/messages/DueUnder.tsx'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { useMay } from '#client/layout/session.ts'
import { useNow } from '#client/ui/ticking.ts'

/** A thread with emergency wording, before everything else on Home. */
export function HomeEmergency({ row }: { row: ThreadRow }) {
  const translate = useTranslate()
  const now = useNow(MINUTE)
  const mayAnswer = useMay('message.reply-clinical') === 'Y'
  const to = `/messages/${row.id}`
  const navigate = useNavigate()
  const claim = useThreadActs(row)
  const call = async () => {
    if (row.mine || await claim.actAnyway('claim')) void navigate(to, { state: { act: 'call' } })
  }
  return (
    <Box component="section" aria-label={`${translate('messages.chip.emergency')}: ${row.patient?.name ?? row.queueName}`} sx={{ display: 'grid', gap: 1, p: 2, borderRadius: 1.25, border: '1px solid', borderColor: 'late', bgcolor: 'lateSoft' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'late', fontWeight: 600 }}>
        <Icon name="flag" /> {translate('messages.chip.emergency')}, {translate('messages.ago', { span: agoText(now - Date.parse(row.lastMessageAt), translate) })}
      </Box>
      <Box component="h2" sx={{ typography: 'lead' }}>{row.patient ? `${row.patient.name}, ${row.patient.age}` : translate('messages.closed_chart')}</Box>
      <Box sx={{ color: 'ink2', overflowWrap: 'anywhere' }}>{row.line === null ? row.queueName : `“${row.line}”`}</Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: mayAnswer ? '1fr 1fr' : '1fr', gap: 1 }}>
        <Button component={LinkBase} to={to} variant="contained">{translate('messages.open')}</Button>
        {mayAnswer ? <Button disabled={claim.pending} onClick={() => void call()}><Icon name="phone" size={16} /> {translate('messages.claim_call')}</Button> : null}
      </Box>
      <CommandFault fault={claim.fault} onRetry={() => void call()} />
    </Box>
  )
}
