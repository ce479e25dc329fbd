import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ResultRow } from '#domain/contracts/results.ts'
import { mayGoTogether } from '#client/results/result-words.ts'
import type { GroupRows } from '#client/results/use-results.ts'
import { WorklistRow } from '#client/results/WorklistRow.tsx'
import { useRoving } from '#client/ui/roving.ts'

type WorklistPaneProps = {
  groups: readonly GroupRows[]
  chosen: string | null
  onChoose: (row: ResultRow) => void
  /** Ids marked to be released together. */
  marked: ReadonlySet<string>
  onMark: (row: ResultRow) => void
}

/** The rows in four groups: one Tab stop, arrows or J K move through all of them, Enter opens, a box marks ordinary ones. */
export function WorklistPane({ groups, chosen, onChoose, marked, onMark }: WorklistPaneProps) {
  const translate = useTranslate()
  const rows = groups.flatMap((group) => group.rows)
  const roving = useRoving(rows.length, Math.max(0, rows.findIndex(({ id }) => id === chosen)))
  return (
    <Box onKeyDown={roving.onKeyDown}>
      {groups.filter(({ count }) => count > 0).map((group) => (
        <Box key={group.group} component="section" aria-label={translate(`results.group.${group.group}`)}>
          <Box component="h3" sx={{ display: 'flex', justifyContent: 'space-between', px: 2, py: 0.5, bgcolor: 'sunken', typography: 'small', color: 'ink2' }}>
            <span>{translate(`results.group.${group.group}`)}</span>
            <span>{group.count}</span>
          </Box>
          <Box component="ul">
            {group.rows.map((row) => (
              <Line key={row.id} row={row} isChosen={row.id === chosen} isMarked={marked.has(row.id)} stop={roving.stop(rows.indexOf(row))} onChoose={onChoose} onMark={onMark} />
            ))}
          </Box>
          {group.hasMore ? <Box sx={{ p: 1, textAlign: 'center' }}><Button size="small" onClick={group.more}>{translate('results.more')}</Button></Box> : null}
        </Box>
      ))}
    </Box>
  )
}

type LineProps = Pick<WorklistPaneProps, 'onChoose' | 'onMark'> & { row: ResultRow; isChosen: boolean; isMarked: boolean; stop: object }

function Line({ row, isChosen, isMarked, stop, onChoose, onMark }: LineProps) {
  const translate = useTranslate()
  return (
    <Box component="li" sx={{ display: 'flex', borderBottom: '1px solid', borderColor: 'line', position: 'relative', '&::before': isChosen ? { content: '""', position: 'absolute', insetInlineStart: 0, insetBlock: 0, width: 3, bgcolor: 'accent' } : {}, bgcolor: isChosen ? 'accentSoft' : 'transparent' }}>
      <Box
        component="button"
        type="button"
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onChoose(row)}
        {...stop}
        sx={{ all: 'unset', boxSizing: 'border-box', flex: 1, minWidth: 0, pl: 2, pr: mayGoTogether(row) ? 0.5 : 2, py: 1, cursor: 'pointer', '&:focus-visible': { outline: '2px solid', outlineColor: 'accent', outlineOffset: -3 } }}
      >
        <WorklistRow row={row} />
      </Box>
      {mayGoTogether(row) ? (
        <Box component="label" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', width: 40, flex: 'none', cursor: 'pointer', accentColor: 'var(--pd-palette-accent)' }}>
          <input type="checkbox" checked={isMarked} onChange={() => onMark(row)} aria-label={translate('results.mark', { name: row.patientName, what: row.name })} style={{ width: 18, height: 18, margin: 0 }} />
        </Box>
      ) : null}
    </Box>
  )
}
