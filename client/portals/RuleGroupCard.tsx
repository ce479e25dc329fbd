import Box from '@mui/material/Box'
import { useLocale, useTranslate } from 'ra-core'
import { parameterWords, valueWords } from '#client/portals/policy-words.ts'
import { RuleNoteLine } from '#client/portals/RuleNoteLine.tsx'
import { parametersOf } from '#client/ui/parameters.ts'
import { Card } from '#client/ui/Card.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import type { RuleGroup } from '#domain/portals/policy.ts'
import type { RuleNote } from '#domain/portals/provenance.ts'

type RuleGroupCardProps = { group: RuleGroup; rules: { notes: readonly RuleNote[] } }

/** One group of rules: its parameters in words, then each rule's source and findings. */
export function RuleGroupCard({ group, rules }: RuleGroupCardProps) {
  const translate = useTranslate()
  const language = useLocale() === 'es' ? 'es' : 'en'
  const { notes, ...parameters } = rules
  return (
    <Card title={translate(`portals.group.${group}`)}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box sx={{ typography: 'table' }}>
          <Facts
            facts={parametersOf(parameters).map(({ name, value }) => ({ key: name, name: parameterWords(name, language), value: valueWords(value, language) }))}
          />
        </Box>
        <Box component="ul" sx={{ display: 'grid', gap: 0.75 }}>
          {notes.map((note) => (
            <RuleNoteLine key={note.rule} note={note} />
          ))}
        </Box>
      </Box>
    </Card>
  )
}
