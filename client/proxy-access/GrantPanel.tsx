import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'ra-core'
import { useRef, useState } from 'react'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import { localDateOf } from '#domain/time.ts'
import { EvidenceFields } from '#client/proxy-access/EvidenceFields.tsx'
import { LevelFields } from '#client/proxy-access/LevelFields.tsx'
import { PersonPicker } from '#client/proxy-access/PersonPicker.tsx'
import { RefusedGrant } from '#client/proxy-access/RefusedGrant.tsx'
import { SecondPerson } from '#client/proxy-access/SecondPerson.tsx'
import { Section } from '#client/proxy-access/Section.tsx'
import { emptyGrant, grantBodyOf, missingIn, takesTwo, type Chosen } from '#client/proxy-access/grant-form.ts'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'
import { useMay } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { WordsField } from '#client/ui/Field.tsx'
import { KeyCap } from '#client/ui/KeyCap.tsx'
import { useKeys } from '#client/ui/keys.ts'
import { Panel, panelBar } from '#client/ui/Panel.tsx'
import { usePracticeTime } from '#client/ui/practice.ts'
import { Refused } from '#client/ui/refused.ts'
import { serverNow } from '#client/ui/ticking.ts'

type Granted = { id: string; state: GrantLine['state']; mailWithheld?: string | null }

/** Gives somebody access: evidence first, then who, then how much and until when. What takes two is asked for instead. */
export function GrantPanel({ patient, whom, facts, onDone, onClose }: PanelProps) {
  const translate = useTranslate()
  const { zone } = usePracticeTime()
  const { run, fault, pending } = useCommand<Granted>()
  const [form, setForm] = useState(() => emptyGrant(facts, localDateOf(serverNow(), zone)))
  const [person, setPerson] = useState<Chosen | null>(null)
  const [held, setHeld] = useState(false)
  const [tried, setTried] = useState(false)
  const words = useRef<HTMLTextAreaElement>(null)
  const mayAsk = useMay('proxy.grant-disputed') === '2'
  const isRefusedAlone = fault instanceof Refused && fault.problem.code === 'PROXY_NEEDS_SECOND_PERSON'
  const two = takesTwo(form) || isRefusedAlone
  const asksReason = useMay('proxy.grant').includes('R') || two
  const missing = missingIn(form, person, facts, asksReason)
  const isHeld = held || (fault instanceof Refused && fault.problem.code === 'PROXY_NEEDS_PRIVACY_OFFICER')
  const send = async () => {
    setTried(true)
    if (missing.length > 0 || person === null || (two && !mayAsk)) return
    const body = grantBodyOf(form, person, facts)
    const command = two ? { path: paths.askGrant(patient.id), body } : { path: paths.grant(patient.id), body, stepUp: { action: 'proxy.grant' as const, objectId: patient.id } }
    const answer = await run(command, touched)
    if (!answer) return
    if (answer.data.state === 'held') setHeld(true)
    else onDone(two ? 'access.done_asked' : answer.data.mailWithheld ? 'access.done_no_mail' : 'access.done_granted')
  }
  useKeys([{ keys: 'ctrl+enter', group: 'act', run: () => void send() }])
  if (isHeld) {
    return (
      <Panel title={translate('access.grant')} onClose={onClose}>
        <RefusedGrant name={person?.name ?? ''} bare />
        <Box sx={{ mt: 2 }}>
          <Button autoFocus onClick={onClose}>{translate('access.close')}</Button>
        </Box>
      </Panel>
    )
  }
  const isOnFields = fault instanceof Refused && fault.problem.errors !== undefined
  return (
    <Panel title={translate('access.grant')} width={860} onClose={onClose}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        {whom}
        <Section title={translate('access.evidence')} jump="alt+1">
          <EvidenceFields form={form} facts={facts} fault={fault} onChange={setForm} />
        </Section>
        <Section title={translate('access.person')} jump="alt+2">
          <PersonPicker
            patientId={patient.id}
            candidates={facts.candidates}
            chosen={person}
            reason={form.reason}
            missing={tried && person === null}
            onChoose={(one, relationship) => {
              setPerson(one)
              if (relationship) setForm((before) => ({ ...before, relationship }))
              if (one) words.current?.focus()
            }}
          />
        </Section>
        <Section title={translate('access.how_much')} jump="alt+3">
          <LevelFields form={form} facts={facts} fault={fault} onChange={setForm} />
        </Section>
        {asksReason ? (
          <WordsField
            ref={words}
            label={translate('ui.reason')}
            hint={translate('ui.reason_hint')}
            value={form.reason}
            maxLength={500}
            refusal={fieldRefusal(fault, 'reason') ?? (tried && missing.includes('ui.reason') ? translate('access.reason_missing') : null)}
            onChange={(event) => setForm({ ...form, reason: event.target.value })}
          />
        ) : null}
        {two ? <SecondPerson mayAsk={mayAsk} /> : null}
        {isOnFields || isRefusedAlone ? null : <CommandFault fault={fault} onRetry={() => void send()} />}
        <Box sx={panelBar}>
          {two && !mayAsk ? null : (
            <Button type="submit" variant="contained" disabled={pending}>
              {translate(two ? 'access.ask_second' : 'access.grant')} <KeyCap keys="ctrl+enter" />
            </Button>
          )}
          <Button onClick={onClose}>{translate('ui.leave_it')}</Button>
          {missing.length > 0 ? (
            <Box component="span" role="status" sx={{ typography: 'table', color: tried ? 'late' : 'ink2' }}>
              {translate('access.missing', { what: missing.map((key) => translate(key)).join(', ') })}
            </Box>
          ) : null}
        </Box>
      </Box>
    </Panel>
  )
}
