import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { callChannels, callRelays, type CallRelay } from '#domain/recovery/words.ts'
import type { Role } from '#domain/roles.ts'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { Switch } from '#client/ui/FilterBar.tsx'

export type CallTyped = { channel: (typeof callChannels)[number]; relay: CallRelay; language: 'en' | 'es'; shownNumber: string }

/** How a call most likely comes in for this person: a front desk sees people, in the patient's own language. */
export function firstCall(roles: readonly Role[], language: string | null): CallTyped {
  return { channel: roles.includes('helpline') ? 'call' : 'desk', relay: 'none', language: language?.toLowerCase().startsWith('es') ? 'es' : 'en', shownNumber: '' }
}

/** As the server takes it; of the number that the phone shows only the end is kept. */
export function callBodyOf({ channel, relay, language, shownNumber }: CallTyped) {
  return { channel, relay: channel === 'desk' ? 'none' : relay, language, shownNumber: channel === 'desk' || shownNumber.trim() === '' ? null : shownNumber.trim() }
}

/** How the caller is here: by phone or at the desk, in which language, with whom between. */
export function CallFields({ value, onChange }: { value: CallTyped; onChange: (value: CallTyped) => void }) {
  const translate = useTranslate()
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Switch label={translate('recovery.channel_label')} value={value.channel} options={callChannels.map((one) => ({ value: one, text: translate(`recovery.channel.${one}`) }))} onChange={(channel) => onChange({ ...value, channel })} />
        <Switch label={translate('recovery.call_language')} value={value.language} options={[{ value: 'en', text: translate('recovery.english') }, { value: 'es', text: translate('recovery.spanish') }]} onChange={(language) => onChange({ ...value, language })} />
      </Box>
      {value.channel === 'call' ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          <SelectField label={translate('recovery.relay_label')} value={value.relay} onChange={(event) => onChange({ ...value, relay: callRelays.find((one) => one === event.target.value) ?? 'none' })}>
            {callRelays.map((one) => <option key={one} value={one}>{translate(`recovery.relay.${one}`)}</option>)}
          </SelectField>
          <Field label={translate('recovery.shown_number')} hint={translate('recovery.shown_number_hint')} inputMode="tel" maxLength={40} autoComplete="off" value={value.shownNumber} onChange={(event) => onChange({ ...value, shownNumber: event.target.value })} />
        </Box>
      ) : null}
    </>
  )
}
