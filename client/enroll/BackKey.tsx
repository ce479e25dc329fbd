import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

/** One step back, to look at it or to record it anew. */
export function BackKey({ onBack }: { onBack: () => void }) {
  const translate = useTranslate()
  useKeys([{ keys: 'alt+arrowleft', group: 'move', label: 'enroll.key_back', run: onBack }])
  return (
    <Button type="button" variant="text" onClick={onBack} sx={{ color: 'ink2' }}>
      <KeyCap keys="alt+arrowleft" /> {translate('enroll.back')}
    </Button>
  )
}
