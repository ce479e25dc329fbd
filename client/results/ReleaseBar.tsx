import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import type { ResultDialog } from '#client/results/ResultDialogs.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys, type KeyBinding } from '#client/ui/keys.ts'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

type ReleaseBarProps = { result: ResultAnswer; hasComment: boolean; pending: boolean; ready: boolean; onRelease: () => void; onComment: () => void; onOpen: (dialog: ResultDialog) => void }
type May = { message: string | null; next: string | null; rule: string | null }

const whyNot = (may: May) => ({ message: may.message ?? '', next: may.next ?? '', rule: may.rule ?? '' })

/** The acts on a result: one filled button, and what else may be done; what may not keeps its place and says why. */
export function ReleaseBar({ result, hasComment, pending, ready, onRelease, onComment, onOpen }: ReleaseBarProps) {
  const translate = useTranslate()
  const { release, hold, recall, decline } = result.may
  const isOut = result.forPatient.state === 'visible' || result.forRepresentatives.state === 'visible'
  const oneByOne = result.needsStepUp
  const keys: KeyBinding[] = [
    ...(release.allowed && !oneByOne ? [{ keys: 'ctrl+enter', group: 'act' as const, label: 'results.key_release', run: onRelease }] : []),
    ...(!release.allowed && isOut && hasComment ? [{ keys: 'ctrl+enter', group: 'act' as const, label: 'results.key_send_comment', run: onComment }] : []),
    ...(hold.allowed ? [{ keys: 'alt+h', group: 'act' as const, label: 'results.key_hold', run: () => onOpen('hold') }] : []),
    ...(recall.allowed ? [{ keys: 'z', group: 'act' as const, label: 'results.key_recall', run: () => onOpen('recall') }] : []),
    ...(decline.allowed ? [{ keys: 'n', group: 'act' as const, label: 'results.key_decline', run: () => onOpen('decline') }] : []),
  ]
  useKeys(keys)
  const releaseWords = translate(hasComment ? 'results.release_with_comment' : 'results.release')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: { xs: 2, md: 3 }, py: 1.5, bgcolor: 'surface', borderTop: '1px solid', borderColor: 'line', position: { xs: 'sticky', md: 'static' }, bottom: 0, zIndex: 1 }}>
      {release.allowed ? (
        <Button variant="contained" disabled={pending || !ready} onClick={onRelease} sx={{ flex: { xs: '1 0 auto', sm: 'none' } }}>
          {oneByOne ? `${releaseWords}…` : releaseWords} {oneByOne ? null : <KeyCap keys="ctrl+enter" />}
        </Button>
      ) : isOut ? (
        <Button variant={hasComment ? 'contained' : 'outlined'} disabled={pending || !hasComment} onClick={onComment}>{translate('results.send_comment')} {hasComment ? <KeyCap keys="ctrl+enter" /> : null}</Button>
      ) : (
        <RefusedButton above why={whyNot(release)}>{translate('results.release')}</RefusedButton>
      )}
      {hold.allowed ? <Button onClick={() => onOpen('hold')}>{translate('results.hold_open')} <KeyCap keys="alt+h" /></Button> : isOut ? null : <RefusedButton above why={whyNot(hold)}>{translate('results.hold_open')}</RefusedButton>}
      {recall.allowed ? <Button onClick={() => onOpen('recall')} sx={{ color: 'late', borderColor: 'late' }}>{translate('results.recall_open')} <KeyCap keys="z" /></Button> : null}
      <Box sx={{ flex: 1 }} />
      {decline.allowed ? <Button variant="text" onClick={() => onOpen('decline')}>{translate('results.decline_open')} <KeyCap keys="n" /></Button> : <RefusedButton above why={whyNot(decline)}>{translate('results.decline_open')}</RefusedButton>}
    </Box>
  )
}
