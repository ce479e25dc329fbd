import type { EnrollmentAnswer, ShownCode } from '#domain/contracts/enrollment.ts'
import type { DeferReason } from '#domain/enrollment/words.ts'
import { ContactStep } from '#client/enroll/ContactStep.tsx'
import { DoneStep } from '#client/enroll/DoneStep.tsx'
import { Ended } from '#client/enroll/Ended.tsx'
import { HandOverStep } from '#client/enroll/HandOverStep.tsx'
import { IdentityStep } from '#client/enroll/IdentityStep.tsx'
import type { WizardStep } from '#client/enroll/rail-steps.ts'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'

type WizardStepViewProps = {
  draft: EnrollmentAnswer
  step: WizardStep
  command: DraftCommand
  shownCode: ShownCode | null
  onShown: (shown: ShownCode | null) => void
  onGoOn: () => void
  onLookAt: (step: WizardStep) => void
  onPutOff: (because?: DeferReason) => void
  onUndo: (() => void) | null
}

/** The step that is on the screen. */
export function WizardStepView({ draft, step, command, shownCode, onShown, onGoOn, onLookAt, onPutOff, onUndo }: WizardStepViewProps) {
  if (draft.state === 'active') return <DoneStep draft={draft} onUndo={onUndo} />
  if (draft.state !== 'open') return <Ended draft={draft} />
  switch (step) {
    case 'identity':
      return <IdentityStep draft={draft} command={command} onDone={onGoOn} />
    case 'contact':
      return <ContactStep draft={draft} command={command} onDone={onGoOn} onBack={() => onLookAt('identity')} onLater={() => onPutOff('no-own-contact-yet')} />
    case 'hand-over':
    case 'done':
      return <HandOverStep draft={draft} command={command} shown={shownCode} onShown={onShown} onBack={() => onLookAt('contact')} />
  }
}
