import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { MatchedKind } from '#domain/contracts/patients.ts'
import { needsSecondIdentifier } from '#domain/patients/opening.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'

/** Which identifiers matched what was typed: two with a tick, one with a triangle and "only". */
export function Matched({ matched }: { matched: readonly MatchedKind[] }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  if (matched.length === 0) return null
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' }).format(matched.map((one) => translate(`patients.matched.${one}`)))
  const isSure = !needsSecondIdentifier(matched)
  const words = isSure ? listed : translate('patients.matched.only', { what: listed })
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', typography: 'table', fontWeight: 550, color: isSure ? 'ok' : 'due' }}
    >
      <Icon name={isSure ? 'ok' : 'late'} size={14} />
      {words.charAt(0).toUpperCase() + words.slice(1)}
    </Box>
  )
}
