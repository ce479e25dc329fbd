import { useTranslate, type TranslateFunction } from 'ra-core'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import { BasisCell, NextCell, PersonCell, SeesCell } from '#client/proxy-access/GrantCells.tsx'
import { openFirst } from '#client/proxy-access/states.ts'
import { Card } from '#client/ui/Card.tsx'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { TextButton } from '#client/ui/TextLink.tsx'

type GrantsCardProps = { grants: readonly GrantLine[]; onOpen: (grant: GrantLine) => void }

/** Every grant of the patient on every portal, open ones first, with what it rests on; each opens to what may be done with it. */
export function GrantsCard({ grants, onOpen }: GrantsCardProps) {
  const translate = useTranslate()
  if (grants.length === 0) return null
  return (
    <Card title={translate('access.grants')} flush>
      <Rows
        label={translate('access.grants')}
        rows={openFirst(grants)}
        rowKey={({ id }) => id}
        columns={columnsWith(translate, onOpen)}
      />
    </Card>
  )
}

function columnsWith(translate: TranslateFunction, onOpen: GrantsCardProps['onOpen']): Column<GrantLine>[] {
  return [
    { key: 'who', heading: 'access.proxy', cell: (grant) => <PersonCell grant={grant} portal /> },
    { key: 'now', heading: 'access.sees_now', cell: (grant) => <SeesCell grant={grant} /> },
    { key: 'next', heading: 'access.next', cell: (grant) => <NextCell grant={grant} />, from: 'sm' },
    { key: 'basis', heading: 'access.basis_by', cell: (grant) => <BasisCell grant={grant} />, from: 'md' },
    {
      key: 'open',
      heading: 'access.act',
      align: 'right',
      cell: (grant) => (
        <TextButton type="button" aria-label={`${translate('access.open')} ${grant.personName}, ${grant.portalName}`} onClick={() => onOpen(grant)}>
          {translate('access.open')}
        </TextButton>
      ),
    },
  ]
}
