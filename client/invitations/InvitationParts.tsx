import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { Action } from '#domain/actions.ts'
import { mayOpen } from '#client/layout/menu.ts'
import { Page } from '#client/layout/Page.tsx'
import { PageTabs } from '#client/layout/PageTabs.tsx'
import { useSessionState } from '#client/layout/session.ts'

const parts: readonly { to: string; label: string; needs: readonly Action[] }[] = [
  { to: '/invitations', label: 'invitations.tab_all', needs: ['invitation.read'] },
  { to: '/invitations/registrations', label: 'invitations.tab_registrations', needs: ['registration.read'] },
  { to: '/invitations/shared', label: 'invitations.tab_shared', needs: ['shared-contact.read'] },
  { to: '/invitations/campaigns', label: 'invitations.tab_campaigns', needs: ['campaign.read'] },
]

/** The worklists of inviting, each with its address; only those that the role may open. */
export function InvitationParts({ under, actions, children }: { under: string; actions?: ReactNode; children: ReactNode }) {
  const translate = useTranslate()
  const { session } = useSessionState()
  const tabs = session ? parts.filter(({ needs }) => mayOpen(needs, session.may)) : []
  return (
    <Page name="invitations.title" title={translate('invitations.title')} under={under} actions={actions} tabs={<PageTabs label={translate('invitations.parts')} tabs={tabs} />}>
      {children}
    </Page>
  )
}
