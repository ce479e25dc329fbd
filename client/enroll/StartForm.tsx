import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { LinkBase, useNavigate, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { EnrollmentAnswer, PatientEnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { ContinueButton } from '#client/enroll/ContinueButton.tsx'
import { EvidenceFields, evidenceBody, noEvidence } from '#client/enroll/EvidenceFields.tsx'
import { LaterPanel } from '#client/enroll/LaterPanel.tsx'
import { NeverCopied } from '#client/enroll/NeverCopied.tsx'
import { Preflight } from '#client/enroll/Preflight.tsx'
import { railSteps } from '#client/enroll/rail-steps.ts'
import { SayToPatient } from '#client/enroll/SayToPatient.tsx'
import type { PortalToEnroll } from '#client/enroll/start-choice.ts'
import { StartFault } from '#client/enroll/StartFault.tsx'
import { StepCard } from '#client/enroll/StepCard.tsx'
import { useKeepEnrollment } from '#client/enroll/use-enrollment.ts'
import { WhyNow, type Why } from '#client/enroll/WhyNow.tsx'
import { Wizard } from '#client/enroll/Wizard.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { TakenFor } from '#client/ui/TakenFor.tsx'

type StartFormProps = { patient: PatientEnrollmentAnswer['patient']; portals: readonly PortalToEnroll[]; from: 'asked' | 'offered' }

/** The first step, which also starts the enrollment: portal, why, and the document that was looked at. */
export function StartForm({ patient, portals, from }: StartFormProps) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const keep = useKeepEnrollment()
  const { run, pending, fault } = useCommand<EnrollmentAnswer>()
  const [portalId, setPortalId] = useState(portals[0]?.portal.id ?? '')
  const [why, setWhy] = useState<Why>({ kind: from, words: '' })
  const [evidence, setEvidence] = useState(noEvidence)
  const [started, setStarted] = useState<EnrollmentAnswer | null>(null)
  const [later, setLater] = useState(false)
  const language = patient.language?.toLowerCase().startsWith('es') ? 'es' : 'en'
  const portal = portals.find((one) => one.portal.id === portalId)
  const lacks = evidence.kind === null ? translate('enroll.lacks_kind') : why.kind === 'other' && why.words.trim().length < 3 ? translate('enroll.lacks_why') : null

  const begin = async (): Promise<EnrollmentAnswer | null> => {
    if (started) return started
    const reason = why.kind === 'other' ? why.words.trim() : translate(`enroll.why.${why.kind}`)
    const answer = await run({ path: '/enrollments/start', body: { patientId: patient.id, portalId, reason } })
    if (answer) setStarted(answer.data)
    return answer?.data ?? null
  }
  const open = (draft: EnrollmentAnswer) => {
    keep(draft)
    void navigate(`/enroll/${draft.id}`)
  }
  const submit = async () => {
    if (lacks !== null) return
    const draft = await begin()
    if (!draft) return
    const recorded = await run({ path: `/enrollments/${draft.id}/record-identity`, body: evidenceBody(evidence), version: draft.version })
    if (recorded) open(recorded.data)
  }
  const isOnField = fieldRefusal(fault, 'issuer') ?? fieldRefusal(fault, 'expiresOn')
  return (
    <Wizard
      title={translate('enroll.title', { name: patient.name })}
      under={
        <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', columnGap: 2 }}>
          <Identity {...patient} />
          {portals.length === 1 ? <span>{portal?.portal.name}</span> : null}
        </Box>
      }
      actions={<Button onClick={() => setLater(true)}>{translate('enroll.later')}</Button>}
      notes={<TakenFor people={patient.lookAlikes} />}
      steps={railSteps({ draft: null, shown: 'identity', timeOf: String, translate })}
      side={
        <>
          {portal ? <Preflight lines={portal.preflight} /> : null}
          <NeverCopied />
        </>
      }
    >
      <StepCard
        title={translate('enroll.identity_title')}
        aside={translate('enroll.step_of', { step: 1 })}
        onSubmit={() => void submit()}
        bar={
          <>
            <Button component={LinkBase} to={`/patients/${patient.id}`} variant="text" sx={{ color: 'ink2' }}>{translate('enroll.to_record')}</Button>
            <ContinueButton label={translate('enroll.go_on')} lacks={lacks} pending={pending} onPress={() => void submit()} />
          </>
        }
      >
        {portals.length > 1 ? (
          <Choice label={translate('enroll.portal')} value={portalId} onChange={setPortalId} options={portals.map((one) => ({ value: one.portal.id, text: one.portal.name }))} />
        ) : null}
        <SayToPatient what="identity" language={language} />
        <EvidenceFields value={evidence} fault={fault} onChange={setEvidence} />
        <WhyNow value={why} onChange={setWhy} />
        {isOnField ? null : <StartFault fault={fault} onRetry={() => void submit()} />}
      </StepCard>
      {later ? <LaterPanel patient={patient} language={language} draftOf={begin} onDone={() => void navigate('/')} onClose={() => setLater(false)} /> : null}
    </Wizard>
  )
}
