import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useTranslate } from 'ra-core'
import { useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { phrases } from '#client/results/phrases.ts'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'

type CommentBoxProps = { name: string; isOut: boolean; value: string; onChange: (text: string) => void; box: RefObject<HTMLTextAreaElement | null> }

/** The clinician's words to the patient; `/` offers phrases. They show as an update under the result (R61). */
export function CommentBox({ name, isOut, value, onChange, box }: CommentBoxProps) {
  const translate = useTranslate()
  const id = useId()
  const [opener, setOpener] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  useKeys([
    { keys: 'r', group: 'act', label: 'results.key_comment', run: () => box.current?.focus() },
    { keys: '/', group: 'act', label: 'results.key_phrases', run: () => setOpen(true) },
  ])
  const put = (phrase: string) => {
    setOpen(false)
    onChange(value.trim() === '' ? phrase : `${value.trimEnd()} ${phrase}`)
    setTimeout(() => box.current?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== '/' || value !== '') return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <Box sx={{ border: '2px solid', borderColor: 'line2', borderRadius: 1.25, bgcolor: 'surface', '&:focus-within': { borderColor: 'accent' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: 1.5, pt: 0.75 }}>
        <Box component="label" htmlFor={id} sx={{ typography: 'small', fontWeight: 600 }}>{translate('results.comment_to', { name })}</Box>
        <Box sx={{ flex: 1, typography: 'small', color: 'ink2' }}>{translate(isOut ? 'results.comment_now' : 'results.comment_shows')}</Box>
        <Button ref={setOpener} size="small" variant="text" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(true)} sx={{ color: 'ink2' }}><KeyCap keys="/" /> {translate('results.phrases')}</Button>
      </Box>
      <Box
        component="textarea" ref={box} id={id} rows={3} maxLength={4000} value={value} onKeyDown={onKeyDown}
        onChange={(event) => onChange(event.target.value)}
        sx={{ display: 'block', width: '100%', border: 0, outline: 'none', resize: 'vertical', px: 1.5, py: 1, bgcolor: 'transparent', color: 'ink' }}
      />
      <Menu open={open} anchorEl={opener} onClose={() => setOpen(false)} transitionDuration={0}>
        {phrases.map((phrase) => <MenuItem key={phrase} lang="en" onClick={() => put(phrase)} sx={{ whiteSpace: 'normal', maxWidth: 480 }}>{phrase}</MenuItem>)}
      </Menu>
    </Box>
  )
}
