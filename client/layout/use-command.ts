import { use, useRef, useState } from 'react'
import { DataProviderContext, useLogoutIfAccessDenied } from 'ra-core'
import { useQueryClient } from '@tanstack/react-query'
import type { Command, ConsoleDataProvider } from '#client/layout/data-provider.ts'
import { sessionState } from '#client/layout/session.ts'
import { StepUpContext } from '#client/layout/step-up.ts'
import { Refused, Unreachable } from '#client/ui/refused.ts'

/** Answers that the server has kept under the act's key; after them another try is another act. */
const KEPT = new Set([409, 422])

/** What came of the last try: nothing yet, a refusal with its sentences, or no connection. */
export type CommandFault = Refused | Unreachable | null

/**
 * Carries out one command at a time. Trying the same act again (after a lost connection, a fault, a step-up) re-uses
 * its Idempotency-Key, so that it can never be done twice. A refusal is a value, not an exception.
 */
export function useCommand<T = unknown>() {
  const dataProvider = use(DataProviderContext) as ConsoleDataProvider
  const signOutIfUnknown = useLogoutIfAccessDenied()
  const queryClient = useQueryClient()
  const askStepUp = use(StepUpContext)
  const last = useRef({ signature: '', key: '' })
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<CommandFault>(null)

  const keyOf = (command: Command): string => {
    const signature = JSON.stringify([command.path, command.body, command.version])
    if (last.current.signature !== signature) last.current = { signature, key: crypto.randomUUID() }
    return last.current.key
  }
  const forget = () => {
    last.current = { signature: '', key: '' }
  }

  const attempt = async (command: Command, stepUp?: string): Promise<T> => {
    try {
      const { data } = await dataProvider.command<T>(command, { key: keyOf(command), stepUp })
      return data
    } catch (error) {
      const need = error instanceof Refused && error.problem.code === 'STEP_UP_NEEDED' ? error.problem.stepUp : undefined
      const proof = need && stepUp === undefined ? await askStepUp(need) : null
      if (proof === null) throw error
      return attempt(command, proof)
    }
  }

  /** The proof for an act whose cell asks for a second factor; undefined where none is asked, null when not given. */
  const proveFirst = ({ stepUp }: Command): Promise<string | null> | undefined =>
    stepUp && sessionState().session?.may[stepUp.action].includes('S') ? askStepUp(stepUp) : undefined

  /** Resolves to the answer, or to null when it was refused; `fault` then says why. */
  const run = async (command: Command, touched: readonly string[] = []): Promise<{ data: T } | null> => {
    setPending(true)
    setFault(null)
    try {
      const proof = await proveFirst(command)
      if (proof === null) return null
      const data = await attempt(command, proof)
      forget()
      await Promise.all(touched.map((resource) => queryClient.invalidateQueries({ queryKey: [resource] })))
      return { data }
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error
      if (await signOutIfUnknown(error)) return null
      if (error instanceof Refused && KEPT.has(error.status)) forget()
      setFault(error)
      return null
    } finally {
      setPending(false)
    }
  }
  return { run, pending, fault, clear: () => setFault(null) }
}
