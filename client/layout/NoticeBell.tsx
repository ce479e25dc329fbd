import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useRef } from 'react'
import { mayOpen, twoPersonActs } from '#client/layout/menu.ts'
import { markNoticesRead, usePastNotices } from '#client/layout/past-notices.ts'
import type { Session } from '#client/layout/session.ts'
import { useWaiting } from '#client/layout/use-waiting.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { unseen } from '#client/ui/unseen.ts'
import { isoOf } from '#domain/time.ts'

/** The notices since this person signed in, newest first, and what waits for their decision. Kept nowhere else. */
export function NoticeBell({ session }: { session: Session }) {
  const translate = useTranslate()
  const box = useRef<HTMLDetailsElement>(null)
  const { notices, unread } = usePastNotices()
  const waiting = useWaiting()
  const decides = mayOpen(twoPersonActs, session.may) && waiting > 0
  const close = () => box.current?.removeAttribute('open')
  return (
    <Box
      component="details"
      ref={box}
      onToggle={() => markNoticesRead()}
      onKeyDown={(event: React.KeyboardEvent) => {
        if (event.key === 'Escape') close()
      }}
      onBlur={(event: React.FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
      sx={{ position: 'relative' }}
    >
      <Box
        component="summary"
        sx={{ display: 'inline-flex', position: 'relative', alignItems: 'center', justifyContent: 'center', minWidth: 32, minHeight: 32, borderRadius: 1, cursor: 'pointer', listStyle: 'none', color: 'ink2', '&:hover': { bgcolor: 'sunken' } }}
      >
        <Icon name="bell" />
        <Box component="span" sx={unseen}>{unread > 0 ? translate('shell.new_notices', { smart_count: unread }) : translate('shell.notices')}</Box>
        {unread > 0 ? (
          <Box component="span" aria-hidden sx={{ position: 'absolute', top: 0, right: 0, minWidth: 16, textAlign: 'center', typography: 'small', fontWeight: 650, color: 'onAccent', bgcolor: 'accent', borderRadius: 2 }}>
            {unread}
          </Box>
        ) : null}
      </Box>
      <Box
        sx={{
          position: 'absolute', zIndex: 'modal', top: 'calc(100% + 8px)', right: 0, width: 'min(340px, 90vw)', maxHeight: '60vh', overflowY: 'auto', p: 1, borderRadius: 1,
          bgcolor: 'surface', border: '1px solid', borderColor: 'line', boxShadow: '0 4px 12px rgb(0 0 0 / 0.16)',
        }}
      >
        {decides ? (
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', p: 1 }}>
            <Icon name="inbox" />
            <TextLink to="/approvals" onClick={close}>{translate('home.approvals', { smart_count: waiting })}</TextLink>
          </Box>
        ) : null}
        {notices.length === 0 ? <Box component="p" sx={{ p: 1, color: 'ink2' }}>{translate('shell.no_notices')}</Box> : null}
        <ul>
          {notices.map((notice) => (
            <Box component="li" key={`${notice.at} ${notice.text}`} sx={{ display: 'flex', gap: 1, p: 1, borderTop: '1px solid', borderColor: 'line', '&:first-of-type': { borderTop: 0 } }}>
              <Box component="span" sx={{ color: notice.tone === 'done' ? 'ok' : 'due', pt: 0.125 }}>
                <Icon name={notice.tone === 'done' ? 'ok' : 'flag'} size={16} />
              </Box>
              <Box component="span" sx={{ flex: 1, minWidth: 0 }}>{notice.text}</Box>
              <Box component="span" sx={{ typography: 'table', color: 'ink3' }}><Moment at={isoOf(notice.at)} /></Box>
            </Box>
          ))}
        </ul>
      </Box>
    </Box>
  )
}
