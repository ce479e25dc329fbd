import Box from '@mui/material/Box'
import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { PreparedLine } from '#client/proxy-access/prepared.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { TextButton } from '#client/ui/TextLink.tsx'

const outcomes = [{ state: 'sent', words: 'access.settle_sent' }, { state: 'not-needed', words: 'access.settle_not_needed' }] as const

/** An adult's own invitation that is ready: it was handed over, or nobody needs it. */
export function SettlePrepared({ row }: { row: PreparedLine }) {
  const translate = useTranslate()
  const notify = useNotify()
  const may = useMay('proxy.review') !== '-'
  const [settling, setSettling] = useState<(typeof outcomes)[number] | null>(null)
  if (!may) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, justifyContent: 'flex-end' }}>
      {outcomes.map((outcome) => (
        <TextButton key={outcome.state} type="button" aria-label={`${translate(outcome.words)} ${row.patientName}`} onClick={() => setSettling(outcome)}>
          {translate(outcome.words)}
        </TextButton>
      ))}
      {settling ? (
        <ReasonPanel
          title={translate(settling.words)}
          effect={translate('access.settle_effect', { name: row.patientName, portal: row.portalName })}
          confirm={translate(settling.words)}
          command={(reason) => ({ path: paths.settlePrepared(row.id), body: { state: settling.state, reason }, version: row.version })}
          touched={touched}
          onDone={() => {
            setSettling(null)
            notify('access.done_recorded', { type: 'success' })
          }}
          onClose={() => setSettling(null)}
        />
      ) : null}
    </Box>
  )
}
