import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ThreadEntry } from '#domain/contracts/messages.ts'
import { Picture } from '#client/messages/Picture.tsx'
import { fetchFile } from '#client/layout/fetch-file.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { sizeText } from '#client/ui/format.ts'
import { Icon } from '#client/ui/Icon.tsx'

/** Files that came with a message: name, kind and size; the bytes come from the portal when somebody asks for them. */
export function Attachments({ of }: { of: ThreadEntry['attachments'] }) {
  const translate = useTranslate()
  const [fault, setFault] = useState<unknown>(null)
  const [shown, setShown] = useState<string | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  if (of.length === 0) return null
  const get = async (id: string, name: string) => {
    setBusy(id)
    setFault(null)
    await fetchFile(`/message-attachments/${encodeURIComponent(id)}/content`, name).catch(setFault)
    setBusy(null)
  }
  return (
    <Box component="ul" aria-label={translate('messages.attachments')} sx={{ display: 'grid', gap: 0.75, mt: 1 }}>
      {of.map(({ id, name, mediaType, bytes, showsAsImage }) => (
        <Box component="li" key={id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', typography: 'table' }}>
          <Icon name="table" size={16} />
          <Box component="span" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{name}</Box>
          <Box component="span" sx={{ color: 'ink2' }}>{mediaType} · {sizeText(bytes)}</Box>
          {showsAsImage ? <Button size="small" onClick={() => setShown(shown === id ? null : id)} aria-expanded={shown === id} aria-label={`${translate(shown === id ? 'messages.hide_picture' : 'messages.show_picture')} ${name}`}>{translate(shown === id ? 'messages.hide_picture' : 'messages.show_picture')}</Button> : null}
          <Button size="small" disabled={busy === id} onClick={() => void get(id, name)} aria-label={translate('messages.download', { name })}>{translate('messages.get_file')}</Button>
          {shown === id ? <Picture id={id} name={name} /> : null}
        </Box>
      ))}
      {fault ? <li><Failure error={fault} onRetry={() => setFault(null)} /></li> : null}
    </Box>
  )
}
