import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { fetchPicture } from '#client/layout/fetch-file.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

/** A picture of a message, fetched from the portal when somebody asks for it and drawn anew by the server; its name is what it is called. */
export function Picture({ id, name }: { id: string; name: string }) {
  const translate = useTranslate()
  const [address, setAddress] = useState<string | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isHere = true
    fetchPicture(`/message-attachments/${encodeURIComponent(id)}/picture`).then((found) => isHere && setAddress(found), (error: unknown) => isHere && setFault(error))
    return () => { isHere = false }
  }, [id, tries])
  const again = () => {
    setFault(null)
    setTries(tries + 1)
  }
  if (fault) return <Box sx={{ flexBasis: '100%' }}><Failure error={fault} onRetry={again} /></Box>
  if (!address) return <Box sx={{ flexBasis: '100%' }}><Waiting rows={3} /></Box>
  return (
    <Box component="figure" sx={{ m: 0, flexBasis: '100%', display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      <Box component="img" src={address} alt={name} sx={{ maxWidth: '100%', maxHeight: 480, borderRadius: 1, border: '1px solid', borderColor: 'line' }} />
      <Box component="figcaption" sx={{ typography: 'small', color: 'ink2' }}>{translate('messages.picture_anew')}</Box>
    </Box>
  )
}
