import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useLocale, useTranslate } from 'ra-core'
import { useId, type KeyboardEvent } from 'react'
import type { ThreadAnswer } from '#domain/contracts/messages.ts'
import { LONGEST_MESSAGE } from '#domain/contracts/messages.ts'
import { refusalOf } from '#domain/reasons.ts'
import { AskReaders } from '#client/messages/AskReaders.tsx'
import { CannedList } from '#client/messages/CannedList.tsx'
import { ComposerNotes } from '#client/messages/ComposerNotes.tsx'
import { Readers } from '#client/messages/Readers.tsx'
import { useCanned } from '#client/messages/use-canned.ts'
import type { Composing, Leaves } from '#client/messages/use-composer.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'
import { useKeys } from '#client/ui/keys.ts'

const Text = styled('textarea')(({ theme: { vars } }) => ({
  width: '100%', border: 0, resize: 'none', padding: 0, color: vars.palette.ink, backgroundColor: 'transparent', fieldSizing: 'content', minHeight: 44, maxHeight: 220,
  '&:focus-visible': { outline: 'none' }, '&::placeholder': { color: vars.palette.ink3, opacity: 1 },
  '@media (pointer: coarse)': { fontSize: '1rem', minHeight: 96 },
}))

type ComposerProps = { thread: ThreadAnswer; composer: Composing; onWrite: (kind: 'reply' | 'note') => void }

/** The box to write in: to whom and who reads it, the text with its fields, and the ways to send it. */
export function Composer({ thread, composer, onWrite }: ComposerProps) {
  const translate = useTranslate()
  const language = useLocale() === 'es' ? 'es' : 'en'
  const id = useId()
  const { row, context, may } = thread
  const { value, acts, boxRef, isCannedAsk } = composer
  const isNote = value.kind === 'note'
  const canned = useCanned(thread, composer)
  const main: Leaves = composer.closes ? 'resolved' : 'open'
  const given = row.patient?.name.split(' ')[0] ?? translate('messages.the_patient')
  const [field] = composer.missing
  const mayWait = !isNote && may.wait === null
  useKeys([
    { keys: 'ctrl+enter', group: 'act', label: isNote ? 'messages.key.keep_note' : 'messages.key.send', run: () => composer.send(main) },
    ...(mayWait ? [{ keys: 'alt+w', group: 'act' as const, label: 'messages.key.reply_wait', run: () => composer.send('waiting') }] : []),
  ])
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isCannedAsk && canned.takesKey(event)) return
    const [first] = composer.missing
    if (event.key === 'Tab' && !event.shiftKey && first !== undefined && !isOn(event.currentTarget, first)) {
      event.preventDefault()
      composer.selectField(first)
    }
  }
  return (
    <Box sx={{ minWidth: 0 }}>
      <ComposerNotes composer={composer} />
      {isCannedAsk ? <CannedList id={`${id}-canned`} canned={canned} /> : null}
      <Box
        sx={{
          bgcolor: isNote ? 'dueSoft' : 'surface', border: '1px solid', borderColor: 'line2', borderRadius: 1.25, px: 2, py: 1.25, display: 'grid', gap: 1,
          '&:focus-within': { outline: '2px solid', outlineColor: 'accent', outlineOffset: -1 },
        }}
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, typography: 'table', color: 'ink2' }}>
          <Box component="label" htmlFor={id} sx={{ fontWeight: 600 }}>{isNote ? translate('messages.staff_only') : translate('messages.reply_to', { name: given })}</Box>
          {isNote ? <span>{translate('messages.note_unseen')}</span> : <LanguageOf languages={context.messageLanguages} />}
          <Box component="span" role="status" sx={{ marginInlineStart: 'auto', color: composer.failed ? 'due' : undefined }}>
            {composer.failed ? translate('messages.draft_waits') : composer.savedAt && !composer.isDirty ? <>{translate('messages.draft_saved')} <Moment at={composer.savedAt} /></> : null}
          </Box>
        </Box>
        {isNote ? null : (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, justifyContent: 'space-between', alignItems: 'center' }}>
            <Readers readers={composer.readers.readers} audience={row.audience} />
            {composer.isFlagged ? null : (
              <Box component="label" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', typography: 'table', minHeight: 24, accentColor: 'var(--pd-palette-accent)', cursor: 'pointer' }}>
                <input type="checkbox" checked={composer.closes} onChange={(event) => composer.setCloses(event.target.checked)} style={{ width: 16, height: 16, margin: 0 }} />
                {translate('messages.then_close')}
              </Box>
            )}
          </Box>
        )}
        <Text
          id={id} ref={boxRef} value={value.text} rows={2} maxLength={LONGEST_MESSAGE} spellCheck
          placeholder={translate(isNote ? 'messages.write_note' : 'messages.write_reply')}
          {...(isCannedAsk ? { 'aria-autocomplete': 'list' as const, 'aria-controls': `${id}-canned`, 'aria-activedescendant': canned.active ? `${id}-canned-${canned.active.id}` : undefined } : {})}
          onChange={(event) => composer.type(event.target.value)} onKeyDown={onKeyDown}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {field === undefined ? (
            <Button variant="contained" disabled={acts.pending} onClick={() => composer.send(main)}>
              {translate(isNote ? 'messages.keep_note' : 'messages.reply_next')} <KeyCap keys="ctrl+enter" />
            </Button>
          ) : <RefusedButton above why={refusalOf('CANNED_FIELD_EMPTY', language, { field })}>{translate('messages.reply_next')}</RefusedButton>}
          {mayWait && field === undefined ? <Button disabled={acts.pending} onClick={() => composer.send('waiting')}>{translate('messages.reply_wait')} <KeyCap keys="alt+w" /></Button> : null}
          <Box sx={{ flex: 1 }} />
          {isNote
            ? <TextButton type="button" onClick={() => (may.reply === null ? onWrite('reply') : composer.close())}>{translate(may.reply === null ? 'messages.to_reply' : 'ui.leave_it')}</TextButton>
            : may.note ? null : <TextButton type="button" onClick={() => onWrite('note')}>{translate('messages.staff_note')}</TextButton>}
        </Box>
      </Box>
      {composer.asking ? <AskReaders composer={composer} /> : null}
    </Box>
  )
}

function LanguageOf({ languages }: { languages: readonly string[] }) {
  const translate = useTranslate()
  if (languages.length !== 1 || languages[0] !== 'en') return null
  return <span>{translate('messages.in_english')}</span>
}

/** Whether the field is what is chosen in the text: then Tab leaves the text as everywhere. */
function isOn(text: HTMLTextAreaElement, field: string): boolean {
  return text.value.slice(text.selectionStart, text.selectionEnd) === `{${field}}`
}
