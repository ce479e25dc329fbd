import Box from '@mui/material/Box'
import { useNotify, useTranslate } from 'ra-core'
import { CommandFault } from '#client/layout/CommandFault.tsx'
import type { Session } from '#client/layout/session.ts'
import { useKeepPreferences, type Preferences } from '#client/layout/use-preferences.ts'
import { Card } from '#client/ui/Card.tsx'
import { Choice } from '#client/ui/Choice.tsx'
import { SelectField } from '#client/ui/Field.tsx'

/** Language, theme and single-letter keys; kept on the server, so they follow the person to any desk. */
export function PreferencesCard({ staff }: Pick<Session, 'staff'>) {
  const translate = useTranslate()
  const notify = useNotify()
  const { keep, fault } = useKeepPreferences()
  const change = async (changed: Partial<Preferences>) => {
    if (await keep(changed)) notify('account.kept', { type: 'success' })
  }
  return (
    <Card title={translate('account.preferences')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <SelectField
          label={translate('account.language')}
          value={staff.language}
          onChange={(event) => void change({ language: event.target.value as Preferences['language'] })}
        >
          <option value="en">English</option>
          <option value="es">Español</option>
        </SelectField>
        <SelectField
          label={translate('account.theme')}
          value={staff.theme}
          onChange={(event) => void change({ theme: event.target.value as Preferences['theme'] })}
        >
          {(['system', 'light', 'dark'] as const).map((theme) => (
            <option key={theme} value={theme}>
              {translate(`account.themes.${theme}`)}
            </option>
          ))}
        </SelectField>
        <div>
          <Box sx={{ typography: 'table', color: 'ink2', mb: 0.5 }}>{translate('account.single_keys')}</Box>
          <Choice
            label={translate('account.single_keys')}
            value={staff.singleKeys ? 'on' : 'off'}
            onChange={(value) => void change({ singleKeys: value === 'on' })}
            options={[
              { value: 'on', text: translate('account.keys_on') },
              { value: 'off', text: translate('account.keys_off') },
            ]}
          />
        </div>
        <CommandFault fault={fault} onRetry={() => undefined} />
      </Box>
    </Card>
  )
}
