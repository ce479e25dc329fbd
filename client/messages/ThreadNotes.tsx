import { useTranslate } from 'ra-core'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { WaitsNote } from '#client/messages/WaitsNote.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Note } from '#client/ui/Note.tsx'

/** What whoever answers should know first: a portal that takes nothing, another language, a closed thread, a reply unread. */
export function ThreadNotes({ thread }: { thread: ThreadAnswer }) {
  const translate = useTranslate()
  const { row, context, resolved, entries } = thread
  const isSpanish = entries.some(({ kind, language }) => kind === 'message' && (language ?? '').startsWith('es')) || (row.language ?? '').startsWith('es')
  const unread = entries.findLast(({ delivery }) => delivery?.notReadSinceAt)
  return (
    <>
      {row.state === 'waiting' ? <WaitsNote thread={thread} /> : null}
      {context.portalTakesMessages ? null : <Note icon="blocked" tone="due">{translate('messages.no_portal', { portal: row.portalName })}</Note>}
      {isSpanish && !context.messageLanguages.includes('es') ? <Note icon="globe">{translate('messages.stays_english')}</Note> : null}
      {resolved ? (
        <Note icon="ok">
          {translate('messages.closed_as', { how: translate(`messages.disposition.${resolved.disposition}`), by: resolved.by })} <Moment at={resolved.at} />
          {resolved.because ? ` · ${resolved.because}` : ''}
        </Note>
      ) : null}
      {unread?.delivery?.notReadSinceAt ? <Note icon="unsaid" tone="due">{translate('messages.unread_since')} <Moment at={unread.at} />. {translate('messages.unread_then')}</Note> : null}
    </>
  )
}
