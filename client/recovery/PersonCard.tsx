import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import { AccountChips } from '#client/recovery/AccountChips.tsx'
import { Born } from '#client/ui/Born.tsx'
import { Card } from '#client/ui/Card.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { MrnTail } from '#client/ui/MrnTail.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'

/** Whose account it is, how it stands, and what is left for today. No address, no number: nothing here helps a caller. */
export function PersonCard({ desk }: { desk: CallDesk }) {
  const translate = useTranslate()
  const { person, account, resetsToday } = desk
  const isSpanish = person.language?.toLowerCase().startsWith('es') ?? false
  const why = account.lockedWhy === null ? null : account.wrongAnswers > 0 ? translate('recovery.wrong_answers', { smart_count: account.wrongAnswers }) : translate(`recovery.attempt.${account.lockedWhy}`)
  const lines: [string, ReactNode][] = [
    ['last_signed_in', account.lastSignInAt ? <Moment key="in" at={account.lastSignInAt} /> : translate('recovery.not_known')],
    ['locked_at', account.isLocked && account.lockedAt ? <Moment key="at" at={account.lockedAt} /> : null],
    ['locked_why', account.isLocked ? why : null],
    ['resets_today', translate('recovery.of', resetsToday)],
    ['language', translate(isSpanish ? 'recovery.spanish' : 'recovery.english')],
    ['interpreter', person.interpreterNeeded ? translate('recovery.needed') : null],
  ]
  return (
    <Card flush>
      <Box sx={{ p: 2, display: 'grid', gap: 0.75 }}>
        <Box component="h2" sx={{ typography: 'h1', overflowWrap: 'anywhere' }}><TextLink to={`/patients/${person.patientId}`} sx={{ color: 'ink', textDecorationColor: 'transparent', '&:hover, &:focus': { textDecorationColor: 'currentcolor' } }}>{person.name}</TextLink></Box>
        <Box sx={{ color: 'ink2' }}>
          <Born birthDate={person.birthDate} age={person.age} />
          <Box component="span" sx={{ display: 'block' }}><MrnTail tail={person.mrnTail} /></Box>
        </Box>
        <AccountChips account={account} deceased={person.deceased} />
      </Box>
      <Box component="dl" sx={{ px: 2, py: 1.5, borderTop: '1px solid', borderColor: 'line', display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', rowGap: 1, columnGap: 2 }}>
        {lines.filter(([, value]) => value !== null).map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'ink3' }}>{translate(`recovery.${name}`)}</Box>
            <Box component="dd" sx={{ textAlign: 'end', fontVariantNumeric: 'tabular-nums' }}>{value}</Box>
          </Box>
        ))}
      </Box>
    </Card>
  )
}
