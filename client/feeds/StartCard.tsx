import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useGetList, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { ImportAnswer } from '#domain/contracts/feeds.ts'
import type { Site } from '#domain/contracts/sites.ts'
import type { RosterMapping } from '#domain/rosters/mapping.ts'
import { CommandFault, fieldRefusal } from '#client/layout/CommandFault.tsx'
import { useCommand } from '#client/layout/use-command.ts'
import { Card } from '#client/ui/Card.tsx'
import { Field, SelectField } from '#client/ui/Field.tsx'

/** More sites than a practice has; the server allows at most 200 in one answer. */
const allSites = { pagination: { page: 1, perPage: 200 }, sort: { field: 'name', order: 'ASC' } } as const

type StartCardProps = { row: ImportAnswer; mapping: RosterMapping | null; isReady: boolean; isTried: boolean }

/** Tried first, without writing anything; what was tried to its end can then be done for good. */
export function StartCard({ row, mapping, isReady, isTried }: StartCardProps) {
  const translate = useTranslate()
  const { run, fault, pending } = useCommand<ImportAnswer>()
  const { data: sites = [] } = useGetList<Site>('sites', allSites)
  const open = sites.filter((site) => !site.retired)
  const [chosenId, setChosenId] = useState(row.siteId ?? '')
  const [keepAs, setKeepAs] = useState(row.source)
  const [tried, setTried] = useState<string | null>(null)
  const isUnderWay = row.state === 'running' || row.state === 'waiting'
  const siteId = open.length === 1 ? (open[0]?.id ?? '') : chosenId
  const reading = JSON.stringify([mapping, siteId])
  const isOtherThanTried = tried !== null && tried !== reading
  const start = async (dryRun: boolean) => {
    const saveMappingAs = mapping && keepAs.trim() !== '' ? { saveMappingAs: keepAs.trim() } : {}
    const answer = await run({ path: `/imports/${row.id}/start`, body: { dryRun, siteId: siteId || null, mapping, ...saveMappingAs } }, ['imports', 'import-refusals'])
    if (answer) setTried(reading)
  }
  const mayStart = isReady && siteId !== '' && !isUnderWay && !pending
  const mayImport = isTried && !isOtherThanTried
  return (
    <Card title={translate(mayImport ? 'feeds.import_title' : 'feeds.try_title')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 560 }}>
        {open.length > 1 ? (
          <SelectField label={translate('feeds.site')} hint={translate('feeds.site_hint')} value={siteId} required onChange={(event) => setChosenId(event.target.value)}>
            <option value="">{translate('feeds.choose')}</option>
            {open.map((site) => <option key={site.id} value={site.id}>{site.name}</option>)}
          </SelectField>
        ) : null}
        {mapping ? (
          <Field
            label={translate('feeds.keep_as')}
            hint={translate('feeds.keep_hint')}
            refusal={fieldRefusal(fault, 'saveMappingAs')}
            value={keepAs}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setKeepAs(event.target.value)}
          />
        ) : null}
        <Box sx={{ color: 'ink2' }}>{translate(mayImport ? 'feeds.import_text' : 'feeds.try_text')}</Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {mayImport ? <Button variant="contained" disabled={!mayStart} onClick={() => void start(false)}>{translate('feeds.import_do')}</Button> : null}
          <Button variant={mayImport ? 'outlined' : 'contained'} disabled={!mayStart} onClick={() => void start(true)}>
            {translate(isTried ? 'feeds.try_again' : 'feeds.try_do')}
          </Button>
        </Box>
        <CommandFault fault={fault} onRetry={() => void start(!mayImport)} />
      </Box>
    </Card>
  )
}
