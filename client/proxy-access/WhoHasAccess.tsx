import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useTranslate, type TranslateFunction } from 'ra-core'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import { AgeRuler } from '#client/proxy-access/AgeRuler.tsx'
import { BasisCell, NextCell, PersonCell, SeesCell } from '#client/proxy-access/GrantCells.tsx'
import { openFirst } from '#client/proxy-access/states.ts'
import { useProxies } from '#client/proxy-access/use-proxies.ts'
import { useMay } from '#client/layout/session.ts'
import { Card } from '#client/ui/Card.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Failure } from '#client/ui/Failure.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Rows, type Column } from '#client/ui/Rows.tsx'
import { TextLink } from '#client/ui/TextLink.tsx'
import { Waiting } from '#client/ui/Waiting.tsx'

type WhoHasAccessProps = { patient: PatientOverview; reason: string | null }

/** On the overview: who has access and until when, over the ages at which it changes; each leads to its why. */
export function WhoHasAccess({ patient, reason }: WhoHasAccessProps) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { data, error, refetch } = useProxies(patient.id, reason)
  const mayGrant = useMay('proxy.grant') !== '-'
  const tab = `/patients/${patient.id}/proxy-access`
  const grant = () => void navigate(tab, { state: { opens: 'grant' } })
  useKeys(mayGrant ? [{ keys: 'g', group: 'act', label: 'access.grant', run: grant }] : [])
  const button = mayGrant ? (
    <Button size="small" onClick={grant}>
      {translate('access.grant')} <KeyCap keys="g" />
    </Button>
  ) : null
  return (
    <Card
      title={translate('access.who_has')}
      aside={
        <Box component="span" sx={{ display: 'inline-flex', gap: 1.5, alignItems: 'center' }}>
          {translate('access.as_of_now')} {button}
        </Box>
      }
      flush
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting rows={3} /> : null}
      {data && patient.age < 18 ? <AgeRuler ruler={data.ruler} birthDate={data.birthDate} /> : null}
      {data?.grants.length === 0 ? (
        <EmptyState kind="first-day" title={translate('access.nobody')} text={translate(patient.age >= 18 ? 'access.nobody_adult' : 'access.nobody_text')} />
      ) : null}
      {data && data.grants.length > 0 ? (
        <Rows
          label={translate('access.who_has')}
          rows={openFirst(data.grants)}
          rowKey={({ id }) => id}
          columns={columnsWith(translate, tab, data.portals.length > 1)}
        />
      ) : null}
    </Card>
  )
}

function columnsWith(translate: TranslateFunction, tab: string, several: boolean): Column<GrantLine>[] {
  return [
    { key: 'who', heading: 'access.proxy', cell: (one) => <PersonCell grant={one} portal={several} /> },
    { key: 'now', heading: 'access.sees_now', cell: (one) => <SeesCell grant={one} /> },
    { key: 'next', heading: 'access.next', cell: (one) => <NextCell grant={one} />, from: 'sm' },
    { key: 'basis', heading: 'access.basis_by', cell: (one) => <BasisCell grant={one} />, from: 'md' },
    {
      key: 'why',
      heading: 'access.why',
      align: 'right',
      cell: (one) => (
        <TextLink to={tab} state={{ portal: one.portalId, person: one.personId }} aria-label={`${translate('access.why')} ${one.personName}`}>
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{translate('access.why')}</Box>
        </TextLink>
      ),
    },
  ]
}
