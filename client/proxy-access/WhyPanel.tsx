import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReactNode, Ref } from 'react'
import type { MatrixAnswer, WhyAnswer } from '#domain/contracts/proxy-access.ts'
import { exactText, shortDate } from '#client/proxy-access/dates.ts'
import type { GridCell, Leaf } from '#client/proxy-access/matrix-rows.ts'
import { bandText, verdictOf } from '#client/proxy-access/why-words.ts'
import { Card } from '#client/ui/Card.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { Say } from '#client/ui/Say.tsx'
import type { IconName } from '#client/ui/icon-paths.ts'

type WhyPanelProps = { matrix: MatrixAnswer; leaf: Leaf; shown: GridCell; rowName: string; panel: Ref<HTMLDivElement> }

/** Why a cell says what it says: verdict, age on that day, grant and basis, rule, source, and the sentence to say. */
export function WhyPanel({ matrix, leaf, shown, rowName, panel }: WhyPanelProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { why } = shown.cell
  const column = leaf.person === 'own' ? null : matrix.columns[leaf.person]
  const [at, on] = leaf.when === 'second' ? [matrix.with ?? matrix.at, matrix.withOn ?? matrix.atOn] : [matrix.at, matrix.atOn]
  const isNo = shown.cell.answer === 'no'
  const about = [column?.name ?? translate('access.own'), rowName, shortDate(on, matrix.atOn, locale)].join(' · ')
  return (
    <Card title={translate(isNo ? 'access.why_not' : 'access.why')} aside={about}>
      <Box ref={panel} tabIndex={-1} role="group" aria-label={`${translate('access.why')} ${about}`} sx={{ display: 'grid', gap: 1.25, outline: 'none' }}>
        <Box sx={{ display: 'flex', gap: 1.5 }}>
          <Box sx={{ pt: 0.25, display: 'inline-flex', color: isNo ? 'ink' : 'ok' }}>
            <Icon name={isNo ? 'minus' : 'tick'} />
          </Box>
          <div>
            <Box component="p" sx={{ typography: 'lead' }}>
              {verdictOf(matrix, leaf, shown, translate)}
            </Box>
            <Box component="p" sx={{ color: 'ink2' }}>
              {exactText(Date.parse(at), on, matrix.timeZone, locale)}
              {shown.changes ? `, ${translate('access.by_itself')}` : ''}
            </Box>
          </div>
        </Box>
        <Line icon="calendar">
          {translate('access.age_then')} <strong>{why.ageThen}</strong>
          {why.band ? `, ${translate('access.band', { band: bandText(why.band) })}` : ''}
        </Line>
        {why.grantId && why.basis ? <Line icon="family">{grantText(why, column?.sinceOn ?? null)}</Line> : null}
        <Line icon="scales">
          <strong>{why.rule}</strong> {why.message} {translate('access.source', { sources: why.sources.map((source) => translate(`portals.source.${source}`)).join(', ') })}
          {why.citedLaw ? ` · ${why.citedLaw}` : ''}
        </Line>
        {why.findingSentences.map((sentence) => (
          <Line key={sentence} icon="late" color="due">
            {sentence}
          </Line>
        ))}
        {why.say ? <Say>{why.say}</Say> : null}
      </Box>
    </Card>
  )

  function grantText({ basis, levelId }: WhyAnswer, sinceOn: string | null): string {
    const level = column?.levelName ?? levelId ?? ''
    const parts = [level, basis ? translate(`access.basis.${basis}`) : ''].filter(Boolean).join(', ')
    return translate(sinceOn ? 'access.grant_since' : 'access.grant_facts', { grant: parts, day: sinceOn ? shortDate(sinceOn, '', locale) : '' })
  }
}

function Line({ icon, color, children }: { icon: IconName; color?: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 1.25, typography: 'table', color: color ?? 'ink' }}>
      <Box sx={{ display: 'inline-flex', pt: 0.25 }}>
        <Icon name={icon} size={16} />
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{children}</Box>
    </Box>
  )
}
