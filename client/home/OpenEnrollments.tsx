import Box from '@mui/material/Box'
import { useTranslate, type TranslateFunction } from 'ra-core'
import type { enrollmentSearchAnswer, EnrollmentRow } from '#domain/contracts/enrollment.ts'
import type { z } from 'zod'
import { useHeldRows } from '#client/ui/held-rows.ts'
import { OpenEnrollmentsDay } from '#client/home/OpenEnrollmentsDay.tsx'
import { OpenEnrollmentState } from '#client/home/OpenEnrollmentState.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Clock } from '#client/ui/Clock.tsx'
import { Elapsed } from '#client/ui/Elapsed.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { spanText } from '#client/ui/format.ts'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { StepBars } from '#client/ui/StepBars.tsx'
import { TextButton, TextLink } from '#client/ui/TextLink.tsx'
import { WhoCell } from '#client/ui/WhoCell.tsx'

const SHOWN = 25

/** Where a row's one link leads: what keeps it from going on is mended there. */
function fixOf({ id, stuck, invitationId, activeAt }: EnrollmentRow): { to: string; word: string } {
  if (activeAt) return { to: `/enroll/${id}`, word: 'open' }
  if (stuck?.fix === 'resend' && invitationId) return { to: `/invitations/${invitationId}`, word: 'resend' }
  return { to: `/enroll/${id}`, word: stuck ? (stuck.fix === 'resend' ? 'continue' : stuck.fix) : 'watch' }
}

function columnsOf(translate: TranslateFunction): Column<EnrollmentRow>[] {
  return [
    { key: 'who', heading: 'enroll.open_patient', cell: (row) => <WhoCell name={row.name} birthDate={row.birthDate} age={row.age} lookAlike={row.lookAlike} /> },
    { key: 'now', heading: 'enroll.open_now', cell: (row) => <OpenEnrollmentState row={row} /> },
    {
      key: 'progress', heading: 'enroll.open_progress', cell: (row) => {
        const words = translate('enroll.done_of', { done: row.done, of: row.of })
        return (
          <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start', py: { xs: 0.5, sm: 0 } }}>
            <StepBars label={words} steps={row.live.map(({ step, state }) => ({ key: step, state }))} />
            <Box component="span" aria-hidden sx={{ typography: 'small', color: 'ink2' }}>{words}</Box>
          </Box>
        )
      },
    },
    { key: 'for', heading: 'enroll.open_for', align: 'right', from: 'md', cell: (row) => (row.activeAt ? spanText(Date.parse(row.activeAt) - Date.parse(row.startedAt)) : <Elapsed since={Date.parse(row.startedAt)} />) },
    { key: 'code', heading: 'enroll.open_code_ends', align: 'right', from: 'lg', cell: (row) => (row.codeEndsAt ? <Clock until={Date.parse(row.codeEndsAt)} /> : '–') },
    {
      key: 'act', heading: 'enroll.open_act', align: 'right', cell: (row) => {
        const { to, word } = fixOf(row)
        return <TextLink to={to} sx={{ whiteSpace: 'nowrap' }} aria-label={`${translate(`enroll.open_fix.${word}`)} ${row.name}`}>{translate(`enroll.open_fix.${word}`)}</TextLink>
      },
    },
  ]
}

/** Enrollments that are open at the site, the stuck ones first, each with its seven steps as they happen and its one next step. */
export function OpenEnrollments({ siteId }: { siteId: string | null }) {
  const translate = useTranslate()
  const body = { limit: SHOWN, ...(siteId ? { siteId } : {}) }
  const { data, error, refetch } = useRead<z.infer<typeof enrollmentSearchAnswer>>('enrollments', { path: '/enrollments/search', body }, true, ['invitations'])
  const { shown, fresh, show } = useHeldRows(data?.rows ?? [], (row) => row.id, siteId ?? '')
  if (error) return <Card flush><Failure error={error} onRetry={() => void refetch()} /></Card>
  if (!data || (data.rows.length === 0 && data.day.active + data.day.declined === 0)) return null
  return (
    <Card title={translate('enroll.open_title')} aside={translate('enroll.open_updates')} flush>
      {fresh > 0 ? (
        <Box role="status" sx={{ px: 2, py: 0.75, borderBottom: '1px solid', borderColor: 'line', bgcolor: 'accentSoft' }}>
          <TextButton type="button" onClick={show}>{translate('today.fresh', { smart_count: fresh })}</TextButton>
        </Box>
      ) : null}
      <Box sx={{ maxHeight: { md: 290 }, overflowY: { md: 'auto' } }}>
        <Rows label={translate('enroll.open_title')} rows={shown} rowKey={(row) => row.id} columns={columnsOf(translate)} />
      </Box>
      <OpenEnrollmentsDay day={data.day} />
      {data.more ? <Box sx={{ px: 2, py: 1, typography: 'table', color: 'ink2', borderTop: '1px solid', borderColor: 'line' }}>{translate('enroll.open_more')}</Box> : null}
    </Card>
  )
}
