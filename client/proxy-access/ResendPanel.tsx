import { useTranslate } from 'ra-core'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'

/** Sends the person the page to confirm on once more; the one before stops working. */
export function ResendPanel({ whom, grant, onDone, onClose }: PanelProps & { grant: GrantLine }) {
  const translate = useTranslate()
  return (
    <ReasonPanel
      title={translate('access.resend')}
      whom={whom}
      effect={translate('access.resend_effect', { name: grant.personName })}
      confirm={translate('access.resend')}
      command={(reason) => ({ path: paths.ofGrant(grant.id, 'resend'), body: { reason } })}
      touched={touched}
      onDone={() => onDone('access.done_resent')}
      onClose={onClose}
    />
  )
}
