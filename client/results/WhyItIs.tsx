import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import type { ReleaseState, ResultAnswer } from '#domain/contracts/results.ts'
import { Part } from '#client/results/Part.tsx'
import { useSpoken } from '#client/results/use-spoken.ts'

/** Why a result stands where it stands, for the patient and, where it differs, for representatives: sentence, rule, source. */
export function WhyItIs({ result }: { result: ResultAnswer }) {
  const translate = useTranslate()
  const { forPatient, forRepresentatives } = result
  const differs = forRepresentatives.sentence !== forPatient.sentence
  return (
    <Part title={translate(forPatient.state === 'visible' ? 'results.why_shown' : forPatient.state === 'blocked' ? 'results.why_blocked' : 'results.why_waits')}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {differs ? <Box sx={{ typography: 'small', color: 'ink2' }}>{translate('results.for_patient')}</Box> : null}
        <Reason state={forPatient} />
        {differs ? <><Box sx={{ typography: 'small', color: 'ink2' }}>{translate('results.for_representatives')}</Box><Reason state={forRepresentatives} /></> : null}
      </Box>
    </Part>
  )
}

function Reason({ state }: { state: ReleaseState }) {
  const translate = useTranslate()
  const said = useSpoken()
  const source = state.sources.map((one) => translate(`portals.source.${one}`)).join(', ')
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <p>{said(state.sentence)}</p>
      <Box sx={{ typography: 'small', color: 'ink2' }}>
        {[translate('ui.rule', { rule: state.rule }), state.policyVersion === null ? null : translate('results.policy_version', { version: state.policyVersion }), source, state.citedLaw].filter(Boolean).join(' · ')}
      </Box>
      {state.stricterThanCitedLaw ? <Box sx={{ typography: 'small', color: 'due', fontWeight: 500 }}>{translate('results.stricter')}</Box> : null}
      {state.findings.map((one) => <Box key={one} sx={{ typography: 'small', color: 'ink2' }}>{translate(`portals.finding.${one}`)}</Box>)}
    </Box>
  )
}
