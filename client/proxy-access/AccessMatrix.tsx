import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useRef, useState, type ReactNode } from 'react'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { CompareBar } from '#client/proxy-access/CompareBar.tsx'
import { GapNote } from '#client/proxy-access/GapNote.tsx'
import { MatrixFoot } from '#client/proxy-access/MatrixFoot.tsx'
import { MatrixTable } from '#client/proxy-access/MatrixTable.tsx'
import { PortalSwitch } from '#client/proxy-access/PortalSwitch.tsx'
import type { Dialog } from '#client/proxy-access/ProxyDialogs.tsx'
import { RefusedGrant } from '#client/proxy-access/RefusedGrant.tsx'
import { WhyPanel } from '#client/proxy-access/WhyPanel.tsx'
import { gridCell, gridRows, leavesOf, startAt, type Spot } from '#client/proxy-access/matrix-rows.ts'
import type { useMatrix } from '#client/proxy-access/use-matrix.ts'
import { useMay } from '#client/layout/session.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Card } from '#client/ui/Card.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Note } from '#client/ui/Note.tsx'

type AccessMatrixProps = {
  patient: PatientOverview
  view: ReturnType<typeof useMatrix>
  facts: ProxiesAnswer
  /** In whose column the cursor begins; null: at the first change. */
  person: string | null
  canGrant: boolean
  /** Ends the access of the person in whose column the cursor stands; null: there is none to end. */
  onRevoke: ((personId: string | null) => void) | null
  onOpen: (dialog: Dialog) => void
  children: ReactNode
}

/** The matrix with its two days, what nobody could see, and beside it why the chosen cell says what it says. */
export function AccessMatrix({ patient, view, facts, person, canGrant, onRevoke, onOpen, children }: AccessMatrixProps) {
  const translate = useTranslate()
  const mayDecide = useMay('block.decide') !== '-'
  const { matrix, asked, setAsked, step } = view
  const [chosen, setChosen] = useState<Spot | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  const rows = matrix ? gridRows(matrix) : []
  const leaves = matrix ? leavesOf(matrix) : []
  const first = matrix ? startAt(matrix, rows, leaves, person) : { row: 0, col: 0 }
  const wanted = chosen ?? first
  const spot = { row: Math.min(wanted.row, Math.max(0, rows.length - 1)), col: Math.min(wanted.col, Math.max(0, leaves.length - 1)) }
  const leaf = leaves[spot.col]
  const row = rows[spot.row]
  const shown = matrix && leaf && row ? gridCell(matrix, row, leaf) : null
  const column = matrix && leaf && leaf.person !== 'own' ? matrix.columns[leaf.person] : undefined
  useKeys(onRevoke ? [{ keys: 'x', group: 'act', label: 'access.revoke', run: () => onRevoke(column?.personId ?? null) }] : [])
  if (!matrix) return null
  const toPanel = () => panel.current?.focus()
  const held = matrix.columns.filter((one) => one.held)
  const rowName = row ? (typeof row.name === 'string' ? row.name : translate(row.name.key)) : ''
  const scrolls = { overflowY: { lg: 'auto' }, minHeight: 0, minWidth: 0, p: 0.25, m: -0.25 } as const
  return (
    <Box sx={{ display: 'grid', gap: { xs: 2, lg: 3 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' }, gridTemplateRows: { lg: 'minmax(0, 1fr)' }, flex: 1, minHeight: 0 }}>
      <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', ...scrolls }}>
        {leaves.length === 0 ? (
          <Card flush>
            <Box sx={{ px: 2, pt: 1.5 }}>
              <PortalSwitch matrix={matrix} onChoose={(portal) => setAsked({ portal })} />
            </Box>
            <EmptyState kind="first-day" title={translate('access.nobody')} text={translate(patient.age >= 18 ? 'access.nobody_adult' : 'access.nobody_text')}>
              {canGrant ? <Button onClick={() => onOpen({ kind: 'grant' })}>{translate('access.grant')}</Button> : null}
            </EmptyState>
          </Card>
        ) : (
          <>
            <Card flush>
              <CompareBar matrix={matrix} asked={asked} onAsk={setAsked} onStep={step} />
            </Card>
            <Card flush>
              <MatrixTable matrix={matrix} rows={rows} leaves={leaves} spot={spot} onMove={setChosen} onWhy={toPanel} onSay={toPanel} corner={<PortalSwitch matrix={matrix} onChoose={(portal) => setAsked({ portal })} />} />
              <MatrixFoot matrix={matrix} rows={rows} column={column} onPrint={column && !column.held ? () => onOpen({ kind: 'print', personId: column.personId, name: column.name, asked: { portal: matrix.portalId, at: matrix.at, with: matrix.with } }) : null} />
            </Card>
          </>
        )}
        {matrix.gap ? (
          <Box sx={{ position: { lg: 'sticky' }, bottom: 0, zIndex: 2, borderRadius: 1, outline: '4px solid', outlineColor: 'canvas' }}>
            <GapNote patientId={patient.id} gap={matrix.gap} atOn={matrix.atOn} hasAccount={matrix.own.hasAccount} />
          </Box>
        ) : null}
        {children}
      </Box>
      <Box role="group" aria-label={translate('access.why')} tabIndex={0} sx={{ display: 'grid', gap: 2, alignContent: 'start', ...scrolls, '&:focus-visible': { outlineOffset: -2 } }}>
        {leaf && shown ? <WhyPanel matrix={matrix} leaf={leaf} shown={shown} rowName={rowName} panel={panel} /> : null}
        {held.map((one) => {
          const request = facts.grants.find(({ id }) => id === one.grantId)
          return (
            <div key={one.personId} ref={column?.held && column.personId === one.personId ? panel : undefined} tabIndex={-1} style={{ outline: 'none' }}>
              <RefusedGrant name={one.name} action={mayDecide && request ? <Button variant="contained" onClick={() => onOpen({ kind: 'decide', grant: request })}>{translate('access.decide')}</Button> : undefined} />
            </div>
          )
        })}
        {matrix.hasBlock && held.length === 0 ? (
          <Note icon="blocked" tone="late">
            {translate('access.has_block')}
          </Note>
        ) : null}
      </Box>
    </Box>
  )
}
