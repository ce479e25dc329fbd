import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { EnrollmentAnswer, ShownCode } from '#domain/contracts/enrollment.ts'
import { handOvers, type HandOver } from '#domain/enrollment/words.ts'
import { BackKey } from '#client/enroll/BackKey.tsx'
import { DeskCode } from '#client/enroll/DeskCode.tsx'
import { EmailHandOver } from '#client/enroll/EmailHandOver.tsx'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'
import { Card } from '#client/ui/Card.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { RefusedButton } from '#client/ui/RefusedButton.tsx'

const icons = { 'desk-code': 'qr', email: 'mail' } as const
type HandOverStepProps = {
  draft: EnrollmentAnswer
  command: DraftCommand
  /** The code as it was answered once; it lives on this screen and nowhere else. */
  shown: ShownCode | null
  onShown: (shown: ShownCode | null) => void
  onBack: () => void
}

/** How it is handed over: a code at the desk, or an e-mail. What cannot be chosen says why. */
export function HandOverStep({ draft, command, shown, onShown, onBack }: HandOverStepProps) {
  const translate = useTranslate()
  const refusalOf = (one: HandOver) => draft.handOverChoices.find(({ handOver }) => handOver === one)?.refusal ?? null
  const allowed = handOvers.filter((one) => refusalOf(one) === null)
  const [chosen, setChosen] = useState<HandOver>(draft.handOver ?? allowed[0] ?? 'desk-code')
  return (
    <Card
      title={translate('enroll.hand_title')}
      aside={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {allowed.length > 0 ? (
            <ToggleButtonGroup
              exclusive
              size="small"
              aria-label={translate('enroll.hand_title')}
              value={chosen}
              onChange={(_event, one: HandOver | null) => (one ? setChosen(one) : undefined)}
              sx={{ '& .MuiToggleButton-root': { color: 'ink', gap: 1, px: 1.25 }, '& .MuiToggleButton-root.Mui-selected, & .MuiToggleButton-root.Mui-selected:hover': { color: 'accent', bgcolor: 'accentSoft', fontWeight: 600 } }}
            >
              {allowed.map((one) => (
                <ToggleButton key={one} value={one}>
                  <Icon name={icons[one]} size={16} /> {translate(`enroll.hand.${one}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          ) : null}
          {handOvers.map((one) => {
            const why = refusalOf(one)
            return why ? <RefusedButton key={one} size="small" why={why}>{translate(`enroll.hand.${one}`)}</RefusedButton> : null
          })}
        </Box>
      }
    >
      {chosen === 'desk-code' ? <DeskCode draft={draft} command={command} shown={shown} onShown={onShown} /> : <EmailHandOver draft={draft} command={command} onFixAddress={onBack} />}
      <Box sx={{ mt: 2 }}>
        <BackKey onBack={onBack} />
      </Box>
    </Card>
  )
}
