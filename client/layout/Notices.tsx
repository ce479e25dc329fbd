import Box from '@mui/material/Box'
import { useNotificationContext, useTranslate } from 'ra-core'
import { useEffect } from 'react'
import { forgetNotices, keepNotice } from '#client/layout/past-notices.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { serverNow } from '#client/ui/ticking.ts'
import { SECOND } from '#domain/time.ts'

const SHOWN_FOR = 6 * SECOND

/** Success is quiet: a tick and a word at the lower edge, for six seconds; the bell keeps it until the session ends. */
export function Notices() {
  const translate = useTranslate()
  const { notifications, takeNotification } = useNotificationContext()
  const first = notifications[0]
  useEffect(() => {
    if (!first) return
    const timer = setTimeout(takeNotification, SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [first, takeNotification])
  useEffect(() => () => forgetNotices(), [])
  const text = typeof first?.message === 'string' ? translate(first.message, first.notificationOptions?.messageArgs) : ''
  const tone = first?.type === 'success' ? 'done' : 'heed'
  useEffect(() => {
    if (text) keepNotice({ at: serverNow(), text, tone })
  }, [first, text, tone])
  return (
    <Box
      role="status"
      sx={{ position: 'fixed', zIndex: 'snackbar', bottom: { xs: 72, sm: 24 }, left: '50%', transform: 'translateX(-50%)' }}
    >
      {text ? (
        <Box
          sx={{
            display: 'flex',
            gap: 1,
            alignItems: 'center',
            px: 2,
            py: 1.25,
            borderRadius: 1,
            color: 'canvas',
            bgcolor: 'ink',
            boxShadow: '0 4px 12px rgb(0 0 0 / 0.2)',
          }}
        >
          <Icon name={tone === 'done' ? 'ok' : 'flag'} />
          {text}
        </Box>
      ) : null}
    </Box>
  )
}
