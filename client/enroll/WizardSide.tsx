import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { codeState } from '#client/enroll/code-state.ts'
import { givenName } from '#client/enroll/given-name.ts'
import { NeverCopied } from '#client/enroll/NeverCopied.tsx'
import { NextPerson } from '#client/enroll/NextPerson.tsx'
import { OnPhone } from '#client/enroll/OnPhone.tsx'
import { ParentsSee } from '#client/enroll/ParentsSee.tsx'
import { Preflight } from '#client/enroll/Preflight.tsx'
import type { WizardStep } from '#client/enroll/rail-steps.ts'
import { SayToPatient } from '#client/enroll/SayToPatient.tsx'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'
import { Card } from '#client/ui/Card.tsx'
import { useNow } from '#client/ui/ticking.ts'

type WizardSideProps = { draft: EnrollmentAnswer; step: WizardStep; command: DraftCommand }

/** Beside a step: what is known before it is asked; beside the hand-over, what the patient does and what to say. */
export function WizardSide({ draft, step, command }: WizardSideProps) {
  const now = useNow()
  if (draft.state !== 'open' && draft.state !== 'active') return null
  if (step === 'identity' || step === 'contact') {
    return (
      <>
        <Preflight lines={draft.preflight} />
        {step === 'contact' && draft.parentsSee ? <ParentsSee name={givenName(draft.patient.name)} view={draft.parentsSee} /> : null}
        <NeverCopied />
      </>
    )
  }
  const isOut = draft.code !== null || draft.invitation !== null || draft.state === 'active'
  const code = codeState(draft.code, null, now)
  const isDead = draft.handOver === 'desk-code' ? code === 'ended' || code === 'spent' : draft.invitation?.state === 'bounced' || draft.invitation?.state === 'refused'
  return (
    <>
      <OnPhone draft={draft} />
      {draft.state === 'open' && draft.handOver !== 'email' ? (
        <Card>
          <SayToPatient what="phone" language={draft.language} />
        </Card>
      ) : null}
      <NextPerson draft={draft} command={command} leads={isOut && !isDead} />
    </>
  )
}
