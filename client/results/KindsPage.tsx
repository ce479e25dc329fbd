import Button from '@mui/material/Button'
import { useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { TestAsked, TestKindsAnswer } from '#domain/contracts/test-kinds.ts'
import { CareTabs } from '#client/results/CareTabs.tsx'
import { SaidKinds } from '#client/results/SaidKinds.tsx'
import { SayKindPanel } from '#client/results/SayKindPanel.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type Untold = TestKindsAnswer['untold'][number]

/** What the practice says of tests: those that nobody can tell first, then what was said, version by version. */
export default function KindsPage() {
  const translate = useTranslate()
  const maySay = useMay('test-kind.say') !== '-'
  const [asked, setAsked] = useState<TestAsked | 'any' | null>(null)
  const { data, error, refetch } = useRead<TestKindsAnswer>('test-kinds', { path: '/test-kinds' }, true, ['results'])
  const say = maySay ? setAsked : null
  return (
    <Page
      name="results.kinds_page"
      title={translate('results.kinds_page')}
      under={translate('results.kinds_under')}
      tabs={<CareTabs />}
      actions={maySay ? <Button variant="contained" onClick={() => setAsked('any')}>{translate('results.say_open')}</Button> : undefined}
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={6} /> : null}
      {data ? (
        <>
          <Card title={translate('results.untold_title')} aside={translate('results.untold_under')} flush>
            {data.untold.length === 0 ? <EmptyState kind="all-done" title={translate('results.untold_none')} />
              : <Rows label={translate('results.untold_title')} rows={data.untold} rowKey={(row) => `${row.system} ${row.code} ${row.name}`} columns={columnsOf(translate, say)} />}
          </Card>
          <Card title={translate('results.said_title')} flush><SaidKinds said={data.said} onSay={say} /></Card>
        </>
      ) : null}
      {asked ? <SayKindPanel asked={asked === 'any' ? null : asked} onDone={() => setAsked(null)} onClose={() => setAsked(null)} /> : null}
    </Page>
  )
}

/** A house code by itself; where a test has none that can be told apart, its name. */
function askedOf({ code, system, name, doubt }: Untold): TestAsked {
  return doubt !== 'no-code' && code !== null && system !== null ? { by: 'code', code, system, name } : { by: 'name', name }
}

function columnsOf(translate: TranslateFunction, onSay: ((asked: TestAsked) => void) | null): Column<Untold>[] {
  return [
    { key: 'name', heading: 'results.test', cell: (row) => row.name },
    { key: 'code', heading: 'results.code_heading', cell: (row) => (row.code === null ? '' : [row.system, row.code].filter(Boolean).join(' · ')), from: 'sm' },
    { key: 'why', heading: 'results.why', cell: (row) => translate(`results.doubt.${row.doubt}`), from: 'md' },
    { key: 'many', heading: 'results.waiting_heading', align: 'right', cell: (row) => translate('results.n_wait', { smart_count: row.results }) },
    ...(onSay ? [{ key: 'act', heading: 'results.act_heading', align: 'right' as const, cell: (row: Untold) => <Button size="small" aria-label={`${translate('results.say_this')} ${row.name}`} onClick={() => onSay(askedOf(row))}>{translate('results.say_this')}</Button> }] : []),
  ]
}
