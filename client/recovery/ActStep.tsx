import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import type { CallDesk } from '#domain/contracts/recovery.ts'
import type { ActKind } from '#domain/recovery/words.ts'
import { actLabel, actsShown } from '#client/recovery/ladder-state.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

type ActStepProps = { desk: CallDesk; opens: boolean; filled: ActKind | null; onAct: (kind: ActKind) => void }

/** What can be done once it is proven. Closed acts keep their place and say why; what was done says when. */
export function ActStep({ desk, opens, filled, onAct }: ActStepProps) {
  const translate = useTranslate()
  const acts = actsShown(desk)
  const goesTo = acts.find(({ refusal, goesTo: to }) => refusal === null && to !== null)?.goesTo ?? null
  return (
    <>
      <Box component="ul" aria-label={translate('recovery.acts')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {acts.filter(({ kind }) => kind !== filled).map((one) => (
          <li key={one.kind}>
            {one.doneAt !== null ? (
              <Box sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', minHeight: 36, color: 'ok' }}>
                <Icon name="ok" size={16} /> <Box component="span" sx={{ color: 'ink' }}>{translate(`recovery.did.${one.kind}`)}, <Moment at={one.doneAt} /></Box>
              </Box>
            ) : one.refusal !== null || !opens ? (
              <RefusedButton above why={one.refusal ?? { message: translate('recovery.not_yours'), next: translate('recovery.not_yours_next'), rule: '' }}>{translate(actLabel(one.kind, desk))}</RefusedButton>
            ) : (
              <Button type="button" onClick={() => onAct(one.kind)}>{translate(actLabel(one.kind, desk))}{one.needsSecondPerson ? ` · ${translate('recovery.with_second')}` : ''}</Button>
            )}
          </li>
        ))}
      </Box>
      <Box sx={{ typography: 'table', color: 'ink2' }}>
        {desk.step === 'act' ? (goesTo ? translate('recovery.goes_to', { address: goesTo }) : translate('recovery.acts_open')) : translate('recovery.acts_closed')}
      </Box>
    </>
  )
}
