import { useTranslate } from 'ra-core'
import { AuditEvents } from '#client/audit/AuditEvents.tsx'
import { SealBand } from '#client/audit/SealBand.tsx'
import { TeamEvents } from '#client/audit/TeamEvents.tsx'
import { Page } from '#client/layout/Page.tsx'
import { useMay } from '#client/layout/session.ts'

/** The record of who did and saw what: whether it is unbroken, and what it says. A manager sees the own team alone. */
export default function AuditPage() {
  const translate = useTranslate()
  const mayReadAll = useMay('audit.read') === 'Y'
  const mayVerify = useMay('audit.verify') === 'Y'
  return (
    <Page name="shell.audit" title={translate('shell.audit')} under={translate(mayReadAll ? 'audit.under' : 'audit.under_team')}>
      {mayVerify ? <SealBand /> : null}
      {mayReadAll ? <AuditEvents /> : <TeamEvents />}
    </Page>
  )
}
