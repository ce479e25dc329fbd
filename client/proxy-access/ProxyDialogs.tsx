import { useNotify } from 'ra-core'
import type { ReactNode } from 'react'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import type { GrantLine, ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { BlockPanel } from '#client/proxy-access/BlockPanel.tsx'
import { BlocksPanel } from '#client/proxy-access/BlocksPanel.tsx'
import { ConsentPanel, WithdrawConsent } from '#client/proxy-access/ConsentPanel.tsx'
import { DecidePanel } from '#client/proxy-access/DecidePanel.tsx'
import { GrantFacts } from '#client/proxy-access/GrantFacts.tsx'
import { GrantPanel } from '#client/proxy-access/GrantPanel.tsx'
import { EndLegalStatus, LegalStatusPanel } from '#client/proxy-access/LegalStatusPanel.tsx'
import { ParentPage, type PageAsked } from '#client/proxy-access/ParentPage.tsx'
import { ResendPanel } from '#client/proxy-access/ResendPanel.tsx'
import { ReviewPanel } from '#client/proxy-access/ReviewPanel.tsx'
import { RevokePanel } from '#client/proxy-access/RevokePanel.tsx'
import { EndSuppression, SuppressPanel } from '#client/proxy-access/SuppressPanel.tsx'
import { SuspendPanel } from '#client/proxy-access/SuspendPanel.tsx'

/** What is open above the screen of proxy access, with what it is about. */
export type Dialog =
  | { kind: 'grant' | 'legal' | 'consent' | 'block' | 'blocks' | 'suppress' }
  | { kind: 'revoke'; grant: GrantLine | undefined }
  | { kind: 'grant-facts' | 'review' | 'suspend' | 'resend' | 'decide'; grant: GrantLine }
  | { kind: 'print'; personId: string; name: string; asked: PageAsked }
  | { kind: 'end-legal'; status: ProxiesAnswer['legalStatuses'][number] }
  | { kind: 'withdraw-consent'; consent: ProxiesAnswer['consents'][number] }
  | { kind: 'end-suppression'; channel: ProxiesAnswer['suppressed'][number] }

type ProxyDialogsProps = { dialog: Dialog; facts: ProxiesAnswer; patient: PatientOverview; whom: ReactNode; reason: string | null; onOpen: (dialog: Dialog | null) => void }

/** The one dialog that is open: an act on this patient's proxies, or the facts of one of them. */
export function ProxyDialogs({ dialog, facts, patient, whom, reason, onOpen }: ProxyDialogsProps) {
  const notify = useNotify()
  const onClose = () => onOpen(null)
  const onDone = (said: string) => {
    notify(said, { type: 'success' })
    onClose()
  }
  const given = { patient, whom, facts, onDone, onClose }
  switch (dialog.kind) {
    case 'grant': return <GrantPanel {...given} />
    case 'revoke': return <RevokePanel {...given} grant={dialog.grant} onLater={(grant) => onOpen({ kind: 'review', grant })} />
    case 'grant-facts': return <GrantFacts grant={dialog.grant} onOpen={onOpen} onClose={onClose} />
    case 'review': return <ReviewPanel {...given} grant={dialog.grant} />
    case 'suspend': return <SuspendPanel {...given} grant={dialog.grant} />
    case 'resend': return <ResendPanel {...given} grant={dialog.grant} />
    case 'decide': return <DecidePanel {...given} grant={dialog.grant} />
    case 'print': return <ParentPage patient={patient} personId={dialog.personId} name={dialog.name} asked={{ ...dialog.asked, reason }} onClose={onClose} />
    case 'legal': return <LegalStatusPanel {...given} />
    case 'end-legal': return <EndLegalStatus {...given} status={dialog.status} />
    case 'consent': return <ConsentPanel {...given} />
    case 'withdraw-consent': return <WithdrawConsent {...given} consent={dialog.consent} />
    case 'block': return <BlockPanel {...given} />
    case 'blocks': return <BlocksPanel patient={patient} whom={whom} onClose={onClose} />
    case 'suppress': return <SuppressPanel {...given} />
    case 'end-suppression': return <EndSuppression {...given} channel={dialog.channel} />
  }
}
