import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useNavigate, useParams, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ResultRow } from '#domain/contracts/results.ts'
import { BulkPanel } from '#client/results/BulkPanel.tsx'
import { ResultPane } from '#client/results/ResultPane.tsx'
import { mayGoTogether } from '#client/results/result-words.ts'
import { useResult, useWorklist } from '#client/results/use-results.ts'
import { WorklistFoot } from '#client/results/WorklistFoot.tsx'
import { WorklistPane } from '#client/results/WorklistPane.tsx'
import { Page } from '#client/layout/Page.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Waiting } from '#client/ui/Waiting.tsx'

/** Results that wait for a clinician, own and covered: the list, one of them whole, and who will see it. */
export default function ResultsPage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { id: asked } = useParams()
  const isPhone = useMediaQuery(useTheme().breakpoints.down('md'), { noSsr: true })
  const list = useWorklist()
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({})
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [bulk, setBulk] = useState(false)
  const [done, setDone] = useState(false)
  const chosenId = asked ?? (isPhone || done ? null : list.rows[0]?.id ?? null)
  const { data: result, error, refetch } = useResult(chosenId)
  const open = (id: string | null) => {
    setDone(id === null)
    void navigate(id === null ? '/results' : `/results/${id}`)
  }
  const place = list.rows.findIndex(({ id }) => id === chosenId)
  const together = list.rows.filter((row) => marked.has(row.id) && mayGoTogether(row))
  const mark = ({ id }: ResultRow) => setMarked(new Set(marked.has(id) ? [...marked].filter((one) => one !== id) : [...marked, id]))
  const onDone = (next: boolean) => {
    const following = list.rows[place + 1] ?? list.rows[place - 1]
    if (isPhone || !next) return
    open(following?.id ?? null)
  }
  const current = list.rows[place]
  useKeys([
    ...(current && mayGoTogether(current) ? [{ keys: 'x', group: 'act' as const, label: 'results.key_mark', run: () => mark(current) }] : []),
    ...(together.length > 0 ? [{ keys: 'alt+r', group: 'act' as const, label: 'results.key_bulk', run: () => setBulk(true) }] : []),
  ])
  const showsList = !isPhone || asked === undefined
  return (
    <Page name="results.title" panes>
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0, mx: { xs: -2, sm: -3 }, my: -2, flexDirection: { xs: 'column', md: 'row' } }}>
        {showsList ? (
          <Box component="section" aria-labelledby="results-list" sx={{ display: 'flex', flexDirection: 'column', flex: { xs: 1, md: '0 0 316px' }, minHeight: 0, bgcolor: 'surface', borderInlineEnd: { md: '1px solid' }, borderColor: { md: 'line' } }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', px: 2, py: 1.5, borderBottom: '1px solid', borderColor: 'line' }}>
              <Box component="h2" id="results-list" sx={{ typography: 'lead' }}>{translate('results.list_title')}</Box>
              <span>{list.count}</span>
            </Box>
            <Box sx={{ flex: 1, minHeight: 0, overflowY: { md: 'auto' } }}>
              {list.error ? <Failure error={list.error} onRetry={list.again} /> : null}
              {!list.isReady && !list.error ? <Waiting rows={8} /> : null}
              {list.isReady && list.count === 0 ? <EmptyState kind="all-done" title={translate('results.nothing')} text={translate('results.nothing_text')} /> : null}
              <WorklistPane groups={list.groups} chosen={chosenId} onChoose={(row) => open(row.id)} marked={marked} onMark={mark} />
            </Box>
            <WorklistFoot together={together.length} coveredNames={list.coveredNames} onBulk={() => setBulk(true)} />
          </Box>
        ) : null}
        {error ? <Box sx={{ flex: 1 }}><Failure error={error} onRetry={() => void refetch()} /></Box> : null}
        {chosenId !== null && !result && !error ? <Box sx={{ flex: 1 }}><Waiting rows={8} /></Box> : null}
        {result ? (
          <ResultPane
            key={result.id}
            result={result}
            draft={drafts[result.id] ?? ''}
            onDraft={(text) => setDrafts({ ...drafts, [result.id]: text })}
            onDone={onDone}
            head={isPhone ? <PhoneHead place={place} of={list.rows.length} onBack={() => open(null)} /> : undefined}
          />
        ) : null}
      </Box>
      {bulk ? <BulkPanel rows={together} onClose={() => setBulk(false)} onDone={() => { setBulk(false); setMarked(new Set()); open(null) }} /> : null}
    </Page>
  )
}

function PhoneHead({ place, of, onBack }: { place: number; of: number; onBack: () => void }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1, py: 0.5, bgcolor: 'surface', borderBottom: '1px solid', borderColor: 'line' }}>
      <Button variant="text" onClick={onBack}><Icon name="left" /> {translate('results.back')}</Button>
      <Box sx={{ flex: 1 }} />
      {place >= 0 ? <Box sx={{ typography: 'table', color: 'ink2', pr: 1 }}>{translate('results.place', { place: place + 1, of })}</Box> : null}
    </Box>
  )
}
