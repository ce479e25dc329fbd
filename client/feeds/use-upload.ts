import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { sendContent } from '#client/feeds/send-content.ts'
import type { CommandFault } from '#client/layout/use-command.ts'
import { Refused, Unreachable } from '#client/ui/refused.ts'

/** Sends a file's content and tells how far it is; leaving the screen stops it, and it can be gone on with later. */
export function useUpload() {
  const queryClient = useQueryClient()
  const stop = useRef<AbortController | null>(null)
  const [sent, setSent] = useState<number | null>(null)
  const [fault, setFault] = useState<CommandFault>(null)
  useEffect(() => () => stop.current?.abort(), [])

  /** Resolves to whether all of it has arrived. */
  const send = async (id: string, file: Blob, from: number): Promise<boolean> => {
    stop.current = new AbortController()
    const { signal } = stop.current
    setFault(null)
    setSent(from)
    try {
      await sendContent(id, file, from, setSent, signal)
      return true
    } catch (error) {
      if (signal.aborted) return false
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error
      setFault(error)
      return false
    } finally {
      if (!signal.aborted) setSent(null)
      await queryClient.invalidateQueries({ queryKey: ['imports'] })
    }
  }
  return { send, sent, fault }
}
