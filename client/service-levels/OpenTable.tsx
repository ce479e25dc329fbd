import { useTranslate, type TranslateFunction } from 'ra-core'
import { ageBands } from '#domain/messages/words.ts'
import { DrillNumber } from '#client/service-levels/DrillNumber.tsx'
import { Named } from '#client/service-levels/Named.tsx'
import type { OnDrill, Queue } from '#client/service-levels/levels.ts'
import { Rows, type Column } from '#client/ui/Rows.tsx'

/** The bars as a table. */
export function OpenTable({ queues, onDrill }: { queues: readonly Queue[]; onDrill: OnDrill }) {
  const translate = useTranslate()
  return <Rows label={translate('levels.open_by_age')} rows={queues} rowKey={({ id }) => id} columns={columnsOf(translate, onDrill)} />
}

function columnsOf(translate: TranslateFunction, onDrill: OnDrill): Column<Queue>[] {
  return [
    { key: 'name', heading: 'levels.queue', cell: ({ name, portalName }) => (portalName ? `${name} · ${portalName}` : name) },
    ...ageBands.map((band): Column<Queue> => ({
      key: band, heading: `levels.band.${band}`, align: 'right',
      cell: ({ id, name, bands }) => <Named name={translate(`levels.band.${band}`)}><DrillNumber n={bands[band]} figure={{ of: 'open', queueId: id, band }} title={`${name}, ${translate(`levels.band.${band}`)}`} onDrill={onDrill} /></Named>,
    })),
    {
      key: 'unclaimed', heading: 'levels.nobody_has', align: 'right',
      cell: ({ id, name, unclaimed }) => <Named name={translate('levels.nobody_has')}><DrillNumber n={unclaimed} figure={{ of: 'open', queueId: id, assignee: 'nobody' }} title={`${name}, ${translate('levels.nobody_has')}`} onDrill={onDrill} /></Named>,
    },
    {
      key: 'total', heading: 'levels.open_now', align: 'right',
      cell: ({ id, name, total }) => <Named name={translate('levels.open_now')}><DrillNumber n={total} figure={{ of: 'open', queueId: id }} title={`${name}, ${translate('levels.open_now')}`} onDrill={onDrill} /></Named>,
    },
  ]
}
