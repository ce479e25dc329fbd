import { useNotify, useTranslate } from 'ra-core'
import { useState } from 'react'
import { mayActOn, plainCommand, staffActs, type StaffActName } from '#client/staff/acts.ts'
import { RolesPanel } from '#client/staff/RolesPanel.tsx'
import { SitesPanel } from '#client/staff/SitesPanel.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useSessionState } from '#client/layout/session.ts'
import { DecisionButton } from '#client/ui/DecisionButton.tsx'
import type { StaffRecord } from '#domain/contracts/staff.ts'

const touched = ['staff', 'two-person-requests']

/** The acts on a member of staff, each with its reason when it is refused; those for two persons only ask. */
export function StaffActs({ member }: { member: StaffRecord }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { session } = useSessionState()
  const [open, setOpen] = useState<StaffActName | null>(null)
  if (!session) return null
  const act = staffActs.find(({ name }) => name === open)
  const close = () => setOpen(null)
  const done = () => {
    close()
    notify(act?.asks ? 'staff.asked' : `staff.done.${open}`, { type: 'success' })
  }
  return (
    <>
      {staffActs
        .filter(({ fits }) => fits(member))
        .map((one) => (
          <DecisionButton
            key={one.name}
            decision={mayActOn(one, member, session.staff.id, session.may[one.action], (role) => translate(`roles.${role}`))}
            onClick={() => setOpen(one.name)}
          >
            {translate(`staff.act.${one.name}`)}
          </DecisionButton>
        ))}
      {open === 'change-roles' ? <RolesPanel member={member} touched={touched} onDone={done} onClose={close} /> : null}
      {open === 'change-sites' ? <SitesPanel member={member} touched={touched} onDone={done} onClose={close} /> : null}
      {act && open !== 'change-roles' && open !== 'change-sites' ? (
        <ReasonPanel
          title={translate(`staff.act.${act.name}`)}
          effect={translate(`staff.effect.${act.name}`, { name: member.name })}
          confirm={translate(act.asks ? 'staff.ask' : `staff.act.${act.name}`)}
          command={(reason) => plainCommand(act, member, reason)}
          touched={touched}
          wordless={act.wordless}
          danger={act.danger}
          onDone={done}
          onClose={close}
        />
      ) : null}
    </>
  )
}
