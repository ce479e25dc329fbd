import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { bases, basisRules, documentKinds, proxyVerifications, relationships, type Basis } from '#domain/access/bases.ts'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { fieldGrid } from '#client/proxy-access/Section.tsx'
import { misfitOf, withBasis, type GrantForm } from '#client/proxy-access/grant-form.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { CommandFault } from '#client/layout/use-command.ts'
import { CheckList } from '#client/ui/CheckList.tsx'
import { Field, SelectField } from '#client/ui/Field.tsx'

type EvidenceFieldsProps = { form: GrantForm; facts: ProxiesAnswer; fault: CommandFault; onChange: (form: GrantForm) => void }

/** What the access rests on: relationship, basis, the document that carries it, and how the person was verified. */
export function EvidenceFields({ form, facts, fault, onChange }: EvidenceFieldsProps) {
  const translate = useTranslate()
  const misfit = misfitOf(form, facts)
  const fits = bases.filter((basis) => misfitOf({ ...form, basis }, facts) === null)
  const others = bases.filter((basis) => !fits.includes(basis))
  const carries = basisRules[form.basis].documents
  const option = (basis: Basis) => (
    <option key={basis} value={basis}>
      {translate(`access.basis.${basis}`)}
    </option>
  )
  return (
    <Box sx={fieldGrid}>
        <SelectField
          label={translate('access.relationship_label')}
          autoFocus
          value={form.relationship}
          refusal={fieldRefusal(fault, 'relationship')}
          onChange={(event) => onChange({ ...form, relationship: event.target.value as GrantForm['relationship'] })}
        >
          {relationships.map((one) => (
            <option key={one} value={one}>
              {translate(`access.relationship.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={translate('access.basis_label')}
          value={form.basis}
          refusal={misfit ?? fieldRefusal(fault, 'basis')}
          onChange={(event) => onChange(withBasis(form, event.target.value as Basis))}
        >
          {fits.map(option)}
          <optgroup label={translate('access.not_fitting')}>{others.map(option)}</optgroup>
        </SelectField>
        <SelectField
          label={translate('access.verified_label')}
          value={form.verifiedHow}
          onChange={(event) => onChange({ ...form, verifiedHow: event.target.value as GrantForm['verifiedHow'] })}
        >
          {proxyVerifications.map((one) => (
            <option key={one} value={one}>
              {translate(`access.verified.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={translate('access.document_label')}
          hint={translate('access.document_hint')}
          value={form.document}
          refusal={fieldRefusal(fault, 'documents')}
          onChange={(event) => onChange({ ...form, document: event.target.value as GrantForm['document'] })}
        >
          {documentKinds.filter((kind) => carries.includes(kind)).map((kind) => (
            <option key={kind} value={kind}>
              {translate(`access.document.${kind}`)}
            </option>
          ))}
        </SelectField>
        <Field
          label={translate('access.document_until')}
          hint={translate('access.document_until_hint')}
          type="date"
          value={form.documentUntil}
          refusal={fieldRefusal(fault, 'documents.0.expiresOn')}
          onChange={(event) => onChange({ ...form, documentUntil: event.target.value })}
        />
        <CheckList
          label={translate('access.dispute')}
          options={[{ value: 'disputed', text: translate('access.disputed') }]}
          chosen={form.disputed ? ['disputed'] : []}
          onChange={(chosen) => onChange({ ...form, disputed: chosen.length > 0 })}
        />
    </Box>
  )
}
