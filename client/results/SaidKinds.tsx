import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { TestAsked, TestKindsAnswer } from '#domain/contracts/test-kinds.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Moment } from '#client/ui/Moment.tsx'

type Said = TestKindsAnswer['said'][number]
type SaidKindsProps = { said: readonly Said[]; onSay: ((asked: TestAsked) => void) | null }

/** What was said of each test, the version in force first: who, why, from when, and what became of the results. */
export function SaidKinds({ said, onSay }: SaidKindsProps) {
  const translate = useTranslate()
  if (said.length === 0) return <EmptyState kind="nothing-found" title={translate('results.said_none')} />
  return (
    <ul>
      {said.map((one) => (
        <Box component="li" key={`${one.by} ${one.key}`} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', px: 2, py: 1, borderTop: '1px solid', borderColor: 'line' }}>
          <Box sx={{ flex: 1, minWidth: 220 }}>
            <Box><Box component="span" sx={{ fontWeight: 500 }}>{one.label}</Box> <Box component="span" sx={{ typography: 'table', color: 'ink2' }}>{translate(`results.known_by.${one.by}`)}</Box></Box>
            <Box component="ol" sx={{ display: 'grid', gap: 0.75, mt: 0.5 }}>
              {one.versions.map((version, place) => <Version key={version.number} version={version} isNow={place === 0} />)}
            </Box>
          </Box>
          {onSay ? <Button size="small" aria-label={`${translate('results.say_change')} ${one.label}`} onClick={() => onSay(testOf(one))}>{translate('results.say_change')}</Button> : null}
        </Box>
      ))}
    </ul>
  )
}

function Version({ version, isNow }: { version: Said['versions'][number]; isNow: boolean }) {
  const translate = useTranslate()
  const { category, number, saidByName, fromAt, reason, appliedAt, changed, leftOut } = version
  return (
    <Box component="li" sx={isNow ? {} : { color: 'ink2', typography: 'table' }}>
      <Box component="span" sx={{ fontWeight: isNow ? 500 : 400 }}>{category === null ? translate('results.by_lists') : translate(`results.category.${category}`)}</Box>
      {' · '}{translate('results.version', { number })}{' · '}{saidByName}, <Moment at={fromAt} />: {reason}
      <Box sx={{ typography: 'small', color: 'ink2' }}>{appliedAt === null ? translate('results.applying') : [translate('results.applied', { smart_count: changed }), leftOut > 0 ? translate('results.left_out', { smart_count: leftOut }) : ''].filter(Boolean).join(' ')}</Box>
    </Box>
  )
}

/** The test that a key stands for. */
function testOf({ by, key, label }: Said): TestAsked {
  if (by === 'name') return { by, name: label }
  const at = key.indexOf('|')
  return { by, code: key.slice(at + 1), system: at < 0 ? null : key.slice(0, at), name: label }
}
