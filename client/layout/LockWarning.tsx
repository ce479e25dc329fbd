import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import { useTranslate } from 'ra-core'
import { Clock } from '#client/ui/Clock.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Note } from '#client/ui/Note.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import { timeText } from '#client/ui/format.ts'
import { useKeys } from '#client/ui/keys.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { useNow } from '#client/ui/ticking.ts'
import { useSignOut } from '#client/layout/use-sign-out.ts'
import type { Instant } from '#domain/time.ts'

type LockWarningProps = {
  name: string
  lockAt: Instant
  within: number
  /** The whole session ends then, and staying is not possible. */
  isEnd: boolean
  onStay: () => void
  onLock: () => void
}

/** A minute before the lock: the screen behind is blurred, and no patient is named. */
export default function LockWarning({ name, lockAt, within, isEnd, onStay, onLock }: LockWarningProps) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const now = useNow()
  const signOut = useSignOut()
  useKeys(
    [
      ...(isEnd ? [] : [{ keys: 'space', group: 'act' as const, run: onStay }]),
      { keys: 'alt+l', group: 'act' as const, run: onLock },
    ],
    true,
  )
  const share = Math.max(0, Math.min(100, ((lockAt - now) / within) * 100))
  const time = timeText(lockAt, zone, true)
  return (
    <Dialog
      open
      role="alertdialog"
      aria-labelledby="lock-title"
      aria-describedby="lock-text"
      transitionDuration={0}
      slotProps={{
        backdrop: { sx: { backdropFilter: 'blur(8px)', bgcolor: 'rgb(0 0 0 / 0.45)' } },
        paper: { sx: { width: 480, maxWidth: 'calc(100vw - 32px)', p: 3, display: 'grid', gap: 2 } },
      }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Box
          sx={{
            display: 'inline-flex',
            alignItems: 'center',
            justifyContent: 'center',
            width: 64,
            height: 64,
            flex: 'none',
            borderRadius: '50%',
            border: '3px solid',
            borderColor: 'due',
            color: 'due',
            fontWeight: 650,
            fontSize: '1.25rem',
          }}
        >
          <Clock until={lockAt} />
        </Box>
        <div>
          <Box component="h2" id="lock-title" sx={{ typography: 'h1' }}>
            {translate('lock.title', { name: name.replace(/^Dr\.\s+/, '').split(' ')[0] })}
          </Box>
          <Box component="p" id="lock-text" sx={{ color: 'ink2' }}>
            {translate(isEnd ? 'lock.ends' : 'lock.text', { time })}
          </Box>
        </div>
      </Box>
      <Box aria-hidden sx={{ height: 6, borderRadius: 1, bgcolor: 'sunken' }}>
        <Box sx={{ height: 6, borderRadius: 1, bgcolor: 'due' }} style={{ width: `${share}%` }} />
      </Box>
      <Note icon="ok" tone="ok">
        {translate('lock.kept')}
      </Note>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {isEnd ? null : (
          <Button variant="contained" autoFocus onClick={onStay}>
            {translate('lock.stay')} <KeyCap keys="space" />
          </Button>
        )}
        <Button onClick={onLock}>
          {translate('lock.now')} <KeyCap keys="alt+l" />
        </Button>
        <Box sx={{ flex: 1 }} />
        <TextButton type="button" onClick={signOut}>
          {translate('shell.sign_out')}
        </TextButton>
      </Box>
    </Dialog>
  )
}
