import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ThreadRow } from '#domain/contracts/messages.ts'
import { ThreadLine } from '#client/messages/ThreadLine.tsx'
import { useRoving } from '#client/ui/roving.ts'

export type Picking = { picked: readonly string[]; onPick: (row: ThreadRow, isPicked: boolean) => void }

type ThreadRowsProps = { label: string; rows: readonly ThreadRow[]; chosenId: string | null; onChoose: (id: string) => void; picking: Picking | null }

/** The rows of the list: one Tab stop, arrows or J K move, Enter opens; a manager ticks several. */
export function ThreadRows({ label, rows, chosenId, onChoose, picking }: ThreadRowsProps) {
  const translate = useTranslate()
  const roving = useRoving(rows.length, Math.max(0, rows.findIndex(({ id }) => id === chosenId)))
  return (
    <Box component="ul" aria-label={label} onKeyDown={roving.onKeyDown}>
      {rows.map((row, index) => {
        const isChosen = row.id === chosenId
        return (
          <Box
            component="li"
            key={row.id}
            sx={{
              display: 'flex', borderBottom: '1px solid', borderColor: 'line',
              bgcolor: isChosen ? 'accentSoft' : row.flagged ? 'lateSoft' : 'transparent',
            }}
          >
            {picking ? (
              <Box component="label" sx={{ display: 'inline-flex', alignItems: 'center', paddingInlineStart: 1.5, accentColor: 'var(--pd-palette-accent)', cursor: 'pointer' }}>
                <input
                  type="checkbox"
                  aria-label={translate('messages.pick', { name: row.patient?.name ?? '' })}
                  checked={picking.picked.includes(row.id)}
                  onChange={(event) => picking.onPick(row, event.target.checked)}
                  style={{ width: 18, height: 18, margin: 0 }}
                />
              </Box>
            ) : null}
            <Box
              component="button"
              type="button"
              aria-current={isChosen ? 'true' : undefined}
              onClick={() => onChoose(row.id)}
              {...roving.stop(index)}
              sx={{
                all: 'unset', boxSizing: 'border-box', display: 'block', flex: 1, minWidth: 0, px: 2, py: 1.25, minHeight: 84, cursor: 'pointer',
                borderInlineStart: '3px solid', borderColor: isChosen ? 'accent' : 'transparent', marginInlineStart: picking ? 0.5 : 0,
                '&:hover': { bgcolor: isChosen ? undefined : 'sunken' }, '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: -3 },
              }}
            >
              <ThreadLine row={row} />
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
