import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { Canned } from '#client/messages/use-canned.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'

type Filled = NonNullable<Canned['filled']>

/** The stretches of a text, each with where it begins. */
function partsOf(filled: Filled | null): { part: Filled['parts'][number]; from: number }[] {
  let from = 0
  return (filled?.parts ?? []).map((part) => {
    const begins = from
    from += part.text.length
    return { part, from: begins }
  })
}

/** Texts written once and used often, beside the chosen one as it will stand in the answer. */
export function CannedList({ id, canned }: { id: string; canned: Canned }) {
  const translate = useTranslate()
  const { shown, active, filled, fits, of } = canned
  return (
    <Box sx={{ mb: 1, bgcolor: 'surface', border: '1px solid', borderColor: 'line', borderRadius: 1.25, boxShadow: '0 4px 12px rgb(0 0 0 / 0.12)', overflow: 'clip' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', px: 2, py: 1, typography: 'table', color: 'ink2', borderBottom: '1px solid', borderColor: 'line' }}>
        <Box role="status" sx={{ flex: 1 }}>{canned.isThere ? translate(of === 0 ? 'messages.no_canned' : 'messages.canned_fit', { fits, of }) : ''}</Box>
        <KeyCap keys="up" /> <KeyCap keys="down" /> {translate('messages.choose_canned')} <KeyCap keys="enter" /> {translate('messages.put_in')}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 2fr) minmax(0, 3fr)' } }}>
        <Box component="ul" id={id} role="listbox" aria-label={translate('messages.canned')} sx={{ maxHeight: 216, overflowY: 'auto' }}>
          {shown.map((reply, place) => (
            <Box
              component="li" role="option" key={reply.id} id={`${id}-${reply.id}`} aria-selected={reply.id === active?.id}
              onMouseEnter={() => canned.choose(place)} onMouseDown={(event) => { event.preventDefault(); canned.put() }}
              sx={{ px: 2, py: 0.75, cursor: 'pointer', bgcolor: reply.id === active?.id ? 'accentSoft' : 'transparent' }}
            >
              <Box sx={{ fontWeight: 500 }}>{reply.title}</Box>
              <Box sx={{ typography: 'table', color: 'ink2' }}>{translate('messages.used', { smart_count: reply.uses })}</Box>
            </Box>
          ))}
        </Box>
        {active ? (
          <Box sx={{ px: 2, py: 1, borderInlineStart: { sm: '1px solid' }, borderColor: { sm: 'line' }, maxHeight: 216, overflowY: 'auto' }}>
            <Box sx={{ whiteSpace: 'pre-wrap', minHeight: 40 }}>
              {partsOf(filled).map(({ part, from }) => (part.field === null ? part.text : (
                <Box
                  component="span" key={from}
                  sx={{ px: 0.5, borderRadius: 0.5, ...(part.missing ? { border: '1px dashed', borderColor: 'due', color: 'due', bgcolor: 'dueSoft' } : { bgcolor: 'accentSoft' }) }}
                >
                  {part.text}
                </Box>
              )))}
            </Box>
            {filled && filled.missing.length > 0 ? (
              <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', mt: 0.5, typography: 'table', color: 'due' }}>
                <Icon name="due" size={14} /> {translate('messages.to_fill_later', { smart_count: filled.missing.length })}
              </Box>
            ) : null}
          </Box>
        ) : null}
      </Box>
    </Box>
  )
}
