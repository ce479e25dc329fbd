import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { EnrollmentAnswer, ShownCode } from '#domain/contracts/enrollment.ts'
import type { DeferReason } from '#domain/enrollment/words.ts'
import { LaterPanel } from '#client/enroll/LaterPanel.tsx'
import { NotMine } from '#client/enroll/NotMine.tsx'
import { railSteps, wizardSteps, type WizardStep } from '#client/enroll/rail-steps.ts'
import { UndoPanel } from '#client/enroll/UndoPanel.tsx'
import { useDraftCommand } from '#client/enroll/use-enrollment.ts'
import { Wizard } from '#client/enroll/Wizard.tsx'
import { WizardSide } from '#client/enroll/WizardSide.tsx'
import { WizardStepView } from '#client/enroll/WizardStepView.tsx'
import { useMay } from '#client/layout/session.ts'
import { Elapsed } from '#client/ui/Elapsed.tsx'
import { timeText } from '#client/ui/format.ts'
import { Icon } from '#client/ui/Icon.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { TakenFor } from '#client/ui/TakenFor.tsx'

/** Evidence, contact, hand-over, done: the step in hand, with what was recorded on its left and what is known on its right. */
export function EnrollWizard({ draft }: { draft: EnrollmentAnswer }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { zone } = usePracticeTime()
  const command = useDraftCommand(draft)
  const mayUndo = useMay('enrollment.undo') !== '-'
  const [looked, setLooked] = useState<{ step: WizardStep; at: WizardStep } | null>(null)
  const [shownCode, setShownCode] = useState<ShownCode | null>(null)
  const [open, setOpen] = useState<'later' | 'undo' | null>(null)
  const [because, setBecause] = useState<DeferReason | undefined>(undefined)
  const isOpen = draft.state === 'open'
  // A step that is looked at again is left by itself as soon as the draft goes on.
  const step = isOpen && looked?.at === draft.step ? looked.step : draft.step
  const lookAt = (to: WizardStep) => {
    command.clear()
    setLooked(to === draft.step ? null : { step: to, at: draft.step })
  }
  const putOff = (reason?: DeferReason) => {
    setBecause(reason)
    setOpen('later')
  }
  const goOn = () => lookAt(wizardSteps[Math.min(wizardSteps.indexOf(step) + 1, wizardSteps.indexOf(draft.step))] ?? draft.step)
  return (
    <Wizard
      title={translate('enroll.title', { name: draft.patient.name })}
      under={
        <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 2 }}>
          <Identity {...draft.patient} />
          <span>{draft.portal.name}{draft.language === 'es' ? ` · ${translate('enroll.in_es')}` : ''}</span>
        </Box>
      }
      actions={
        isOpen ? (
          <>
            <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', color: 'ink2', minHeight: 36 }}>
              <Icon name="clock" size={16} /> <Elapsed since={Date.parse(draft.startedAt)} /> {translate('enroll.at_the_desk')}
            </Box>
            <Button onClick={() => putOff()}>{translate('enroll.later')}</Button>
          </>
        ) : null
      }
      notes={
        <>
          <TakenFor people={draft.patient.lookAlikes} />
          <NotMine draft={draft} command={command} />
        </>
      }
      steps={railSteps({ draft, shown: isOpen || draft.state === 'active' ? step : 'done', timeOf: (at) => timeText(Date.parse(at), zone), translate, onOpen: draft.mine ? lookAt : undefined })}
      wideSide={step === 'hand-over' || step === 'done'}
      side={<WizardSide draft={draft} step={step} command={command} />}
    >
      <WizardStepView
        draft={draft}
        step={step}
        command={command}
        shownCode={shownCode}
        onShown={setShownCode}
        onGoOn={goOn}
        onLookAt={lookAt}
        onPutOff={putOff}
        onUndo={mayUndo ? () => setOpen('undo') : null}
      />
      {open === 'later' ? (
        <LaterPanel
          patient={draft.patient}
          language={draft.language}
          draftOf={async () => draft}
          mayLeave
          because={because}
          onDone={() => void navigate('/')}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'undo' ? <UndoPanel patient={draft.patient} portal={draft.portal} onClose={() => setOpen(null)} /> : null}
    </Wizard>
  )
}
