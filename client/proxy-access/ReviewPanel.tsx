import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { basisRules, documentKinds, type DocumentKind } from '#domain/access/bases.ts'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import { localDateOf } from '#domain/time.ts'
import { ReasonField } from '#client/proxy-access/ReasonField.tsx'
import { SecondPerson } from '#client/proxy-access/SecondPerson.tsx'
import { fieldGrid } from '#client/proxy-access/Section.tsx'
import { monthsLater } from '#client/proxy-access/dates.ts'
import { takesTwo } from '#client/proxy-access/grant-form.ts'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { Refused } from '#client/ui/refused.ts'
import { serverNow } from '#client/ui/ticking.ts'

const REVIEW_MONTHS = 12

/** Somebody has looked at it again: until when it goes on, perhaps on a newer document. What takes two is asked for. */
export function ReviewPanel({ whom, grant, onDone, onClose }: PanelProps & { grant: GrantLine }) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const { run, fault, pending } = useCommand()
  const [reviewOn, setReviewOn] = useState(() => monthsLater(localDateOf(serverNow(), zone), REVIEW_MONTHS))
  const [endOn, setEndOn] = useState(grant.endOn ?? '')
  const [document, setDocument] = useState<DocumentKind | ''>('')
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const mayAsk = useMay('proxy.grant-disputed') === '2'
  const isRefusedAlone = fault instanceof Refused && fault.problem.code === 'PROXY_NEEDS_SECOND_PERSON'
  const two = isRefusedAlone || (grant.state === 'suspended' && takesTwo({ basis: grant.basis, disputed: grant.cause === 'disputed' }))
  const carries = basisRules[grant.basis].documents
  const submit = async () => {
    if (two && !mayAsk) return
    const body = { reviewOn: reviewOn || null, endOn: endOn || null, document: document ? { kind: document, expiresOn: until || null } : null, reason: reason.trim() }
    const path = paths.ofGrant(grant.id, two ? 'ask-to-resume' : 'review')
    if (await run({ path, body, version: grant.version }, touched)) onDone(two ? 'access.done_asked' : 'access.done_reviewed')
  }
  return (
    <FormPanel
      title={translate('access.review_title', { name: grant.personName })}
      confirm={translate(two ? 'access.ask_second' : grant.state === 'suspended' ? 'access.resume' : 'access.reviewed')}
      pending={pending}
      fault={isRefusedAlone ? null : fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {whom}
      {grant.state === 'suspended' ? <Note icon="held">{translate(`access.cause.${grant.cause}`)}</Note> : null}
      <Box sx={{ ...fieldGrid, gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' } }}>
        <Field label={translate('access.review_on')} type="date" autoFocus value={reviewOn} refusal={fieldRefusal(fault, 'reviewOn')} onChange={(event) => setReviewOn(event.target.value)} />
        <Field label={translate('access.end_on')} hint={translate('access.end_hint')} type="date" value={endOn} refusal={fieldRefusal(fault, 'endOn')} onChange={(event) => setEndOn(event.target.value)} />
        <SelectField label={translate('access.new_document')} value={document} onChange={(event) => setDocument(event.target.value as DocumentKind | '')}>
          <option value="">{translate('access.same_document')}</option>
          {documentKinds.filter((kind) => carries.includes(kind)).map((kind) => (
            <option key={kind} value={kind}>
              {translate(`access.document.${kind}`)}
            </option>
          ))}
        </SelectField>
        {document ? <Field label={translate('access.document_until')} hint={translate('access.document_until_hint')} type="date" value={until} onChange={(event) => setUntil(event.target.value)} /> : null}
      </Box>
      <ReasonField value={reason} fault={fault} onChange={setReason} />
      {two ? <SecondPerson mayAsk={mayAsk} /> : null}
    </FormPanel>
  )
}
