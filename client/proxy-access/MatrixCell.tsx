import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { CellWord, GridCell } from '#client/proxy-access/matrix-rows.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'

const looks: Record<CellWord, { icon: IconName; color: string }> = {
  sees: { icon: 'tick', color: 'ok' },
  can: { icon: 'tick', color: 'ok' },
  no: { icon: 'minus', color: 'ink3' },
  'per-item': { icon: 'table', color: 'ink2' },
  stops: { icon: 'minus', color: 'due' },
  starts: { icon: 'tick', color: 'due' },
  narrows: { icon: 'table', color: 'due' },
}

/** Slanted bars under a change: seen without colour. */
const hatch = 'repeating-linear-gradient(135deg, transparent 0 7px, color-mix(in srgb, var(--pd-palette-due) 9%, transparent) 7px 14px)'

type MatrixCellProps = { id: string; shown: GridCell | null; current: boolean; onChoose: () => void }

/** One answer, as a word with its shape; what changes on the second day is hatched and says so. */
export function MatrixCell({ id, shown, current, onChoose }: MatrixCellProps) {
  const translate = useTranslate()
  const look = looks[shown?.word ?? 'no']
  const changes = shown?.changes === true
  return (
    <Box
      component="td"
      id={id}
      data-current={current}
      data-changes={changes}
      aria-selected={current}
      onClick={onChoose}
      sx={{
        px: 1.25, height: 34, minWidth: 84, cursor: 'pointer', borderInlineStart: '1px solid', whiteSpace: 'nowrap', fontWeight: changes ? 500 : 400,
        ...(changes ? { bgcolor: 'dueSoft', backgroundImage: hatch } : {}),
      }}
    >
      <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', color: shown?.word === 'sees' || shown?.word === 'can' ? 'ink' : look.color }}>
        <Box component="span" sx={{ color: look.color, display: 'inline-flex' }}>
          <Icon name={look.icon} size={14} />
        </Box>
        {translate(`access.word.${shown?.word ?? 'no'}`)}
      </Box>
    </Box>
  )
}

type HeldCellProps = { id: string; span: number; current: boolean; onChoose: () => void; onSay: () => void }

/** The column of somebody whom nothing can be granted to: the same on every day, and no reason here. */
export function HeldCell({ id, span, current, onChoose, onSay }: HeldCellProps) {
  const translate = useTranslate()
  return (
    <Box
      component="td"
      id={id}
      rowSpan={span}
      data-current={current}
      aria-selected={current}
      onClick={onChoose}
      sx={{ px: 1.25, py: 1.25, width: 172, minWidth: 150, verticalAlign: 'top', cursor: 'pointer', borderInlineStart: '1px solid', bgcolor: 'blockedSoft', color: 'ink2' }}
    >
      <Box sx={{ bgcolor: 'surface', borderRadius: 0.75, display: 'inline-block' }}>
        <StateChip state="blocked">{translate('access.held_chip')}</StateChip>
      </Box>
      <Box component="p" sx={{ my: 1 }}>
        {translate('access.held_text')}
      </Box>
      <TextButton type="button" tabIndex={-1} onClick={onSay}>
        {translate('access.what_to_say')}
      </TextButton>
    </Box>
  )
}
