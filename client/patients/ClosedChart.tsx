import { useNavigate, useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import type { BreakGlassAnswer } from '#domain/contracts/patient-acts.ts'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { NotYourRole } from '#client/layout/NotYourRole.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { Refused } from '#client/ui/refused.ts'
import { RestrictedChart } from '#client/ui/RestrictedChart.tsx'

const BREAK_GLASS = 'chart.break-glass'

/** Asks for a chart that is closed to this person, by two identifiers, with a reason. Whoever guesses learns nothing. */
export default function ClosedChartPage() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const may = useMay(BREAK_GLASS) !== '-'
  const [asked, setAsked] = useState({ mrn: '', name: '', birthDate: '' })
  const text = (field: keyof typeof asked) => ({
    value: asked[field], autoComplete: 'off', onChange: (event: { target: { value: string } }) => setAsked({ ...asked, [field]: event.target.value }),
  })
  const whom: Record<string, string> = asked.mrn.trim() ? { mrn: asked.mrn.trim() } : { name: asked.name.trim(), birthDate: asked.birthDate.trim() }
  return (
    <Page name="record.closed" title={translate('record.closed')} under={translate('record.closed_under')}>
      {may ? (
        <BreakGlassForm whom={whom} onLeave={() => void navigate('/patients')}>
          <Field label={translate('record.closed_mrn')} autoFocus maxLength={60} {...text('mrn')} />
          <p>{translate('record.closed_or')}</p>
          <Field label={translate('record.closed_name')} maxLength={200} {...text('name')} />
          <Field label={translate('record.birth_date')} hint={translate('record.birth_date_hint')} inputMode="numeric" maxLength={10} {...text('birthDate')} />
        </BreakGlassForm>
      ) : (
        <NotYourRole action={BREAK_GLASS} />
      )}
    </Page>
  )
}

/** The own chart or one of the household: to look, with a reason. */
export function OwnChart({ patientId, onOpen }: { patientId: string; onOpen: () => void }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  return (
    <BreakGlassForm whom={{ patientId }} onOpen={onOpen} onLeave={() => void navigate('/patients')}>
      <Note icon="shield">{translate('record.closed_own')}</Note>
    </BreakGlassForm>
  )
}

type BreakGlassFormProps = { whom: Record<string, string>; children: ReactNode; onOpen?: () => void; onLeave: () => void }

function BreakGlassForm({ whom, children, onOpen, onLeave }: BreakGlassFormProps) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { run, fault, pending } = useCommand<BreakGlassAnswer>()
  const open = async (kind: string, reason: string) => {
    const answer = await run({ path: '/patients/break-glass', body: { ...whom, kind, reason } }, ['patients'])
    if (!answer) return
    if (onOpen) onOpen()
    else void navigate(`/patients/${answer.data.patientId}`)
  }
  const isNobody = fault instanceof Refused && (fault.problem.code === 'NOT_FOUND' || fault.problem.code === 'FIELDS_NOT_ACCEPTED')
  return (
    <Card flush>
      <RestrictedChart pending={pending} onOpen={({ kind, words }) => void open(kind, words)} onLeave={onLeave}>
        {children}
      </RestrictedChart>
      {isNobody ? <Note icon="search" tone="due" live>{translate('record.closed_none')}</Note> : <CommandFault fault={fault} onRetry={() => undefined} />}
    </Card>
  )
}
