import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { RuleNoteLine } from '#client/portals/RuleNoteLine.tsx'
import { parametersOf } from '#client/ui/parameters.ts'
import { Card } from '#client/ui/Card.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import type { RuleGroup } from '#domain/portals/policy.ts'
import type { RuleNote } from '#domain/portals/provenance.ts'

type RuleGroupCardProps = { group: RuleGroup; rules: { notes: readonly RuleNote[] } }

/** One group of rules: its parameters under the names of the policy data, then each rule's source and findings. */
export function RuleGroupCard({ group, rules }: RuleGroupCardProps) {
  const translate = useTranslate()
  const { notes, ...parameters } = rules
  return (
    <Card title={translate(`portals.group.${group}`)}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Box lang="en" sx={{ typography: 'table' }}>
          <Facts facts={parametersOf(parameters).map(({ name, value }) => ({ key: name, name, value }))} />
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
