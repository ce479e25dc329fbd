import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { SitesField } from '#client/staff/SitesField.tsx'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import type { StaffRecord } from '#domain/contracts/staff.ts'

type SitesPanelProps = { member: StaffRecord; touched: readonly string[]; onDone: () => void; onClose: () => void }

/** At which sites somebody works, and whose worklists open first. */
export function SitesPanel({ member, touched, onDone, onClose }: SitesPanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const [choice, setChoice] = useState({ siteIds: member.siteIds, homeSiteId: member.homeSiteId })
  const submit = async () => {
    if (await run({ path: `/staff/${member.id}/change-sites`, body: choice, version: member.version }, touched)) onDone()
  }
  return (
    <FormPanel
      title={translate('staff.act.change-sites')}
      confirm={translate('staff.keep_sites')}
      pending={pending}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <SitesField choice={choice} onChange={setChoice} refusal={fieldRefusal(fault, 'siteIds')} />
    </FormPanel>
  )
}
