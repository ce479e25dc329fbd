import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import type { PractitionerRecord } from '#domain/contracts/practitioners.ts'
import { foldWords } from '#domain/names.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { Facts, type Fact } from '#client/ui/Facts.tsx'
import { Field } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

/** Colleagues shown at once; the field narrows the rest. */
const SHOWN = 6
const touched = ['practitioners', 'dangling-relations']

/** Chooses the colleague whom a practitioner is, or says that nobody here is. */
export function MatchForm({ record, onClose }: { record: PractitionerRecord; onClose: () => void }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, fault, pending } = useCommand()
  const [typed, setTyped] = useState('')
  const [staffId, setStaffId] = useState(record.staffId ?? '')
  const path = `/practitioners/${encodeURIComponent(record.id)}`
  const done = (said: string) => {
    onClose()
    notify(said, { type: 'success' })
  }
  const match = async () => {
    if (await run({ path: `${path}/match`, body: { staffId }, version: record.version }, touched)) done('practitioners.matched')
  }
  const setApart = async () => {
    if (await run({ path: `${path}/unmatch`, version: record.version }, touched)) done('practitioners.set_apart')
  }
  const found = record.candidates.filter(({ name }) => foldWords(typed).every((word) => foldWords(name).some((part) => part.startsWith(word))))
  return (
    <FormPanel
      title={translate('practitioners.match_title', { name: record.name })}
      confirm={translate('practitioners.match_do')}
      pending={pending}
      fault={fault}
      onSubmit={() => void match()}
      onClose={onClose}
    >
      <Facts facts={factsOf(record, translate)} />
      {record.candidates.length > SHOWN ? (
        <Field label={translate('practitioners.candidate_filter')} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      ) : null}
      {found.length === 0 ? (
        <Box sx={{ color: 'ink2' }}>{translate('practitioners.no_candidate')}</Box>
      ) : (
        <Choice
          label={translate('practitioners.candidate')}
          value={staffId}
          options={found.slice(0, SHOWN).map((one) => ({
            value: one.id, text: [one.name, translate(`staff.kind.${one.clinicianKind}`), one.npi ? `NPI ${one.npi}` : ''].filter(Boolean).join(' · '),
          }))}
          onChange={setStaffId}
        />
      )}
      <Note icon="flag">{translate('practitioners.gives')}</Note>
      <div>
        <Button type="button" disabled={pending} onClick={() => void setApart()}>
          {translate('practitioners.apart')}
        </Button>
      </div>
    </FormPanel>
  )
}

/** Each specialty with its place, once, as feeds tell. */
function rolesOf({ roles }: PractitionerRecord): string {
  return [...new Set(roles.map(({ specialty, place }) => [specialty, place].filter(Boolean).join(', ')).filter(Boolean))].join(' · ') || '–'
}

function factsOf(record: PractitionerRecord, translate: TranslateFunction): Fact[] {
  const how = translate(record.matchedHow ? `practitioners.how.${record.matchedHow}` : 'practitioners.not_known')
  return [
    { key: 'npi', name: translate('practitioners.npi'), value: record.npi ?? '–' },
    ...(record.roles.length > 0 ? [{ key: 'roles', name: translate('practitioners.roles'), value: rolesOf(record) }] : []),
    { key: 'source', name: translate('practitioners.source'), value: [record.source, record.siteName].filter(Boolean).join(' · ') },
    {
      key: 'who', name: translate('practitioners.who'),
      value: [record.staffName, record.matchedByName ? translate('practitioners.by', { how, name: record.matchedByName }) : how].filter(Boolean).join(' · '),
    },
    { key: 'ties', name: translate('practitioners.ties'), value: translate('practitioners.hangs', { teams: record.careTeams, orders: record.orders }) },
    ...(record.sameNpi.length > 0
      ? [{ key: 'same', name: translate('practitioners.same_npi'), value: record.sameNpi.map((one) => `${one.name} (${one.source})`).join(', ') }]
      : []),
  ]
}
