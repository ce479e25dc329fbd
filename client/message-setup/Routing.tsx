import { useTranslate } from 'ra-core'
import type { z } from 'zod'
import type { routingAnswer } from '#domain/contracts/message-settings.ts'
import { ReadCard } from '#client/message-setup/ReadCard.tsx'
import { RoutingForm } from '#client/message-setup/RoutingForm.tsx'
import { TryRouting } from '#client/message-setup/TryRouting.tsx'
import { useRead } from '#client/layout/use-read.ts'

export type RoutingNow = z.infer<typeof routingAnswer>

/** Where a message goes: the first rule that fits decides, and what no rule takes goes to the default. */
export function Routing() {
  const translate = useTranslate()
  const read = useRead<RoutingNow>('message-routing', { path: '/message-routing' })
  return (
    <>
      <ReadCard read={read} title={translate('setup.rules')} aside={read.data?.changedBy ? translate('setup.changed_by', { name: read.data.changedBy, version: read.data.version }) : null}>
        {(routing) => <RoutingForm key={routing.version} routing={routing} />}
      </ReadCard>
      <TryRouting />
    </>
  )
}
