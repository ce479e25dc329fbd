import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Conflict } from '#client/ui/Conflict.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import { Note } from '#client/ui/Note.tsx'
import { parametersOf } from '#client/ui/parameters.ts'
import type { Problem } from '#client/ui/refused.ts'

/** Somebody was first: load the newest version and keep what is typed, or look at what it is now. */
export function StaleVersion({ problem }: { problem: Problem }) {
  const translate = useTranslate()
  const queryClient = useQueryClient()
  const [step, setStep] = useState<'asked' | 'compared' | 'taken'>('asked')
  if (step === 'taken') return <Note icon="ok">{translate('ui.conflict.taken')}</Note>
  const take = () => void queryClient.invalidateQueries().then(() => setStep('taken'))
  return (
    <Box sx={{ bgcolor: 'dueSoft', borderRadius: 1 }}>
      <Conflict title={problem.message} news={translate('ui.conflict.elsewhere')} onTake={take} onCompare={() => setStep('compared')} />
      {step === 'compared' ? (
        <Box sx={{ p: 2, typography: 'table' }}>
          <Box component="h3" sx={{ mb: 1 }}>
            {translate('ui.conflict.now')}
          </Box>
          <Facts facts={parametersOf(problem.current ?? {}).map(({ name, value }) => ({ key: name, name, value }))} />
        </Box>
      ) : null}
    </Box>
  )
}
