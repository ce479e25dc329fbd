import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ResultAnswer } from '#domain/contracts/results.ts'
import { Part } from '#client/results/Part.tsx'
import type { ResultDialog } from '#client/results/ResultDialogs.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys, type KeyBinding } from '#client/ui/keys.ts'
import { TextButton } from '#client/ui/TextLink.tsx'

/** What else may be done or looked at, less often. */
export function AlsoActs({ result, onOpen }: { result: ResultAnswer; onOpen: (dialog: ResultDialog) => void }) {
  const translate = useTranslate()
  const mayAct = result.may.decline.allowed
  // Without a release: it may be held, and is then out when the hold ends.
  const asked = [result.forPatient, result.forRepresentatives].flatMap((one) => one.for)
  const acts: { keys: string; words: string; dialog: ResultDialog }[] = [
    { keys: 't', words: 'results.timeline_open', dialog: 'timeline' },
    ...(asked.includes('verification') && result.may.verify.allowed ? [{ keys: 'v', words: 'results.verify_open', dialog: 'verify' as const }] : []),
    ...(asked.includes('review') && result.may.review.allowed ? [{ keys: 's', words: 'results.review_open', dialog: 'review' as const }] : []),
    ...(result.may.comment.allowed ? [{ keys: 'c', words: 'results.counselled_open', dialog: 'counselled' as const }] : []),
    ...(mayAct ? [{ keys: 'w', words: 'results.wish_open', dialog: 'wish' as const }, { keys: 'y', words: 'results.kind_open', dialog: 'category' as const }] : []),
  ]
  useKeys(acts.map(({ keys, words, dialog }): KeyBinding => ({ keys, group: 'act', label: words, run: () => onOpen(dialog) })))
  return (
    <Part title={translate('results.also')}>
      <Box component="ul" sx={{ display: 'grid', gap: 0.75 }}>
        {acts.map(({ keys, words, dialog }) => (
          <Box component="li" key={keys} sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
            <TextButton type="button" onClick={() => onOpen(dialog)}>{translate(words)}</TextButton>
            <Box component="span" sx={{ color: 'ink3' }}><KeyCap keys={keys} /></Box>
          </Box>
        ))}
      </Box>
    </Part>
  )
}
