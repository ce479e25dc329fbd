import { DataProviderContext, useStore } from 'ra-core'
import { use, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { draftAnswer, ThreadAnswer } from '#domain/contracts/messages.ts'
import type { ConsoleDataProvider } from '#client/layout/data-provider.ts'
import { useLive } from '#client/layout/live-state.ts'
import { SECOND } from '#domain/time.ts'

export type Draft = { text: string; kind: 'reply' | 'note'; seenMessageId: string | null }

/** A pause in typing after which what was typed is kept, in milliseconds. */
const PAUSE = 600
const AGAIN_AFTER = 8 * SECOND

/**
 * Keeps what somebody writes in a thread on the server, for them alone: soon after each pause, and when they leave the thread. While the
 * server cannot be reached the text stays in this tab and is tried again. `savedAt` is ISO-8601, null while something is not kept yet.
 */
export function useDraft({ row, draft, lastPatientMessageId }: ThreadAnswer) {
  const dataProvider = use(DataProviderContext) as ConsoleDataProvider
  const { connected } = useLive()
  const [kept, setKept] = useStore<Record<string, Draft>>('threads-unsaved', {})
  const [value, setValue] = useState<Draft>(() => kept[row.id] ?? { text: draft?.text ?? '', kind: draft?.kind ?? 'reply', seenMessageId: draft ? draft.seenMessageId : lastPatientMessageId })
  const [saved, setSaved] = useState({ text: draft?.text ?? '', kind: draft?.kind ?? 'reply', at: draft?.savedAt ?? null })
  const [failed, setFailed] = useState(false)
  const flight = useRef<Promise<unknown>>(Promise.resolve())
  // A ready text being looked for is no draft.
  const isHalf = /(^|\n)\/[^\n]*$/.test(value.text)
  const isDirty = !isHalf && (value.text !== saved.text || (value.kind !== saved.kind && value.text !== ''))

  const save = async (what: Draft) => {
    const going = dataProvider.command<z.infer<typeof draftAnswer>>({ path: `/message-threads/${encodeURIComponent(row.id)}/save-draft`, body: what }, { key: crypto.randomUUID() })
    flight.current = going.catch(() => undefined)
    const { data } = await going
    setSaved({ text: what.text, kind: what.kind, at: data.draft?.savedAt ?? null })
    setFailed(false)
  }
  const leaving = useRef({ value, isDirty, save, kept, setKept })
  useEffect(() => {
    leaving.current = { value, isDirty, save, kept, setKept }
  })
  useEffect(() => {
    if (!isDirty) return
    const timer = setTimeout(() => void leaving.current.save(value).catch(() => setFailed(true)), failed ? AGAIN_AFTER : PAUSE)
    return () => clearTimeout(timer)
  }, [value, isDirty, failed, connected])
  useEffect(() => () => {
    const { value: last, isDirty: unsaved, save: keep, kept: others, setKept: putBy } = leaving.current
    if (unsaved) void keep(last).catch(() => putBy({ ...others, [row.id]: last }))
    else if (others[row.id]) putBy(Object.fromEntries(Object.entries(others).filter(([id]) => id !== row.id)))
  }, [row.id])

  return {
    value, setValue, isDirty, failed, savedAt: saved.at,
    /** What was sent is no draft any more; a save under way is waited for, so that it cannot come back. */
    settle: () => flight.current,
    forget: () => {
      setValue({ ...value, text: '' })
      setSaved({ text: '', kind: value.kind, at: null })
    },
  }
}
