import { ServerFault } from '#client/ui/ServerFault.tsx'
import { Offline } from '#client/ui/Offline.tsx'
import { Refusal } from '#client/ui/Refusal.tsx'
import { Refused, Unreachable } from '#client/ui/refused.ts'
import { serverNow } from '#client/ui/ticking.ts'
import { useEffect, useState } from 'react'
import { SECOND } from '#domain/time.ts'

const NEXT_TRY = 8 * SECOND

function Disconnected({ onRetry }: { onRetry: () => void }) {
  const [since] = useState(serverNow)
  const [nextTryAt, setNextTryAt] = useState(since + NEXT_TRY)
  useEffect(() => {
    const timer = setTimeout(() => {
      setNextTryAt(serverNow() + NEXT_TRY)
      onRetry()
    }, nextTryAt - serverNow())
    return () => clearTimeout(timer)
  }, [nextTryAt, onRetry])
  return <Offline since={since} nextTryAt={nextTryAt} />
}

/** What a screen shows instead of its content when the content cannot be had. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error instanceof Unreachable) return <Disconnected onRetry={onRetry} />
  if (error instanceof Refused && error.status < 500) return <Refusal refusal={error.problem} />
  return <ServerFault requestId={error instanceof Refused ? error.problem.requestId : ''} onRetry={onRetry} />
}
