import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { MatrixAnswer, MatrixColumn } from '#domain/contracts/proxy-access.ts'
import { localDateOf } from '#domain/time.ts'
import { shortDate } from '#client/proxy-access/dates.ts'
import { Initials } from '#client/proxy-access/Initials.tsx'
import { looksOfStates } from '#client/proxy-access/states.ts'
import type { Leaf } from '#client/proxy-access/matrix-rows.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { serverNow } from '#client/ui/ticking.ts'

const line = { px: 1.25, textAlign: 'left', fontWeight: 400, borderInlineStart: '1px solid', borderColor: 'line' } as const

/** Two lines of headings: who, and on which day. */
export function MatrixHead({ matrix, leaves, corner }: { matrix: MatrixAnswer; leaves: readonly Leaf[]; corner: ReactNode }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const persons = leaves.filter(({ when }) => when !== 'second')
  const days = matrix.with === null ? 1 : 2
  const today = matrix.atOn
  const dayOf = ({ when }: Leaf) => {
    if (when === 'held') return translate('access.any_date')
    if (when === 'second') return translate('access.from_day', { day: shortDate(matrix.withOn ?? today, today, locale) })
    const isToday = matrix.atOn === localDateOf(serverNow(), matrix.timeZone)
    return isToday ? translate('access.today') : translate('access.on_day', { day: shortDate(today, today, locale) })
  }
  return (
    <Box component="thead">
      <tr>
        <Box component="td" sx={{ position: 'sticky', left: 0, bgcolor: 'surface', zIndex: 1, px: 1.25, borderBottom: '0 !important' }}>
          {corner}
        </Box>
        {persons.map((leaf) => (
          <Box component="th" key={leaf.person} scope="colgroup" colSpan={leaf.when === 'held' ? 1 : days} sx={{ ...line, py: 1.25, borderBottom: '0 !important' }}>
            {leaf.person === 'own' ? <Person name={translate('access.own')} under={translate('access.own_account')} /> : <PersonOf column={matrix.columns[leaf.person]} />}
          </Box>
        ))}
      </tr>
      <tr>
        <Box component="th" scope="col" sx={{ px: 2, py: 0.75, textAlign: 'left', fontWeight: 500, position: 'sticky', left: 0, bgcolor: 'surface', zIndex: 1 }}>
          {translate('access.as_portal')}
        </Box>
        {leaves.map((leaf) => (
          <Box component="th" key={`${leaf.person}-${leaf.when}`} scope="col" sx={{ ...line, py: 0.75, color: 'ink2', whiteSpace: 'nowrap' }}>
            {dayOf(leaf)}
          </Box>
        ))}
      </tr>
    </Box>
  )
}

function PersonOf({ column }: { column: MatrixColumn | undefined }) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  if (!column) return null
  const waits = column.state && column.state !== 'active' ? looksOfStates[column.state] : null
  const asked = column.held && column.sinceOn ? translate('access.asked_on', { day: shortDate(column.sinceOn, column.sinceOn, locale) }) : null
  const under = asked ?? [translate(`access.relationship.${column.relationship}`), column.levelName].filter(Boolean).join(' · ')
  return (
    <Person
      name={column.name}
      under={
        <>
          {under}
          {waits && column.state && !column.held ? (
            <Box component="span" sx={{ display: 'flex', gap: 0.5, alignItems: 'center', color: waits.color }}>
              <Icon name={waits.icon} size={14} />
              {translate(`access.state.${column.state}`)}
            </Box>
          ) : null}
        </>
      }
    />
  )
}

function Person({ name, under }: { name: string; under: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <Initials name={name} />
      <span>
        <Box component="span" sx={{ display: 'block', fontWeight: 600, color: 'ink' }}>
          {name}
        </Box>
        <Box component="span" sx={{ display: 'block', color: 'ink2' }}>
          {under}
        </Box>
      </span>
    </Box>
  )
}
