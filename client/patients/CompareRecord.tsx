import { useTranslate } from 'ra-core'
import { fieldLabels, type IdentityField, type IdentityForm } from '#client/patients/identity-form.ts'
import { useOpenSites } from '#client/layout/use-sites.ts'
import { Card } from '#client/ui/Card.tsx'
import { Rows } from '#client/ui/Rows.tsx'

type CompareRecordProps = { fields: readonly IdentityField[]; mine: IdentityForm; now: IdentityForm }

/** Two people's texts side by side, for each field in which they differ. */
export function CompareRecord({ fields, mine, now }: CompareRecordProps) {
  const translate = useTranslate()
  const sites = useOpenSites()
  const shown = (form: IdentityForm, field: IdentityField): string => {
    const value = form[field]
    if (typeof value === 'boolean') return translate(value ? 'record.yes' : 'record.no')
    return (field === 'siteId' ? sites.find(({ id }) => id === value)?.name : value) || '–'
  }
  return (
    <Card title={translate('record.compare_title')} flush>
      <Rows
        label={translate('record.compare_title')}
        rows={fields}
        rowKey={(field) => field}
        columns={[
          { key: 'field', heading: 'record.compare_field', cell: (field) => translate(fieldLabels[field]) },
          { key: 'theirs', heading: 'record.compare_theirs', cell: (field) => shown(now, field) },
          { key: 'mine', heading: 'record.compare_mine', cell: (field) => shown(mine, field) },
        ]}
      />
    </Card>
  )
}
