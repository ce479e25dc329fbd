import Box from '@mui/material/Box'
import { useGetList, useTranslate } from 'ra-core'
import { CheckList } from '#client/ui/CheckList.tsx'
import { SelectField } from '#client/ui/Field.tsx'
import type { Site } from '#domain/contracts/sites.ts'

export type SiteChoice = { siteIds: string[]; homeSiteId: string | null }

/** More sites than a practice has; the server allows at most 200 in one answer. */
const ALL = { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' } } as const

type SitesFieldProps = { choice: SiteChoice; onChange: (choice: SiteChoice) => void; refusal?: string | null }

/** Which sites, and which of them opens first. */
export function SitesField({ choice, onChange, refusal }: SitesFieldProps) {
  const translate = useTranslate()
  const { data = [] } = useGetList<Site>('sites', ALL)
  const open = data.filter(({ retired }) => !retired)
  const chosen = open.filter(({ id }) => choice.siteIds.includes(id))
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <CheckList
        label={translate('shell.sites')}
        options={open.map(({ id, name }) => ({ value: id, text: name }))}
        chosen={choice.siteIds}
        refusal={refusal}
        onChange={(siteIds) =>
          onChange({ siteIds, homeSiteId: siteIds.includes(choice.homeSiteId ?? '') ? choice.homeSiteId : (siteIds[0] ?? null) })
        }
      />
      {chosen.length > 1 ? (
        <SelectField
          label={translate('staff.home_site')}
          value={choice.homeSiteId ?? ''}
          onChange={(event) => onChange({ ...choice, homeSiteId: event.target.value })}
        >
          {chosen.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
    </Box>
  )
}
