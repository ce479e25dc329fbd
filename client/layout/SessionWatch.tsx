import { useLocation } from 'ra-core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { noteInput, noteTold, owesActivity } from '#client/layout/activity.ts'
import { leaveIfOver, lockScreen, refreshSession } from '#client/layout/auth-provider.ts'
import { tellTabs } from '#client/layout/channel.ts'
import { callServer } from '#client/layout/server.ts'
import { takeInstants, useSessionState } from '#client/layout/session.ts'
import { useNow } from '#client/ui/ticking.ts'
import { MINUTE, SECOND } from '#domain/time.ts'

const LockWarning = lazy(() => import('#client/layout/LockWarning.tsx'))

/** The warning comes this long before the lock (AU-10). */
const WARN_BEFORE = 60 * SECOND
/** A person who only types and makes no request is reported this often. */
const REPORT_EVERY = MINUTE

type Instants = { idleLockAt: string; endsAt: string }

/** Tells the server that a person is here; this tab and the others take its new instants. */
async function reportActivity(): Promise<void> {
  noteInput()
  noteTold()
  const { data } = await callServer<Instants>('/session/activity', { body: {} })
  const instants = { idleLockAt: Date.parse(data.idleLockAt), endsAt: Date.parse(data.endsAt) }
  takeInstants(instants)
  tellTabs({ kind: 'session', ...instants })
}

function useReportedActivity(): void {
  useEffect(() => {
    const types = ['keydown', 'pointerdown'] as const
    for (const type of types) window.addEventListener(type, noteInput, { capture: true, passive: true })
    const timer = setInterval(() => {
      if (owesActivity(REPORT_EVERY)) void reportActivity().catch(() => undefined)
    }, 15 * SECOND)
    return () => {
      for (const type of types) window.removeEventListener(type, noteInput, { capture: true })
      clearInterval(timer)
    }
  }, [])
}

/** Watches the server's instant of the lock; warns a minute before, and locks when the server says it is time. */
export function SessionWatch() {
  const { session, idleLockAt, endsAt } = useSessionState()
  const { pathname } = useLocation()
  const now = useNow()
  const [confirmed, setConfirmed] = useState(0)
  useReportedActivity()
  const lockAt = Math.min(idleLockAt, endsAt)
  const phase = now >= lockAt ? 'over' : lockAt - now <= WARN_BEFORE ? 'near' : 'far'

  // Another tab or desk may have moved the instant: the server is asked before anybody is warned or locked out.
  useEffect(() => {
    if (phase === 'near') void refreshSession().catch(() => undefined).finally(() => setConfirmed(lockAt))
    if (phase === 'over') void leaveIfOver(pathname)
  }, [phase, lockAt, pathname])

  if (!session || phase === 'far' || confirmed !== lockAt) return null
  return (
    <Suspense>
      <LockWarning
        name={session.staff.name}
        lockAt={lockAt}
        within={WARN_BEFORE}
        isEnd={endsAt <= idleLockAt}
        onStay={() => void reportActivity().catch(() => undefined)}
        onLock={() => void lockScreen(pathname)}
      />
    </Suspense>
  )
}
