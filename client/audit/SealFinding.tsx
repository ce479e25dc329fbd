import Box from '@mui/material/Box'
import { useLocale, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Moment } from '#client/ui/Moment.tsx'
import { Note } from '#client/ui/Note.tsx'
import type { AuditSealState } from '#domain/contracts/audit.ts'

/** The last check in a green or a red band; without a check yet, how far the seal reaches. */
export function SealFinding({ seal, action }: { seal: AuditSealState; action: ReactNode }) {
  const translate = useTranslate()
  const count = seal.sealed.toLocaleString(useLocale())
  const { lastVerified, lastAnchorAt } = seal
  if (!lastVerified) {
    return (
      <Note icon="lock" action={action}>
        {translate('audit.never_checked', { count })}
      </Note>
    )
  }
  if (lastVerified.good) {
    return (
      <Note icon="lock" tone="ok" action={action}>
        <Strong>{translate('audit.unbroken')}</Strong> {translate('audit.sealed', { count })} {translate('audit.checked')}{' '}
        <Moment at={lastVerified.at} />
        {lastAnchorAt ? (
          <>
            , {translate('audit.anchor')} <Moment at={lastAnchorAt} />
          </>
        ) : null}
        .
      </Note>
    )
  }
  return (
    <Note icon="late" tone="late" action={action} live>
      <Strong>{translate('audit.broken', { position: lastVerified.firstBadPosition ?? '–' })}</Strong>{' '}
      {translate('audit.broken_text', { fault: lastVerified.fault ?? '' })} {translate('audit.checked')}{' '}
      <Moment at={lastVerified.at} />.
    </Note>
  )
}

function Strong({ children }: { children: ReactNode }) {
  return (
    <Box component="strong" sx={{ fontWeight: 600 }}>
      {children}
    </Box>
  )
}
