import { useDataProvider } from 'ra-core'
import { useState } from 'react'
import type { ContactCheckAnswer } from '#domain/contracts/enrollment.ts'
import type { ConsoleDataProvider } from '#client/layout/data-provider.ts'
import type { CommandFault } from '#client/layout/use-command.ts'
import { Refused, Unreachable } from '#client/ui/refused.ts'

/** Asks the rule about something that was typed; null when it could not be asked, and `fault` says why. */
export function useContactCheck(draftId: string) {
  const dataProvider = useDataProvider<ConsoleDataProvider>()
  const [fault, setFault] = useState<CommandFault>(null)
  const ask = async (kind: 'email' | 'phone', value: string): Promise<ContactCheckAnswer | null> => {
    setFault(null)
    try {
      const { data } = await dataProvider.read<ContactCheckAnswer>({ path: `/enrollments/${draftId}/check-contact`, body: { kind, value } })
      return data
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error
      setFault(error)
      return null
    }
  }
  return { ask, fault }
}
