import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { ContinueButton } from '#client/enroll/ContinueButton.tsx'
import { EvidenceFields, evidenceBody, noEvidence, type Evidence } from '#client/enroll/EvidenceFields.tsx'
import { SayToPatient } from '#client/enroll/SayToPatient.tsx'
import { StepCard } from '#client/enroll/StepCard.tsx'
import type { DraftCommand } from '#client/enroll/use-enrollment.ts'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'

type IdentityStepProps = { draft: EnrollmentAnswer; command: DraftCommand; onDone: () => void }

/** Who this is, by a document that was looked at; recorded anew it takes the place of what was recorded. */
export function IdentityStep({ draft, command, onDone }: IdentityStepProps) {
  const translate = useTranslate()
  const { evidence: before } = draft
  const [evidence, setEvidence] = useState<Evidence>(before ? { kind: before.kind, issuer: before.issuer ?? '', expiresOn: before.expiresOn ?? '' } : noEvidence)
  // What was seen on another day is looked at again, and noted again, also where it is the same document.
  const isToBeSeen = draft.preflight.some((line) => line.key === 'identity' && line.state === 'ask')
  const isSame = before !== null && !isToBeSeen && before.kind === evidence.kind && (before.issuer ?? '') === evidence.issuer.trim() && (before.expiresOn ?? '') === evidence.expiresOn
  const submit = async () => {
    if (evidence.kind === null) return
    if (isSame || (await command.act('record-identity', evidenceBody(evidence)))) onDone()
  }
  const isOnField = fieldRefusal(command.fault, 'issuer') ?? fieldRefusal(command.fault, 'expiresOn')
  return (
    <StepCard
      title={translate('enroll.identity_title')}
      aside={translate('enroll.step_of', { step: 1 })}
      onSubmit={() => void submit()}
      bar={
        <>
          <span />
          <ContinueButton label={translate('enroll.go_on')} lacks={evidence.kind ? null : translate('enroll.lacks_kind')} pending={command.pending} onPress={() => void submit()} />
        </>
      }
    >
      <SayToPatient what="identity" language={draft.language} />
      <EvidenceFields value={evidence} fault={command.fault} onChange={setEvidence} />
      {isOnField ? null : <CommandFault fault={command.fault} onRetry={() => void submit()} />}
    </StepCard>
  )
}
