import { useTranslate, type TranslateFunction } from 'ra-core'
import type { DifferencesAnswer } from '#domain/contracts/desk-edits.ts'
import { differenceLabels } from '#client/patients/differences.ts'
import { useMay } from '#client/layout/session.ts'
import { useRead } from '#client/layout/use-read.ts'
import { Card } from '#client/ui/Card.tsx'
import { Identity } from '#client/ui/Identity.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'

type Row = DifferencesAnswer['rows'][number]

const columns = (translate: TranslateFunction): Column<Row>[] => [
  { key: 'who', heading: 'palette.patients', cell: (row) => row.patient.name },
  { key: 'identity', heading: 'ui.born', from: 'sm', cell: ({ patient }) => <Identity birthDate={patient.birthDate} age={patient.age} mrnTail={patient.mrnTail} /> },
  { key: 'fields', heading: 'record.differs_field', cell: (row) => row.fields.map((field) => translate(differenceLabels[field])).join(', ') },
  { key: 'since', heading: 'record.differs_since', from: 'md', cell: (row) => <Moment at={row.sinceAt} /> },
]

/** Whose records differ from what a feed says, for whoever may settle it; nothing where nobody's does. */
export function DifferencesList() {
  const translate = useTranslate()
  const mayEdit = useMay('patient.edit') !== '-'
  const { data } = useRead<DifferencesAnswer>('patients', { path: '/patients/differences/search', body: {} }, mayEdit)
  if (!data || data.rows.length === 0) return null
  return (
    <Card title={translate('record.differences')} aside={data.more ? translate('record.differences_more') : translate('record.differences_under')} flush>
      <Rows
        label={translate('record.differences')}
        rows={data.rows}
        rowKey={(row) => row.patient.id}
        to={(row) => `/patients/${row.patient.id}`}
        columns={columns(translate)}
      />
    </Card>
  )
}
