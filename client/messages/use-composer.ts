import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { ReadersAnswer, ThreadAnswer } from '#domain/contracts/messages.ts'
import { emptyFieldIn, fieldsOf } from '#domain/messages/canned.ts'
import type { Audience } from '#domain/messages/words.ts'
import { useDraft } from '#client/messages/use-draft.ts'
import { useThreadActs } from '#client/messages/use-thread-acts.ts'
import { useRead } from '#client/layout/use-read.ts'

export type Leaves = 'resolved' | 'waiting' | 'open'
type Sending = { next: { nextIn: object }; onSent: (nextId: string | null) => void }

/**
 * What one writes in a thread, and the ways it can be sent: never on a message that was not seen, never with an empty field, never to
 * people who were not named, and to the proxy of a 12- to 17-year-old only when that was asked.
 */
export function useComposer(thread: ThreadAnswer, { next, onSent }: Sending) {
  const { row, may, lastPatientMessageId, flag } = thread
  const queryClient = useQueryClient()
  const draft = useDraft(thread)
  const { value, setValue } = draft
  const acts = useThreadActs(row)
  const box = useRef<HTMLTextAreaElement>(null)
  const boxRef = useCallback((element: HTMLTextAreaElement | null) => {
    box.current = element
  }, [])
  const [cannedId, setCannedId] = useState<string | null>(null)
  const [asking, setAsking] = useState<Leaves | null>(null)
  const [closes, setCloses] = useState(true)
  const [isOpen, setOpen] = useState(value.text !== '' && value.kind === 'note')
  const readers = useReaders(thread, may.reply === null && value.kind === 'reply' && value.text !== '')
  const isFlagged = flag !== null && flag.settled === null

  const hasText = value.text.trim() !== ''
  const { before, asked } = slashOf(value.text)
  const isCannedAsk = value.kind === 'reply' && asked !== null
  const missing = value.kind === 'reply' ? fieldsOf(value.text).map(({ name }) => name) : []
  const hasNews = value.kind === 'reply' && hasText && value.seenMessageId !== lastPatientMessageId

  const type = (text: string) => setValue({ ...value, text, seenMessageId: value.text.trim() === '' ? lastPatientMessageId : value.seenMessageId })
  const focus = () => setTimeout(() => box.current?.focus())
  const write = (kind: 'reply' | 'note') => {
    setOpen(true)
    setValue({ ...value, kind })
    focus()
  }
  const selectField = (name: string | null = emptyFieldIn(value.text)) => {
    const place = name === null ? -1 : value.text.indexOf(`{${name}}`)
    box.current?.focus()
    if (place >= 0) box.current?.setSelectionRange(place, place + (name ?? '').length + 2)
  }

  const sendReply = async (leaves: Leaves, audience: Audience, confirmed: boolean) => {
    await draft.settle()
    const answer = await acts.act('reply', {
      text: value.text.trim(), seenMessageId: value.seenMessageId, readersConfirmed: confirmed, audience, leaves, ...next,
      ...(audience === 'all-who-may' ? { readersSeen: readers.fingerprint } : {}), ...(cannedId === null ? {} : { cannedReplyId: cannedId }),
    })
    setAsking(null)
    if (!answer) return void queryClient.invalidateQueries({ queryKey: ['message-readers'] })
    draft.forget()
    setCannedId(null)
    if (leaves !== 'waiting') onSent(answer.next)
  }
  const sendNote = async () => {
    await draft.settle()
    if (!await acts.actAnyway('note', { text: value.text.trim() })) return
    draft.forget()
    setOpen(false)
    setValue({ text: '', kind: 'reply', seenMessageId: lastPatientMessageId })
  }
  /** Sends what is written, or stops where something has to be seen, filled or decided first. */
  const send = (leaves: Leaves) => {
    if (!hasText || isCannedAsk || acts.pending) return focus()
    if (value.kind === 'note') return void sendNote()
    if (missing.length > 0) return selectField(missing[0])
    if (hasNews) return
    if (readers.ask) return setAsking(leaves)
    void sendReply(leaves, row.audience, false)
  }
  return {
    ...draft, boxRef, cannedText: asked ?? '', acts, type, write, send, selectField, hasText, isCannedAsk, missing, hasNews, readers, isOpen, closes: closes && !isFlagged, isFlagged, setCloses,
    asking, answer: (audience: Audience) => { if (asking) void sendReply(asking, audience, true) }, stopAsking: () => setAsking(null),
    /** What one has typed is put aside for a staff note or taken up again; nothing is lost. */
    close: () => setOpen(false),
    seeNews: () => setValue({ ...value, seenMessageId: lastPatientMessageId }),
    openCanned: () => {
      setOpen(true)
      if (asked === null) setValue({ ...value, kind: 'reply', text: value.text.trim() === '' ? '/' : `${value.text.trimEnd()}\n/`, seenMessageId: hasText ? value.seenMessageId : lastPatientMessageId })
      focus()
    },
    putIn: (id: string, text: string) => {
      setCannedId(id)
      setValue({ ...value, text: `${before}${text}` })
      const place = before.length + text.indexOf('{')
      setTimeout(() => {
        box.current?.focus()
        if (place >= before.length) box.current?.setSelectionRange(place, before.length + text.indexOf('}') + 1)
      })
    },
  }
}
export type Composing = ReturnType<typeof useComposer>

/** What is asked for after a slash at the beginning of the last line, and the text before it. */
function slashOf(text: string): { before: string; asked: string | null } {
  const begins = text.lastIndexOf('\n') + 1
  const line = text.slice(begins)
  return line.startsWith('/') ? { before: text.slice(0, begins), asked: line.slice(1) } : { before: text, asked: null }
}

/** Who reads an answer now: as the thread was opened, and asked again once somebody writes one. */
function useReaders({ row, readers }: ThreadAnswer, enabled: boolean): ReadersAnswer {
  const body = { threadId: row.id, audience: row.audience }
  const { data } = useRead<ReadersAnswer>('message-readers', { path: '/message-threads/readers', body }, enabled, ['messages', 'proxy-grants'], [row.id])
  return data ?? readers
}
