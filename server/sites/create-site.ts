import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Site, siteBody } from '#domain/contracts/sites.ts'
import type { Writer } from '#db/store.ts'
import { done, record, refuse, type Act, type Outcome } from '#server/http/act.ts'

export async function createSite(w: Writer, act: Act, body: z.infer<typeof siteBody>): Promise<Outcome<Site>> {
  const { sites } = w.t
  if (await w.$count(sites, eq(sites.name, body.name)) > 0) return refuse('SITE_NAME_TAKEN')
  const id = act.app.random.id()
  const phone = body.phone ?? null
  await w.insert(sites).values({ id, ...body, phone, source: 'console' })
  await record(w, act, { event: 'site.changed', objectId: id, detail: { fields: 'created' } })
  w.announce('sites', id)
  return done({ id, name: body.name, timeZone: body.timeZone, jurisdiction: body.jurisdiction, phone, retired: false, version: 1 }, 1)
}
