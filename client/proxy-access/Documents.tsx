import { useTranslate, type TranslateFunction } from 'ra-core'
import type { DocumentReviewLine } from '#domain/contracts/proxy-access.ts'
import { Whose } from '#client/proxy-access/Whose.tsx'
import { Worklist } from '#client/proxy-access/Worklist.tsx'
import { dateText } from '#client/ui/format.ts'
import { usePracticeTime } from '#client/ui/practice.ts'
import type { Column } from '#client/ui/Rows.tsx'
import { StateChip } from '#client/ui/StateChip.tsx'

/** Documents that end soon or have ended: access that rests on one closes with it. */
export function Documents() {
  const translate = useTranslate()
  const { locale } = usePracticeTime()
  return (
    <Worklist<DocumentReviewLine>
      resource="proxy-documents"
      by="expiresOn"
      label="access.documents_due"
      none="access.documents_none"
      columns={columnsWith(translate, locale)}
      to={(row) => `/patients/${row.patientId}/proxy-access`}
    />
  )
}

function columnsWith(translate: TranslateFunction, locale: string): Column<DocumentReviewLine>[] {
  return [
    { key: 'patient', heading: 'access.patient', cell: (row) => <Whose name={row.patientName} birthDate={row.birthDate} /> },
    { key: 'person', heading: 'access.proxy', cell: (row) => row.personName },
    { key: 'document', heading: 'access.document_label', cell: (row) => translate(`access.document.${row.kind}`), from: 'sm' },
    {
      key: 'ends',
      heading: 'access.good_until_heading',
      cell: (row) => (
        <StateChip state={row.expired ? 'late' : 'due'}>
          {row.expired
            ? translate('access.ended_on', { day: dateText(row.expiresOn, locale) })
            : translate('access.ends_in', { day: dateText(row.expiresOn, locale), smart_count: row.daysLeft })}
        </StateChip>
      ),
    },
    { key: 'basis', heading: 'access.basis_label', cell: (row) => translate(`access.basis.${row.basis}`), from: 'lg' },
    { key: 'portal', heading: 'access.portal', cell: (row) => row.portalName, from: 'lg' },
  ]
}
