import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { EnrollmentAnswer, ShownCode } from '#domain/contracts/enrollment.ts'
import { codeState, inGroups } from '#client/enroll/code-state.ts'
import { CodeClock } from '#client/enroll/CodeClock.tsx'
import { CodeKeys } from '#client/enroll/CodeKeys.tsx'
import { CodeSays } from '#client/enroll/CodeSays.tsx'
import { PatientSide } from '#client/enroll/PatientSide.tsx'
import { SheetPanel } from '#client/enroll/SheetPanel.tsx'
import { useShowCode } from '#client/enroll/use-show-code.ts'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { QrCode } from '#client/ui/QrCode.tsx'
import { useNow } from '#client/ui/ticking.ts'
import { useKeys } from '#client/ui/keys.ts'

type DeskCodeProps = { draft: EnrollmentAnswer; command: DraftCommand; shown: ShownCode | null; onShown: (shown: ShownCode) => void }

/** The code at the desk: a square to scan and eight characters to type, for ten minutes, once, with the birth date. */
export function DeskCode({ draft, command, shown, onShown }: DeskCodeProps) {
  const translate = useTranslate()
  const now = useNow()
  const show = useShowCode(draft, command, onShown)
  const [open, setOpen] = useState<'full' | 'sheet' | null>(null)
  const state = codeState(draft.code, shown, now)
  const isDead = state === 'ended' || state === 'spent'
  const isFirst = state === 'ready'
  useKeys([
    ...(isFirst || isDead ? [{ keys: 'ctrl+enter', group: 'act' as const, label: 'enroll.key_show', run: () => void show.run() }] : []),
    ...(isDead && !show.pending ? [{ keys: 'n', group: 'act' as const, label: 'enroll.key_new', run: () => void show.run() }] : []),
  ])
  const live = state === 'shown' ? shown : null
  return (
    <Box sx={{ display: 'grid', gap: 2, justifyItems: 'center', textAlign: 'center' }}>
      {shown && state !== 'ready' && state !== 'elsewhere' && state !== 'used' ? (
        <Box sx={{ p: 2, border: '1px solid', borderColor: 'line', borderRadius: 1.25, bgcolor: 'common.white', lineHeight: 0 }}>
          <QrCode text={isDead ? 'ended' : shown.url} label={translate(isDead ? 'enroll.qr_ended' : 'enroll.qr')} size="min(264px, 34vh)" blurred={isDead} />
        </Box>
      ) : null}
      {live ? (
        <Box>
          <Box sx={{ color: 'ink2' }}>
            {translate('enroll.or_open')} <Box component="strong" sx={{ color: 'ink', fontWeight: 600 }}>{live.shortUrl}</Box> {translate('enroll.and_type')}
          </Box>
          <Box component="output" aria-label={translate('enroll.code')} sx={{ display: 'block', fontSize: { xs: '2rem', sm: '2.5rem' }, lineHeight: 1.2, fontWeight: 650, letterSpacing: '0.06em' }}>{inGroups(live.code)}</Box>
        </Box>
      ) : (
        <CodeSays state={state} draft={draft} />
      )}
      {draft.code && (state === 'shown' || state === 'elsewhere') ? <CodeClock code={draft.code} /> : null}
      {isFirst || isDead ? (
        <Button type="button" variant="contained" disabled={show.pending} onClick={() => void show.run()}>
          {translate(isFirst ? 'enroll.show_code' : 'enroll.new_code')} <KeyCap keys="ctrl+enter" />
        </Button>
      ) : null}
      <CodeKeys mayRenew={!isFirst && !isDead && state !== 'used'} hasCode={live !== null} pending={show.pending} onRenew={() => void show.run()} onPrint={() => setOpen('sheet')} onFull={() => setOpen('full')} />
      <Box sx={{ textAlign: 'start', width: '100%' }}>
        <CommandFault fault={show.fault} onRetry={() => void show.run()} />
      </Box>
      {open === 'full' && live ? <PatientSide code={live} language={draft.language} onClose={() => setOpen(null)} /> : null}
      {open === 'sheet' ? <SheetPanel draft={draft} code={live?.code ?? null} onClose={() => setOpen(null)} /> : null}
    </Box>
  )
}
