import type { TranslateFunction } from 'ra-core'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { RailStep } from '#client/ui/StepRail.tsx'

export const wizardSteps = ['identity', 'contact', 'hand-over', 'done'] as const
export type WizardStep = (typeof wizardSteps)[number]

type Recorded = Pick<EnrollmentAnswer, 'evidence' | 'contact' | 'handOver' | 'step' | 'state'>
type RailWords = { draft: Recorded | null; shown: WizardStep; timeOf: (at: string) => string; translate: TranslateFunction; onOpen?: (step: WizardStep) => void }

/** The rail's lines: what each step recorded, which one is on the screen, and which can be looked at again. */
export function railSteps({ draft, shown, timeOf, translate, onOpen }: RailWords): RailStep[] {
  const reached = draft ? wizardSteps.indexOf(draft.step) : 0
  return wizardSteps.map((step, place) => {
    const isNow = step === shown
    const isBehind = wasRecorded(step, draft)
    const mayOpen = onOpen && !isNow && place <= reached && draft?.state === 'open'
    return {
      key: step,
      title: translate(`enroll.step.${step}`),
      detail: detailOf(step, draft, timeOf, translate),
      state: isNow ? 'now' : isBehind ? 'done' : 'to-come',
      ...(mayOpen ? { onOpen: () => onOpen(step) } : {}),
    }
  })
}

/** An enrollment that ended early has steps that were never taken. */
function wasRecorded(step: WizardStep, draft: Recorded | null): boolean {
  if (draft === null) return false
  if (step === 'identity') return draft.evidence !== null
  if (step === 'contact') return draft.contact !== null
  return step === 'hand-over' ? draft.handOver !== null && draft.step === 'done' : draft.state === 'active'
}

function detailOf(step: WizardStep, draft: Recorded | null, timeOf: RailWords['timeOf'], translate: TranslateFunction): string {
  if (step === 'identity' && draft?.evidence) return `${translate(`enroll.evidence.${draft.evidence.kind}`)}, ${timeOf(draft.evidence.seenAt)}`
  if (step === 'contact' && draft?.contact) return draft.contact.masked ?? translate(`enroll.way_short.${draft.contact.way}`)
  if (step === 'hand-over' && draft?.handOver) return translate(`enroll.hand.${draft.handOver}`)
  if (step === 'done' && draft && draft.state !== 'open') return translate(`enroll.ended.${draft.state}`)
  return translate(`enroll.step_detail.${step}`)
}
