import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { CoverLine, CoversAnswer } from '#domain/contracts/practitioners.ts'
import { canEndCover } from '#domain/relations.ts'
import { CoverMoment } from '#client/practitioners/CoverMoment.tsx'
import { CoverPanel } from '#client/practitioners/CoverPanel.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay, useSessionState, type Session } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { serverNow } from '#client/ui/ticking.ts'

const touched = ['covers', 'dangling-relations']
const looks = { running: 'ok', 'to-come': 'due', over: 'blocked' } as const

/** Who stands in for whom and until when; a clinician sets it for themselves, a manager for anybody. */
export function Covers() {
  const translate = useTranslate()
  const notify = useNotify()
  const { session } = useSessionState()
  const maySet = useMay('cover.set') === 'Y'
  const { data, error, refetch } = useRead<CoversAnswer>('covers', { path: '/covers' })
  const [setting, setSetting] = useState(false)
  const [ending, setEnding] = useState<CoverLine | null>(null)
  useKeys(maySet ? [{ keys: 'n', group: 'act', label: 'practitioners.set_cover', run: () => setSetting(true) }] : [])
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data || !session) return <Waiting rows={6} />
  const done = (said: string) => {
    setSetting(false)
    setEnding(null)
    notify(said, { type: 'success' })
  }
  return (
    <>
      {maySet ? (
        <Box>
          <Button variant="contained" onClick={() => setSetting(true)}>
            {translate('practitioners.set_cover')} <KeyCap keys="n" />
          </Button>
        </Box>
      ) : null}
      <Card flush>
        {data.rows.length === 0 ? (
          <EmptyState kind="all-done" title={translate('practitioners.no_cover')} text={translate('practitioners.no_cover_text')} />
        ) : (
          <Rows
            label={translate('practitioners.covers')}
            rows={data.rows}
            rowKey={(row) => row.id}
            columns={columnsWith(translate, (row) => (mayEnd(row, session, maySet) ? setEnding : null))}
          />
        )}
      </Card>
      {setting ? <CoverPanel clinicians={data.clinicians} session={session} touched={touched} onDone={() => done('practitioners.set_done')} onClose={() => setSetting(false)} /> : null}
      {ending ? (
        <ReasonPanel
          title={translate('practitioners.end_title')}
          effect={translate('practitioners.end_effect', { covering: ending.coveringName, absent: ending.absentName })}
          confirm={translate('practitioners.end_title')}
          command={() => ({ path: `/covers/${ending.id}/end`, version: ending.version })}
          touched={touched}
          wordless
          onDone={() => done('practitioners.ended')}
          onClose={() => setEnding(null)}
        />
      ) : null}
    </>
  )
}

function mayEnd(row: CoverLine, { staff }: Session, maySet: boolean): boolean {
  const cover = { absentId: row.absentId, coveringId: row.coveringId, fromAt: Date.parse(row.fromAt), untilAt: Date.parse(row.untilAt), endedAt: null }
  return maySet && canEndCover(staff, cover, serverNow()).allowed
}

function columnsWith(translate: TranslateFunction, endOf: (row: CoverLine) => ((row: CoverLine) => void) | null): Column<CoverLine>[] {
  return [
    { key: 'away', heading: 'practitioners.away', cell: (row) => row.absentName },
    { key: 'in', heading: 'practitioners.stands_in', cell: (row) => row.coveringName },
    { key: 'state', heading: 'practitioners.state', cell: (row) => <StateChip state={looks[row.state]}>{translate(`practitioners.states.${row.state}`)}</StateChip> },
    { key: 'from', heading: 'practitioners.from', cell: (row) => <CoverMoment at={row.fromAt} />, from: 'md' },
    { key: 'until', heading: 'practitioners.until', cell: (row) => <CoverMoment at={row.untilAt} isEnd /> },
    { key: 'by', heading: 'practitioners.set_by', cell: (row) => row.setByName, from: 'lg' },
    {
      key: 'end',
      heading: 'practitioners.ending',
      align: 'right',
      cell: (row) => {
        const end = endOf(row)
        return end ? (
          <TextButton type="button" aria-label={`${translate(row.state === 'running' ? 'practitioners.end' : 'practitioners.call_off')} ${row.absentName}`} onClick={() => end(row)}>
            {translate(row.state === 'running' ? 'practitioners.end' : 'practitioners.call_off')}
          </TextButton>
        ) : null
      },
    },
  ]
}
