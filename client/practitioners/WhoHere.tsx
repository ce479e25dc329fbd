import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { PractitionerLine } from '#domain/contracts/practitioners.ts'

/** Which colleague a practitioner is, and how that is known. */
export function WhoHere({ line }: { line: Pick<PractitionerLine, 'staffName' | 'matchedHow'> }) {
  const translate = useTranslate()
  const how = line.matchedHow ? translate(`practitioners.how.${line.matchedHow}`) : translate('practitioners.not_known')
  if (line.staffName === null) return <Box component="span" sx={{ color: 'ink2' }}>{how}</Box>
  return (
    <span>
      {line.staffName} <Box component="span" sx={{ typography: 'table', color: 'ink3' }}>{how}</Box>
    </span>
  )
}
