import Button from '@mui/material/Button'
import { useLocation, useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import { AccessMatrix } from '#client/proxy-access/AccessMatrix.tsx'
import { GrantsCard } from '#client/proxy-access/GrantsCard.tsx'
import { ProxyDialogs, type Dialog } from '#client/proxy-access/ProxyDialogs.tsx'
import { StandingCard } from '#client/proxy-access/StandingCard.tsx'
import { SubjectLine } from '#client/proxy-access/SubjectLine.tsx'
import { isOpen } from '#client/proxy-access/states.ts'
import { useMatrix } from '#client/proxy-access/use-matrix.ts'
import { useProxies } from '#client/proxy-access/use-proxies.ts'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'
import { Failure } from '#client/ui/Failure.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Waiting } from '#client/ui/Waiting.tsx'

type ProxyTabProps = { patient: PatientOverview; whom: ReactNode; reason: string | null; tabs: ReactNode; banners: ReactNode }

/** What the screen before asked for: the grant dialog, or the column of a person on a portal. */
type Wanted = { opens?: 'grant'; portal?: string; person?: string }

/** Who can see what of a patient, on which day, and why; and what can be done about it. */
export default function ProxyTab({ patient, whom, reason, tabs, banners }: ProxyTabProps) {
  const translate = useTranslate()
  const wanted = (useLocation().state ?? {}) as Wanted
  const [dialog, setDialog] = useState<Dialog | null>(wanted.opens === 'grant' ? { kind: 'grant' } : null)
  const view = useMatrix(patient.id, reason, wanted.portal)
  const facts = useProxies(patient.id, reason)
  const mayGrant = useMay('proxy.grant') !== '-'
  const mayRevoke = useMay('proxy.revoke') !== '-'
  const open = facts.data?.grants.filter(isOpen) ?? []
  const canRevoke = mayRevoke && open.length > 0
  const grant = () => setDialog({ kind: 'grant' })
  const revoke = (personId: string | null = null) => setDialog({ kind: 'revoke', grant: open.find((one) => one.personId === personId) ?? (open.length === 1 ? open[0] : undefined) })
  useKeys([
    ...(mayGrant && facts.data ? [{ keys: 'g', group: 'act' as const, label: 'access.grant', run: grant }] : []),
    { keys: '[', group: 'move', label: 'access.previous_change', run: () => view.step(-1) },
    { keys: ']', group: 'move', label: 'access.next_change', run: () => view.step(1) },
  ])
  const fault = view.error ?? facts.error
  const shown = fault ? (
    <Failure error={fault} onRetry={() => void Promise.all([view.refetch(), facts.refetch()])} />
  ) : !view.matrix || !facts.data ? (
    <Waiting rows={10} />
  ) : (
    <AccessMatrix patient={patient} view={view} person={wanted.person ?? null} canGrant={mayGrant} onRevoke={canRevoke ? revoke : null} onOpen={setDialog} facts={facts.data}>
      <GrantsCard grants={facts.data.grants} onOpen={(one) => setDialog({ kind: 'grant-facts', grant: one })} />
      <StandingCard facts={facts.data} patient={patient} onOpen={setDialog} />
    </AccessMatrix>
  )
  return (
    <Page
      name="access.title"
      title={translate('access.question', { name: patient.name })}
      under={<SubjectLine patient={patient} matrix={view.matrix} />}
      actions={
        <>
          {canRevoke ? (
            <Button onClick={() => revoke()}>
              {translate('access.revoke_dots')} <KeyCap keys="x" />
            </Button>
          ) : null}
          {mayGrant && facts.data ? (
            <Button variant="contained" onClick={grant}>
              {translate('access.grant')} <KeyCap keys="g" />
            </Button>
          ) : null}
        </>
      }
      tabs={tabs}
      panes
    >
      {banners}
      {shown}
      {dialog && facts.data ? <ProxyDialogs dialog={dialog} facts={facts.data} patient={patient} whom={whom} reason={reason} onOpen={setDialog} /> : null}
    </Page>
  )
}
