import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { Elapsed } from '#client/ui/Elapsed.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { hoursText } from '#client/recovery/hours-text.ts'

/** How long the call runs and from where it seems to come; the portal's own number, TTY and hours (R43). */
export function CallBar({ desk, onEnd }: { desk: CallDesk; onEnd: (() => void) | null }) {
  const translate = useTranslate()
  const { call, portal } = desk
  const runs = call !== null && call.endedAt === null && desk.step !== 'over'
  const hours = portal.hours ? hoursText(portal.hours, translate) : null
  return (
    <Box
      sx={{
        flex: 'none', display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center', px: { xs: 2, sm: 3 }, py: 1, minHeight: 56,
        bgcolor: 'surface', borderBottom: '1px solid', borderColor: 'line',
      }}
    >
      <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', color: runs ? 'accent' : 'ink2' }}>
        <Icon name={call?.channel === 'desk' ? 'person' : 'phone'} />
        <Box component="strong" sx={{ color: 'ink' }}>{translate(runs ? (call.channel === 'desk' ? 'recovery.at_the_desk' : 'recovery.on_a_call') : 'recovery.no_call')}</Box>
        {runs ? <Box component="span" sx={{ fontSize: '1.125rem', fontWeight: 600, color: 'ink', fontVariantNumeric: 'tabular-nums' }}><Elapsed since={Date.parse(call.startedAt)} /></Box> : null}
      </Box>
      {runs && call.shownTail ? (
        <Box component="span" sx={{ color: 'ink2' }}>{translate('recovery.from_number', { tail: call.shownTail })} <Box component="strong" sx={{ color: 'ink', fontWeight: 600 }}>{translate('recovery.number_no_proof')}</Box></Box>
      ) : null}
      <Box sx={{ flex: 1 }} />
      <Box component="span" sx={{ color: 'ink2', fontVariantNumeric: 'tabular-nums' }}>
        <Box component="strong" sx={{ color: 'ink', fontWeight: 600 }}>{portal.name}</Box>{' '}
        {[
          portal.number ? translate('recovery.helpline', { number: portal.number }) : translate('recovery.own_practice'), portal.tty ? `TTY ${portal.tty}` : null, hours,
          portal.openNow === false ? translate(portal.afterHours ? 'recovery.closed_after_hours' : 'recovery.closed_now', { number: portal.afterHours ?? '' }) : portal.afterHours ? translate('recovery.after_hours', { number: portal.afterHours }) : null,
        ].filter(Boolean).join(' · ')}
      </Box>
      {onEnd ? <Button onClick={onEnd}>{translate('recovery.end_call')} <KeyCap keys="ctrl+." /></Button> : null}
    </Box>
  )
}
