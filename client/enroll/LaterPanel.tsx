import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import { declineReasons, deferReasons, type DeclineReason, type DeferReason } from '#domain/enrollment/words.ts'
import type { PatientLanguage } from '#client/enroll/patient-words.ts'
import { SayToPatient } from '#client/enroll/SayToPatient.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { Whom } from '#client/ui/Whom.tsx'

type Outcome = 'decline' | 'defer' | 'leave'
type LaterPanelProps = {
  patient: EnrollmentAnswer['patient']
  language: PatientLanguage
  /** The draft that ends; before the first step there is none yet, and it is started for its outcome. */
  draftOf: () => Promise<EnrollmentAnswer | null>
  /** An enrollment that is under way can also just wait. */
  mayLeave?: boolean
  because?: DeferReason
  onDone: () => void
  onClose: () => void
}

/** Not now: a no or a later with its reason, or left open; each is an outcome, none a failure. */
export function LaterPanel({ patient, language, draftOf, mayLeave = false, because, onDone, onClose }: LaterPanelProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, pending, fault } = useCommand()
  const [outcome, setOutcome] = useState<Outcome>(because ? 'defer' : 'decline')
  const [declined, setDeclined] = useState<DeclineReason | ''>('')
  const [deferred, setDeferred] = useState<DeferReason | ''>(because ?? '')
  const [note, setNote] = useState('')
  const reason = outcome === 'decline' ? declined : deferred
  const submit = async () => {
    if (outcome !== 'leave' && reason === '') return
    const draft = await draftOf()
    if (!draft) return onClose()
    const body = outcome === 'leave' ? {} : { because: reason, note: note.trim() || null }
    if (!(await run({ path: `/enrollments/${draft.id}/${outcome}`, body, version: draft.version }))) return
    notify(`enroll.noted_${outcome}`, { type: 'success' })
    onDone()
  }
  const outcomes: Outcome[] = mayLeave ? ['decline', 'defer', 'leave'] : ['decline', 'defer']
  return (
    <FormPanel title={translate('enroll.later_title', { name: patient.name })} confirm={translate(`enroll.confirm_${outcome}`)} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Whom patient={patient} />
      <Choice label={translate('enroll.outcome')} value={outcome} onChange={setOutcome} options={outcomes.map((value) => ({ value, text: translate(`enroll.outcome_${value}`) }))} />
      {outcome === 'decline' ? (
        <SelectField label={translate('enroll.because')} required value={declined} onChange={(event) => setDeclined(event.target.value as DeclineReason)}>
          <option value="">{translate('enroll.choose')}</option>
          {declineReasons.map((one) => <option key={one} value={one}>{translate(`enroll.declined.${one}`)}</option>)}
        </SelectField>
      ) : null}
      {outcome === 'defer' ? (
        <SelectField label={translate('enroll.because')} required value={deferred} onChange={(event) => setDeferred(event.target.value as DeferReason)}>
          <option value="">{translate('enroll.choose')}</option>
          {deferReasons.map((one) => <option key={one} value={one}>{translate(`enroll.deferred.${one}`)}</option>)}
        </SelectField>
      ) : null}
      {outcome === 'leave' ? null : (
        <Field label={translate('enroll.note')} hint={translate('enroll.note_hint')} maxLength={300} autoComplete="off" value={note} onChange={(event) => setNote(event.target.value)} />
      )}
      {outcome === 'leave' ? null : <SayToPatient what="declined" language={language} />}
    </FormPanel>
  )
}
