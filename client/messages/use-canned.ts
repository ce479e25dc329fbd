import { useState, type KeyboardEvent } from 'react'
import type { CannedReply, FilledAnswer } from '#domain/contracts/message-settings.ts'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { useRead } from '#client/layout/use-read.ts'
import type { Composing } from '#client/messages/use-composer.ts'

const SHOWN = 6

/** The texts that fit what stands after the slash, the chosen one with its fields filled for this thread, and the keys that choose. */
export function useCanned({ row }: ThreadAnswer, composer: Composing) {
  const [place, setPlace] = useState(0)
  const { isCannedAsk, cannedText } = composer
  const { data } = useRead<CannedReply[]>('canned-replies', { path: '/canned-replies' }, isCannedAsk)
  const typed = cannedText.trim().toLocaleLowerCase()
  const all = (data ?? []).filter(({ retired }) => !retired)
  const fit = all.filter(({ title, text }) => typed === '' || title.toLocaleLowerCase().includes(typed) || text.toLocaleLowerCase().includes(typed))
    .toSorted((a, b) => b.uses - a.uses || a.title.localeCompare(b.title))
  const shown = fit.slice(0, SHOWN)
  const at = Math.min(place, Math.max(0, shown.length - 1))
  const active = isCannedAsk ? shown[at] ?? null : null
  const { data: filled } = useRead<FilledAnswer>('canned-fill', { path: `/canned-replies/${active?.id ?? ''}/fill`, body: { threadId: row.id } }, active !== null)
  const put = () => {
    if (active && filled) composer.putIn(active.id, filled.text)
  }
  const takesKey = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setPlace(Math.max(0, Math.min(shown.length - 1, at + step)))
    else if (event.key === 'Enter' && active) put()
    else return false
    event.preventDefault()
    return true
  }
  return { shown, active, filled: filled ?? null, fits: fit.length, of: all.length, choose: setPlace, put, takesKey, isThere: data !== undefined }
}
export type Canned = ReturnType<typeof useCanned>
