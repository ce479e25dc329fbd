import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { revokeWishes, type RevokeWish } from '#domain/access/grant-states.ts'
import type { GrantLine } from '#domain/contracts/proxy-access.ts'
import type { PanelProps } from '#client/proxy-access/panel-props.ts'
import { paths, touched } from '#client/proxy-access/paths.ts'
import { isOpen } from '#client/proxy-access/states.ts'
import { FormPanel } from '#client/layout/FormPanel.tsx'
import { useMay } from '#client/layout/session.ts'
import { useCommand } from '#client/layout/use-command.ts'
import { Choice } from '#client/ui/Choice.tsx'
import { SelectField, WordsField } from '#client/ui/Field.tsx'
import { Note } from '#client/ui/Note.tsx'

type RevokePanelProps = PanelProps & { grant: GrantLine | undefined; onLater: (grant: GrantLine) => void }

/** Ends somebody's access: since when, and at whose request. Always possible; nobody else is told or touched. */
export function RevokePanel({ whom, facts, grant, onLater, onDone, onClose }: RevokePanelProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand()
  const open = facts.grants.filter(isOpen)
  const [id, setId] = useState((grant ?? open[0])?.id ?? '')
  const [since, setSince] = useState<'now' | 'later'>('now')
  const [wish, setWish] = useState<RevokeWish>('not-said')
  const [reason, setReason] = useState('')
  const mayReview = useMay('proxy.review') !== '-'
  const chosen = open.find((one) => one.id === id)
  const submit = async () => {
    if (!chosen) return
    if (since === 'later') return onLater(chosen)
    const body = { wish, ...(reason.trim() ? { reason: reason.trim() } : {}) }
    if (await run({ path: paths.ofGrant(chosen.id, 'revoke'), body }, touched)) onDone('access.done_revoked')
  }
  const canWait = mayReview && (chosen?.state === 'active' || chosen?.state === 'suspended')
  return (
    <FormPanel
      title={translate('access.revoke_title')}
      confirm={translate(since === 'later' ? 'access.set_end' : 'access.revoke')}
      pending={pending}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {whom}
      <SelectField label={translate('access.whose')} value={id} autoFocus={!grant} onChange={(event) => setId(event.target.value)}>
        {open.map((one) => (
          <option key={one.id} value={one.id}>
            {`${one.personName}, ${translate(`access.relationship.${one.relationship}`)} · ${one.portalName}`}
          </option>
        ))}
      </SelectField>
      <SelectField label={translate('access.wish_label')} value={wish} autoFocus={grant !== undefined} onChange={(event) => setWish(event.target.value as RevokeWish)}>
        {revokeWishes.map((one) => (
          <option key={one} value={one}>
            {translate(`access.wish.${one}`)}
          </option>
        ))}
      </SelectField>
      {canWait ? (
        <Choice
          label={translate('access.since_when')}
          value={since}
          onChange={setSince}
          options={[{ value: 'now', text: translate('access.since_now') }, { value: 'later', text: translate('access.since_later') }]}
        />
      ) : null}
      <WordsField label={translate('access.words')} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      <Note icon="flag">{translate('access.revoke_effect', { name: chosen?.personName ?? '' })}</Note>
    </FormPanel>
  )
}
