import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useId, type ReactNode } from 'react'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { isOpenWay } from '#client/recovery/ladder-state.ts'
import { useWayText } from '#client/recovery/use-way-text.ts'
import { WayStanding } from '#client/recovery/WayStanding.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

type WayCardProps = { way: CallDesk['ways'][number]; desks: CallDesk['desks']; keys: string; chosen: boolean; canChoose: boolean; onChoose: () => void; children?: ReactNode }

/** One way of proving who calls: how it stands today and why, and, when it is chosen, what it asks for. */
export function WayCard({ way, desks, keys, chosen, canChoose, onChoose, children }: WayCardProps) {
  const translate = useTranslate()
  const id = useId()
  const open = isOpenWay(way)
  const text = useWayText(way, desks)
  const label = (
    <>
      {open ? (
        <input id={id} type="radio" name="way" data-first={chosen ? '' : undefined} disabled={!canChoose} checked={chosen} onChange={onChoose} style={{ width: 18, height: 18, margin: '2px 0 0', flex: 'none' }} />
      ) : (
        <Box component="span" sx={{ color: 'blocked', display: 'inline-flex', pt: 0.25 }}><Icon name="blocked" size={18} /></Box>
      )}
      <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.25, alignItems: 'center' }}>
          <Box component="span" sx={{ fontWeight: 500, color: open ? 'ink' : 'ink2' }}>{translate(`recovery.way.${way.kind}`)}</Box>
          <WayStanding way={way} />
        </Box>
        <Box component="span" sx={{ display: 'block', typography: 'table', color: 'ink2', overflowWrap: 'anywhere' }}>{text}</Box>
      </Box>
    </>
  )
  const line = { display: 'flex', gap: 1.25, alignItems: 'flex-start', flex: 1, minWidth: 0, accentColor: 'var(--pd-palette-accent)' } as const
  return (
    <Box
      sx={{
        borderRadius: 1, border: chosen ? '2px solid' : '1px solid', borderStyle: open ? 'solid' : 'dashed', borderColor: chosen ? 'accent' : 'line2', m: chosen ? 0 : '1px',
        bgcolor: chosen ? 'accentSoft' : 'surface', '&:has(input[type=radio]:focus-visible)': { outline: '2px solid', outlineColor: 'accent', outlineOffset: 2 },
        '& input[type=radio]:focus-visible': { outline: 0 },
      }}
    >
      <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'flex-start', px: 1.25, py: 0.5 }}>
        {open ? <Box component="label" htmlFor={id} sx={{ ...line, cursor: canChoose ? 'pointer' : 'default' }}>{label}</Box> : <Box sx={line}>{label}</Box>}
        {open ? (canChoose ? <KeyCap keys={keys} /> : null) : <RefusedButton size="small" why={{ message: way.sentence, next: way.next, rule: way.rule }}>{way.rule}</RefusedButton>}
      </Box>
      {chosen && children ? <Box sx={{ pb: 1, px: 1.25, paddingInlineStart: { sm: 5 }, display: 'grid', gap: 1 }}>{children}</Box> : null}
    </Box>
  )
}
