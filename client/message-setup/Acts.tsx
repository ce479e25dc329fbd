import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { TextButton } from '#client/ui/TextLink.tsx'

/** What can be done with a row, each named with what it is done to. */
export function Acts({ name, acts }: { name: string; acts: readonly { label: string; run: () => void }[] }) {
  const translate = useTranslate()
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 2, whiteSpace: 'nowrap' }}>
      {acts.map(({ label, run }) => <TextButton key={label} type="button" aria-label={`${translate(label)} ${name}`} onClick={run}>{translate(label)}</TextButton>)}
    </Box>
  )
}
