import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate } from 'ra-core'
import { lazy, Suspense, useState } from 'react'
import { ExportButton } from '#client/service-levels/ExportButton.tsx'
import { ForecastTable } from '#client/service-levels/ForecastTable.tsx'
import { DrillNumber } from '#client/service-levels/DrillNumber.tsx'
import type { PartProps } from '#client/service-levels/LevelView.tsx'
import { ThreadLine } from '#client/service-levels/ThreadLine.tsx'
import { useMay } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { TextButton, TextLink } from '#client/ui/TextLink.tsx'
import { momentText } from '#client/ui/format.ts'
import { useKeys } from '#client/ui/keys.ts'
import { usePracticeTime } from '#client/ui/practice.ts'

const AssignPanel = lazy(() => import('#client/service-levels/AssignPanel.tsx'))
/** As many as are seen at a glance; the rest is behind the number. */
const SHOWN = 6

/** What will be late before the office opens next, on which assumption, and who can take what nobody has. */
export function ForecastCard({ levels, ask, view, onDrill }: PartProps) {
  const translate = useTranslate()
  const { forecast, open } = levels
  const title = translate('levels.late_before_title')
  const all = () => onDrill({ figure: { of: 'forecast' }, title })
  return (
    <Card
      title={title}
      aside={
        <Box component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center' }}>
          <ExportButton table="forecast" ask={ask} />
          <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', typography: 'lead', color: forecast.late > 0 ? 'due' : 'ink2' }}>
            <Icon name="due" size={14} /> <DrillNumber n={forecast.late} figure={{ of: 'forecast' }} title={title} onDrill={onDrill} />
          </Box>
        </Box>
      }
      flush
    >
      {view === 'table' ? <ForecastTable levels={levels} onDrill={onDrill} /> : null}
      {view === 'chart' && forecast.late === 0 ? <Box sx={{ p: 2 }}>{open.late === 0 ? translate('levels.nothing_late') : translate('levels.nothing_more_late')} <NextDue levels={levels} /></Box> : null}
      {view === 'chart' && forecast.late > 0 ? (
        <Box component="ul">
          {forecast.threads.slice(0, SHOWN).map((thread) => <ThreadLine key={thread.id} thread={thread} at={Date.parse(levels.at)} />)}
          {forecast.late > SHOWN ? (
            <Box component="li" sx={{ display: 'flex', justifyContent: 'space-between', px: 2, py: 1, borderTop: '1px solid', borderColor: 'line', color: 'ink2' }}>
              {translate('levels.more', { smart_count: forecast.late - SHOWN })}
              <TextButton type="button" onClick={all}>{translate('levels.open_the', { n: forecast.late })}</TextButton>
            </Box>
          ) : null}
        </Box>
      ) : null}
      <Box sx={{ p: 2, borderTop: '1px solid', borderColor: 'line', display: 'grid', gap: 1.5 }}>
        {forecast.nobody > 0 ? <WithNobody {...{ levels, onDrill }} /> : null}
        <Box sx={{ typography: 'table', color: 'ink2' }}>{forecast.assumption}</Box>
      </Box>
    </Card>
  )
}

function WithNobody({ levels: { forecast }, onDrill }: Pick<PartProps, 'levels' | 'onDrill'>) {
  const translate = useTranslate()
  const notify = useNotify()
  const mayAssign = useMay('message.bulk') !== '-'
  const mayCover = useMay('cover.set') !== '-'
  const [assigning, setAssigning] = useState(false)
  const nobody = forecast.threads.filter(({ assignee }) => assignee === null)
  useKeys(mayAssign ? [{ keys: 'a', group: 'act', label: 'levels.key_assign', run: () => setAssigning(true) }] : [])
  return (
    <>
      <Box sx={{ fontWeight: 600 }}>
        <DrillNumber n={forecast.nobody} figure={{ of: 'forecast', part: 'nobody' }} title={translate('levels.late_before_nobody')} onDrill={onDrill} text={translate('levels.have_nobody', { smart_count: forecast.nobody })} />
      </Box>
      <Box data-no-print sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {mayAssign ? (
          <Button variant="contained" aria-haspopup="dialog" onClick={() => setAssigning(true)}>
            {translate('levels.assign', { n: nobody.length })} <KeyCap keys="a" />
          </Button>
        ) : null}
        {mayCover ? <TextLink to="/practitioners/covers">{translate('levels.ask_cover')}</TextLink> : null}
      </Box>
      <Suspense>
        {assigning ? (
          <AssignPanel
            threads={nobody}
            onClose={() => setAssigning(false)}
            onDone={(n) => {
              setAssigning(false)
              notify('levels.assigned', { type: 'success', messageArgs: { smart_count: n } })
            }}
          />
        ) : null}
      </Suspense>
    </>
  )
}

function NextDue({ levels }: Pick<PartProps, 'levels'>) {
  const translate = useTranslate()
  const { zone, locale } = usePracticeTime()
  const [next] = levels.forecast.queues.flatMap(({ opensAt }) => opensAt ?? []).toSorted()
  return next === undefined ? null : <>{translate('levels.until', { at: momentText(Date.parse(next), Date.parse(levels.at), zone, locale) })}</>
}
