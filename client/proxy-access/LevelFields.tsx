import Box from '@mui/material/Box'
import { useTranslate } from 'ra-core'
import { areaLevels, representativeAreas, type AreaLevel } from '#domain/access/bases.ts'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'
import { fieldGrid } from '#client/proxy-access/Section.tsx'
import { levelOf, withPortal, type GrantForm } from '#client/proxy-access/grant-form.ts'
import { fieldRefusal } from '#client/layout/CommandFault.tsx'
import type { CommandFault } from '#client/layout/use-command.ts'
import { Field, SelectField } from '#client/ui/Field.tsx'
import { FieldRefusal } from '#client/ui/FieldRefusal.tsx'

type LevelFieldsProps = { form: GrantForm; facts: ProxiesAnswer; fault: CommandFault; onChange: (form: GrantForm) => void }

/** On which portal, how much, and until when: one of the two dates is always set. */
export function LevelFields({ form, facts, fault, onChange }: LevelFieldsProps) {
  const translate = useTranslate()
  const levels = facts.portals.find(({ id }) => id === form.portalId)?.levels ?? []
  const areaRefusal = fieldRefusal(fault, 'areas')
  return (
    <>
      <Box sx={{ ...fieldGrid, gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' } }}>
        <SelectField
          label={translate('access.portal')}
          value={form.portalId}
          refusal={fieldRefusal(fault, 'portalId')}
          onChange={(event) => onChange(withPortal(form, event.target.value, facts.portals))}
        >
          {facts.portals.map((portal) => (
            <option key={portal.id} value={portal.id}>
              {portal.takesNew ? portal.name : translate('access.takes_none', { portal: portal.name })}
            </option>
          ))}
        </SelectField>
        <SelectField label={translate('access.level')} value={form.levelId} refusal={fieldRefusal(fault, 'levelId')} onChange={(event) => onChange({ ...form, levelId: event.target.value })}>
          {levels.map((level) => (
            <option key={level.id} value={level.id}>
              {level.name}
            </option>
          ))}
        </SelectField>
        <Field
          label={translate('access.review_on')}
          type="date"
          value={form.reviewOn}
          refusal={fieldRefusal(fault, 'reviewOn')}
          onChange={(event) => onChange({ ...form, reviewOn: event.target.value })}
        />
        <Field
          label={translate('access.end_on')}
          hint={translate('access.end_hint')}
          type="date"
          value={form.endOn}
          refusal={fieldRefusal(fault, 'endOn')}
          onChange={(event) => onChange({ ...form, endOn: event.target.value })}
        />
      </Box>
      {levelOf(form, facts)?.perArea ? (
        <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
          <Box component="legend" sx={{ typography: 'table', color: 'ink2', mb: 0.5, p: 0 }}>
            {translate('access.areas')}
          </Box>
          <Box sx={fieldGrid}>
            {representativeAreas.map((area) => (
              <SelectField
                key={area}
                label={translate(`access.area.${area}`)}
                value={form.areas[area] ?? 'none'}
                onChange={(event) => onChange({ ...form, areas: { ...form.areas, [area]: event.target.value as AreaLevel } })}
              >
                {areaLevels.map((level) => (
                  <option key={level} value={level}>
                    {translate(`access.area_level.${level}`)}
                  </option>
                ))}
              </SelectField>
            ))}
          </Box>
          {areaRefusal ? <FieldRefusal id="areas-refusal">{areaRefusal}</FieldRefusal> : null}
        </Box>
      ) : null}
    </>
  )
}
