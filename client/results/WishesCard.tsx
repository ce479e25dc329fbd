import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ResultWishes } from '#domain/contracts/result-care.ts'
import { WishPanel } from '#client/results/WishPanel.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Moment } from '#client/ui/Moment.tsx'

/** What the patient asked for before results come: recorded at the order, ended with a reason. */
export function WishesCard({ patientId }: { patientId: string }) {
  const translate = useTranslate()
  const path = `/patients/${encodeURIComponent(patientId)}/result-wishes`
  const { data } = useRead<ResultWishes>('result-wishes', { path })
  const [adds, setAdds] = useState(false)
  const [ends, setEnds] = useState<ResultWishes['rows'][number] | null>(null)
  return (
    <Card title={translate('results.wishes_title')} aside={<Button size="small" onClick={() => setAdds(true)}>{translate('results.wish_add')}</Button>}>
      {data && data.rows.length === 0 ? <Box sx={{ color: 'ink2' }}>{translate('results.wishes_none')}</Box> : null}
      <Box component="ul" sx={{ display: 'grid', gap: 1.5 }}>
        {data?.rows.map((row) => (
          <li key={row.id}>
            <Box sx={{ fontWeight: 500 }}>{translate('results.wish_is', { what: row.category === null ? translate('results.wish_all') : translate(`results.category.${row.category}`), smart_count: row.days })}</Box>
            <Box>{row.words}</Box>
            <Box sx={{ typography: 'small', color: 'ink2' }}>{row.recordedByName}, <Moment at={row.recordedAt} />{row.endedAt ? <> · {translate('results.ended')} <Moment at={row.endedAt} /></> : null}</Box>
            {row.endedAt === null ? <Button size="small" onClick={() => setEnds(row)}>{translate('results.wish_end_open')}</Button> : null}
          </li>
        ))}
      </Box>
      {adds ? <WishPanel result={{ patientId, category: 'laboratory' }} onDone={() => setAdds(false)} onClose={() => setAdds(false)} /> : null}
      {ends ? (
        <ReasonPanel
          title={translate('results.wish_end_title')} effect={translate('results.wish_end_effect')} confirm={translate('results.wish_end_do')}
          command={(reason) => ({ path: `/result-wishes/${encodeURIComponent(ends.id)}/end`, body: { reason }, version: ends.version })}
          touched={['result-wishes']} onDone={() => setEnds(null)} onClose={() => setEnds(null)}
        />
      ) : null}
    </Card>
  )
}
