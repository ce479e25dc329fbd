import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { Composing } from '#client/messages/use-composer.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Note } from '#client/ui/Note.tsx'

/** What stands between a text and its sending: a new message, an empty field, emergency wording, a refusal. */
export function ComposerNotes({ composer }: { composer: Composing }) {
  const translate = useTranslate()
  const { missing, hasNews, acts, isFlagged, hasText, value } = composer
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 1, '&:empty': { display: 'none' } }}>
      {hasNews ? (
        <Note icon="mail" tone="due" live action={<Button size="small" onClick={composer.seeNews}>{translate('messages.have_read')}</Button>}>
          {translate('messages.new_message')}
        </Note>
      ) : null}
      {isFlagged && hasText && value.kind === 'reply' ? <Note icon="flag" tone="late">{translate('messages.flag_stays')}</Note> : null}
      {missing.length > 0 ? (
        <Note icon="due" tone="due" live>
          {translate('messages.to_fill', { smart_count: missing.length })}{' '}
          {missing.map((name) => (
            <Box
              component="button" type="button" key={name} onClick={() => composer.selectField(name)}
              sx={{ all: 'unset', cursor: 'pointer', display: 'inline-flex', alignItems: 'center', minHeight: 24, marginInlineEnd: 0.75, px: 0.75, border: '1px dashed', borderColor: 'due', borderRadius: 0.75, color: 'due', bgcolor: 'surface', '&:focus-visible': { outline: '2px solid', outlineOffset: 2 } }}
            >
              {name}
            </Box>
          ))}
        </Note>
      ) : null}
      {acts.fault && !hasNews ? (
        <Box sx={{ bgcolor: 'surface', border: '1px solid', borderColor: 'line', borderRadius: 1 }}>
          <CommandFault fault={acts.fault} onRetry={() => composer.send(composer.closes ? 'resolved' : 'open')} />
          <Box sx={{ px: 2, pb: 1, typography: 'table', color: 'ink2', display: 'flex', gap: 0.75, alignItems: 'center' }}><Icon name="ok" size={14} /> {translate('messages.text_safe')}</Box>
        </Box>
      ) : null}
    </Box>
  )
}
