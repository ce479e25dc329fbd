import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { StateChip } from '#client/ui/StateChip.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import type { RuleNote } from '#domain/portals/provenance.ts'

/** A rule's id, where it comes from, which law it cites, when it was last legally read, and what is known against it. */
export function RuleNoteLine({ note }: { note: RuleNote }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const sources = note.sources.map((source) => translate(`portals.source.${source}`)).join(', ')
  const read = note.lastLegallyReviewedOn
    ? translate('portals.read_on', { date: dateText(note.lastLegallyReviewedOn, locale) })
    : translate('portals.never_read')
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, typography: 'table', color: 'ink2' }}>
      <Box component="strong" sx={{ fontWeight: 600, color: 'ink' }}>
        {note.rule}
      </Box>
      <span>{sources}</span>
      {note.citedLaw ? <span>{note.citedLaw}</span> : null}
      <span>{read}</span>
      {note.stricterThanCitedLaw ? <StateChip state="due">{translate('portals.stricter')}</StateChip> : null}
      {note.findings.map((finding) => (
        <StateChip key={finding} state="due">
          {translate(`portals.finding.${finding}`)}
        </StateChip>
      ))}
    </Box>
  )
}
