import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { Card } from '#client/ui/Card.tsx'
import { Conflict } from '#client/ui/Conflict.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Field } from '#client/ui/Field.tsx'
import { LongJob } from '#client/ui/LongJob.tsx'
import { Offline } from '#client/ui/Offline.tsx'
import { Refusal } from '#client/ui/Refusal.tsx'
import { RestrictedChart } from '#client/ui/RestrictedChart.tsx'
import { ServerFault } from '#client/ui/ServerFault.tsx'
import { SkeletonRows } from '#client/ui/Waiting.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import { TooMany } from '#client/ui/TooMany.tsx'
import { serverNow } from '#client/ui/ticking.ts'
import { MINUTE, SECOND } from '#domain/time.ts'

const nothing = () => undefined

function Sample({ name, children }: { name: string; children: ReactNode }) {
  const translate = useTranslate()
  return (
    <Card flush>
      <Box component="h2" sx={{ typography: 'table', fontWeight: 600, color: 'ink2', px: 2, pt: 1.5 }}>
        {translate(`states.${name}`)}
      </Box>
      <Box sx={{ minHeight: 208, display: 'grid', alignContent: 'center' }}>{children}</Box>
    </Card>
  )
}

/** Every state that is not the usual one, each the component that all screens use; nothing here does anything. */
export default function StatesSheet() {
  const translate = useTranslate()
  const [now] = useState(serverNow)
  const t = (key: string) => translate(`states.example.${key}`)
  return (
    <Box component="main" sx={{ px: { xs: 2, sm: 4 }, py: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline', mb: 2 }}>
        <h1>{translate('states.title')}</h1>
        <Box component="p" sx={{ typography: 'table', color: 'ink2' }}>
          {translate('states.under')}
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))' }}>
        <Sample name="first_day">
          <EmptyState kind="first-day" title={t('no_messages')} text={t('no_messages_text')}>
            <Button variant="contained">{t('connect')}</Button>
          </EmptyState>
        </Sample>
        <Sample name="all_done">
          <EmptyState kind="all-done" title={t('nothing_waits')} text={t('nothing_waits_text')}>
            <Button>{t('see_all')}</Button>
          </EmptyState>
        </Sample>
        <Sample name="nothing_found">
          <EmptyState
            kind="nothing-found"
            title={t('nobody')}
            text={
              <>
                {t('did_you_mean')} <TextButton type="button">Greenfelder</TextButton>
                {t('or_create')}
              </>
            }
          >
            <Button>{t('create')}</Button>
          </EmptyState>
        </Sample>
        <Sample name="loading">
          <SkeletonRows />
        </Sample>
        <Sample name="refused">
          <Refusal
            refusal={{ code: 'EXAMPLE', message: t('sent'), next: t('sent_next'), rule: 'R2', say: t('sent_say') }}
            action={<Button variant="contained">{t('show_qr')}</Button>}
          />
        </Sample>
        <Sample name="fields">
          <Box sx={{ display: 'grid', gap: 1.5, p: 2 }}>
            <Field label={t('birth_date')} defaultValue={t('birth_value')} refusal={t('birth_refused')} />
            <Field label={t('ends')} placeholder={t('empty')} refusal={t('ends_refused')} />
          </Box>
        </Sample>
        <Sample name="conflict">
          <Conflict title={t('changed')} news={t('changed_news')} onTake={nothing} onCompare={nothing} />
        </Sample>
        <Sample name="offline">
          <Offline since={now - 2 * MINUTE} nextTryAt={now + 8 * SECOND} />
        </Sample>
        <Sample name="fault">
          <ServerFault requestId="4f-20c7" onRetry={nothing} />
        </Sample>
        <Sample name="too_many">
          <TooMany count="1,204" typed="rodr" shown={50} onNarrow={nothing} />
        </Sample>
        <Sample name="restricted">
          <RestrictedChart onOpen={nothing} onLeave={nothing} />
        </Sample>
        <Sample name="long_job">
          <LongJob
            title={t('inviting')}
            done={772}
            total={1840}
            unit={t('sent_unit')}
            pace={t('pace')}
            troubles={{ count: t('bounced'), rest: t('skipped') }}
          >
            <Button>{t('pause')}</Button>
            <Button>{t('cancel')}</Button>
          </LongJob>
        </Sample>
      </Box>
    </Box>
  )
}
