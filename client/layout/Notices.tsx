import Box from '@mui/material/Box'
import { useNotificationContext, useTranslate, type NotificationPayload } from 'ra-core'
import { useEffect, useRef } from 'react'
import { forgetNotices, keepNotice } from '#client/layout/past-notices.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { serverNow } from '#client/ui/ticking.ts'
import { SECOND } from '#domain/time.ts'

const SHOWN_FOR = 6 * SECOND

/**
 * Success is quiet: a tick and a word at the lower edge, for six seconds; the bell keeps it until the session ends. The newest one shows at
 * once: what somebody has just done never stands in a line behind other news. Clicks go through it to what it lies on.
 */
export function Notices() {
  const translate = useTranslate()
  const { notifications, takeNotification } = useNotificationContext()
  const kept = useRef(new WeakSet<object>())
  const count = notifications.length
  const newest = notifications.at(-1)
  const said = ({ message, type, notificationOptions }: NotificationPayload) => ({
    text: typeof message === 'string' ? translate(message, notificationOptions?.messageArgs) : '',
    tone: type === 'success' ? 'done' as const : 'heed' as const,
  })
  useEffect(() => {
    for (const one of notifications) {
      if (!kept.current.has(one) && said(one).text !== '') keepNotice({ at: serverNow(), ...said(one) })
      kept.current.add(one)
    }
  })
  useEffect(() => {
    if (count > 1) return void takeNotification()
    if (count === 0) return
    const timer = setTimeout(takeNotification, SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [newest, count, takeNotification])
  useEffect(() => () => forgetNotices(), [])
  const { text, tone } = newest ? said(newest) : { text: '', tone: 'heed' }
  return (
    <Box
      role="status"
      sx={{ position: 'fixed', zIndex: 'snackbar', bottom: { xs: 72, sm: 24 }, left: '50%', transform: 'translateX(-50%)', pointerEvents: 'none' }}
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
