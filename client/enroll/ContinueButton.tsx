import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

type ContinueButtonProps = {
  label: string
  /** What is missing, in a few words; null: nothing. */
  lacks: string | null
  pending: boolean
  onPress: () => void
}

/** The filled button of a step; while something is missing it names it, dashed, and says what to do. */
export function ContinueButton({ label, lacks, pending, onPress }: ContinueButtonProps) {
  const translate = useTranslate()
  useKeys([{ keys: 'ctrl+enter', group: 'act', label: 'enroll.key_go_on', run: () => (lacks === null && !pending ? onPress() : undefined) }])
  if (lacks !== null) {
    return (
      <RefusedButton above why={{ message: translate('enroll.lacks_title', { what: lacks }), next: translate('enroll.lacks_next'), rule: '' }}>
        {translate('enroll.lacks', { label, what: lacks })}
      </RefusedButton>
    )
  }
  return (
    <Button type="submit" variant="contained" disabled={pending}>
      {label} <KeyCap keys="ctrl+enter" />
    </Button>
  )
}
