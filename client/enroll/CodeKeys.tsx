import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

type CodeKeysProps = { mayRenew: boolean; hasCode: boolean; pending: boolean; onRenew: () => void; onPrint: () => void; onFull: () => void }

/** What can be done with the code on the screen, each with its key: print, renew, turn the screen to the patient. */
export function CodeKeys({ mayRenew, hasCode, pending, onRenew, onPrint, onFull }: CodeKeysProps) {
  const translate = useTranslate()
  useKeys([
    { keys: 'p', group: 'act', label: 'enroll.key_print', run: onPrint },
    ...(mayRenew && !pending ? [{ keys: 'n', group: 'act' as const, label: 'enroll.key_new', run: onRenew }] : []),
    ...(hasCode ? [{ keys: 'f', group: 'act' as const, label: 'enroll.key_full', run: onFull }] : []),
  ])
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, width: '100%', maxWidth: 520 }}>
      <Button type="button" onClick={onPrint}>
        <Icon name="print" size={16} /> {translate(hasCode ? 'enroll.print' : 'enroll.print_guide')} <KeyCap keys="p" />
      </Button>
      {mayRenew ? (
        <Button type="button" disabled={pending} onClick={onRenew}>
          {translate('enroll.new_code')} <KeyCap keys="n" />
        </Button>
      ) : null}
      {hasCode ? (
        <Button type="button" variant="text" onClick={onFull} sx={{ marginInlineStart: 'auto' }}>
          {translate('enroll.full')} <KeyCap keys="f" />
        </Button>
      ) : null}
    </Box>
  )
}
