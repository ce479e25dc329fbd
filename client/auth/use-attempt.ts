import { useState } from 'react'
import { useTranslate } from 'ra-core'
import { CookieLost } from '#client/auth/sign-in.ts'
import { Refused, Unreachable, type Problem } from '#client/ui/refused.ts'

/** What a sign-in page says when a step was not taken; field sentences lie in `errors`. */
export type AttemptFault = Pick<Problem, 'message' | 'next' | 'errors'> | null

/** Tries one step at a time and keeps what the server said against it. */
export function useAttempt() {
  const translate = useTranslate()
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<AttemptFault>(null)
  const attempt = async <T>(step: () => Promise<T>): Promise<T | null> => {
    setPending(true)
    setFault(null)
    try {
      return await step()
    } catch (error) {
      if (error instanceof Refused) setFault(error.problem)
      else if (error instanceof CookieLost) setFault({ message: translate('auth.cookie_lost'), next: translate('auth.cookie_next') })
      else if (error instanceof Unreachable) setFault({ message: translate('auth.no_line'), next: translate('auth.no_line_next') })
      else throw error
      return null
    } finally {
      setPending(false)
    }
  }
  return { attempt, pending, fault }
}
