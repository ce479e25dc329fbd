import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core'
import { useState } from 'react'
import { RequestState } from '#client/approvals/RequestState.tsx'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import { ReasonPanel } from '#client/layout/ReasonPanel.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { DecisionButton } from '#client/ui/DecisionButton.tsx'
import { Facts } from '#client/ui/Facts.tsx'
import { Icon } from '#client/ui/Icon.tsx'
import { Moment } from '#client/ui/Moment.tsx'
import { Pane } from '#client/ui/Pane.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { allow, deny } from '#domain/decision.ts'
import type { TwoPersonRequest } from '#domain/contracts/two-person.ts'

const touched = ['two-person-requests', 'staff']

/** Exactly what will happen, who asks and why, until when, and the decision. */
export function RequestDetail({ request }: { request: TwoPersonRequest }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { run, fault, pending } = useCommand()
  const [declining, setDeclining] = useState(false)
  const path = `/two-person-requests/${request.id}`
  const isOpen = request.state === 'open'
  const decide = async (verb: 'approve' | 'withdraw') => {
    const stepUp = verb === 'approve' ? ({ action: 'two-person.approve', objectId: request.id } as const) : undefined
    if (await run({ path: `${path}/${verb}`, version: request.version, stepUp }, touched)) {
      notify(`approvals.done_${verb}`, { type: 'success' })
    }
  }
  useKeys(isOpen && request.mayDecide ? [{ keys: 'ctrl+enter', group: 'act', label: 'keys.approve', run: () => void decide('approve') }] : [])
  const bar = isOpen ? (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {request.mine ? (
        <>
          <DecisionButton decision={deny('OWN_REQUEST')} onClick={() => undefined}>
            {translate('approvals.approve')}
          </DecisionButton>
          <Button disabled={pending} onClick={() => void decide('withdraw')}>
            {translate('approvals.withdraw')}
          </Button>
        </>
      ) : (
        <>
          <DecisionButton
            variant="contained"
            decision={request.mayDecide ? allow : deny('ROLE_MAY_NOT', { who: translate('roles.privacy-officer') })}
            onClick={() => void decide('approve')}
            keys="ctrl+enter"
          >
            {translate('approvals.approve')}
          </DecisionButton>
          {request.mayDecide ? <Button onClick={() => setDeclining(true)}>{translate('approvals.decline')}</Button> : null}
        </>
      )}
    </Box>
  ) : null
  return (
    <Pane
      title={translate(`approvals.act.${request.action}`, { _: request.action })}
      aside={<RequestState state={request.state} />}
      bar={bar}
      reads
    >
      <Box sx={{ display: 'grid', gap: 2, p: 2, maxWidth: 720 }}>
        <Box component="h3" sx={{ typography: 'h2' }}>
          {translate('approvals.will_happen')}
        </Box>
        <Box component="ul" sx={{ display: 'grid', gap: 1 }}>
          {request.effect.map((line) => (
            <Box component="li" key={`${line.key} ${line.text}`} sx={{ display: 'flex', gap: 1, typography: 'lead', fontWeight: 400 }}>
              <Box component="span" sx={{ color: 'accent', pt: 0.25, display: 'inline-flex' }}>
                <Icon name="chevron" />
              </Box>
              {line.text}
            </Box>
          ))}
        </Box>
        <Facts facts={factsOf(request, translate)} />
        <CommandFault fault={fault} onRetry={() => void decide('approve')} />
      </Box>
      {declining ? (
        <ReasonPanel
          title={translate('approvals.decline_title')}
          effect={translate('approvals.decline_effect', { name: request.requestedBy.name })}
          confirm={translate('approvals.decline')}
          command={(reason) => ({ path: `${path}/decline`, body: { reason }, version: request.version })}
          touched={touched}
          onClose={() => setDeclining(false)}
          onDone={() => {
            setDeclining(false)
            notify('approvals.done_decline', { type: 'success' })
          }}
        />
      ) : null}
    </Pane>
  )
}

function factsOf(request: TwoPersonRequest, translate: TranslateFunction) {
  const facts = [
    { key: 'by', name: translate('approvals.by'), value: request.mine ? translate('approvals.you') : request.requestedBy.name },
    { key: 'why', name: translate('approvals.why'), value: request.reason },
    { key: 'at', name: translate('approvals.at'), value: <Moment at={request.requestedAt} /> },
  ]
  if (request.state === 'open') {
    return [...facts, { key: 'ends', name: translate('approvals.ends'), value: <Moment at={request.endsAt} /> }]
  }
  return [
    ...facts,
    { key: 'decider', name: translate('approvals.decided_by'), value: request.decidedBy?.name ?? translate('approvals.nobody') },
    { key: 'decision', name: translate('approvals.decision_reason'), value: request.decisionReason ?? '–' },
  ]
}
