import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import type { Action } from '#domain/actions.ts'
import { mayOpen } from '#client/layout/menu.ts'
import { Page } from '#client/layout/Page.tsx'
import { PageTabs } from '#client/layout/PageTabs.tsx'
import { useSessionState } from '#client/layout/session.ts'

const parts: readonly { to: string; label: string; needs: readonly Action[] }[] = [
  { to: '/recovery', label: 'recovery.queue', needs: ['recovery.read'] },
  { to: '/recovery/supervision', label: 'recovery.supervision', needs: ['recovery.supervise'] },
  { to: '/recovery/agent', label: 'recovery.agent', needs: ['incident.contain'] },
]

/** The parts of account recovery, each with its address; only those that the role may open. */
export function RecoveryParts({ under, actions, children }: { under: string; actions?: ReactNode; children: ReactNode }) {
  const translate = useTranslate()
  const { session } = useSessionState()
  const tabs = session ? parts.filter(({ needs }) => mayOpen(needs, session.may)) : []
  return (
    <Page name="recovery.title" title={translate('recovery.title')} under={under} actions={actions} tabs={tabs.length > 1 ? <PageTabs label={translate('recovery.parts')} tabs={tabs} /> : undefined}>
      {children}
    </Page>
  )
}
