import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import type { PanelName } from '#client/messages/ActPanel.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'
import { Say } from '#client/ui/Say.tsx'

/** Emergency wording: which words, what to say, and the two ways on; once settled, by whom and how. */
export function EmergencyBand({ thread, onPanel }: { thread: ThreadAnswer; onPanel: (panel: PanelName) => void }) {
  const translate = useTranslate()
  const { flag, may, emergencyNumber, context } = thread
  if (!flag) return null
  if (flag.settled) {
    return (
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', typography: 'table', color: 'ink2' }}>
        <Icon name="flag" size={16} />
        <span>{translate('messages.settled', { how: translate(`messages.disposition.${flag.settled.disposition}`), by: flag.settled.by })} <Moment at={flag.settled.at} /></span>
      </Box>
    )
  }
  return (
    <Box role="region" aria-label={translate('messages.chip.emergency')} sx={{ display: 'grid', gap: 1, p: 1.5, borderRadius: 1.25, border: '1px solid', borderColor: 'late', bgcolor: 'lateSoft' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'late', fontWeight: 600 }}>
        <Icon name="flag" /> {translate('messages.chip.emergency')}
      </Box>
      <ul>
        {flag.reasons.map(({ sign, quote }) => (
          <li key={sign}>
            <Box component="span" sx={{ fontWeight: 500 }}>{translate(`messages.sign.${sign}`)}</Box>{quote === '' ? null : <>: “{quote}”</>}
          </li>
        ))}
      </ul>
      <Say>{translate('messages.say_emergency', { number: emergencyNumber })}</Say>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {may.resolve ? <RefusedButton why={may.resolve}>{translate('messages.settle')}</RefusedButton> : <Button onClick={() => onPanel('resolve')}>{translate('messages.settle')} <KeyCap keys="e" /></Button>}
        {may.call ? null : <Button onClick={() => onPanel('call')}><Icon name="phone" size={16} /> {context.phoneTail ? translate('messages.call_tail', { tail: context.phoneTail }) : translate('messages.call')}</Button>}
      </Box>
      {may.call ? <Box sx={{ typography: 'table' }}>{translate('messages.claim_to_settle')}</Box> : null}
    </Box>
  )
}
