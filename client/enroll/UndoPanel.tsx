import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { EnrollmentAnswer } from '#domain/contracts/enrollment.ts'
import type { UndoneEnrollment } from '#domain/contracts/enrollment-care.ts'
import { wrongEnrollmentCauses } from '#domain/enrollment/words.ts'
import { UndoneReport } from '#client/enroll/UndoneReport.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { SelectField, WordsField } from '#client/ui/Field.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import { Note } from '#client/ui/Note.tsx'
import { Whom } from '#client/ui/Whom.tsx'

type UndoPanelProps = { patient: EnrollmentAnswer['patient']; portal: { id: string; name: string }; onClose: () => void }

/** Ends what was given to the wrong person, at whatever stage; then says what had been seen, and where the right one starts. */
export function UndoPanel({ patient, portal, onClose }: UndoPanelProps) {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  const { run, pending, fault } = useCommand<UndoneEnrollment>()
  const [cause, setCause] = useState<(typeof wrongEnrollmentCauses)[number]>(patient.lookAlikes.length > 0 ? 'look-alike' : 'wrong-record-open')
  const [rightId, setRightId] = useState('')
  const [reason, setReason] = useState('')
  const [undone, setUndone] = useState<UndoneEnrollment | null>(null)
  const submit = async () => {
    const body = { patientId: patient.id, portalId: portal.id, cause, rightPatientId: rightId || null, reason: reason.trim() }
    const answer = await run({ path: '/enrollments/undo', body }, ['enrollments', 'invitations', 'patients'])
    if (answer) setUndone(answer.data)
  }
  if (undone) return <UndoneReport name={patient.name} undone={undone} onClose={onClose} />
  return (
    <FormPanel title={translate('enroll.undo_title', { name: patient.name })} confirm={translate('enroll.undo_do')} pending={pending} fault={fault} onSubmit={() => void submit()} onClose={onClose}>
      <Whom patient={patient} />
      <p>{portal.name}</p>
      <Note icon="flag">{translate('enroll.undo_effect')}</Note>
      <SelectField label={translate('enroll.undo_cause')} value={cause} onChange={(event) => setCause(event.target.value as typeof cause)}>
        {wrongEnrollmentCauses.map((one) => <option key={one} value={one}>{translate(`enroll.cause.${one}`)}</option>)}
      </SelectField>
      {patient.lookAlikes.length > 0 ? (
        <SelectField label={translate('enroll.undo_right')} value={rightId} onChange={(event) => setRightId(event.target.value)}>
          <option value="">{translate('enroll.undo_unknown')}</option>
          {patient.lookAlikes.map((one) => <option key={one.id} value={one.id}>{one.name}, {dateText(one.birthDate, locale)}</option>)}
        </SelectField>
      ) : null}
      <WordsField
        label={translate('ui.reason')}
        hint={translate('ui.reason_hint')}
        value={reason}
        required
        minLength={3}
        maxLength={500}
        autoFocus
        refusal={fieldRefusal(fault, 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormPanel>
  )
}
