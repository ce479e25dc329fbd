import type { z } from 'zod'
import { canRecordWish, EVERY_PORTAL } from '#domain/preferences.ts'
import type { optOutVersion, RecordOptOut } from '#domain/contracts/preferences.ts'
import type { Writer } from '#db/store.ts'
import { optOutsOf } from '#db/opt-outs.ts'
import { done, record, refuse, refuseBy, type Act, type Outcome } from '#server/http/act.ts'
import { chartToActOn } from '#server/patients/patients.ts'
import { portalsFor } from '#server/preferences/portals-for.ts'
import { tellPortals } from '#server/preferences/tell-portals.ts'

type Asked = { params: { id: string }; body: RecordOptOut }

/** Records that a patient does not want something, with an account or without (R71). From the commit on the gate of mail says no. */
export async function recordOptOut(w: Writer, act: Act, { params, body }: Asked): Promise<Outcome<z.infer<typeof optOutVersion>>> {
  const opened = await chartToActOn(w, act, params.id)
  if ('refused' in opened) return opened
  const { chart } = opened
  const portals = await portalsFor(w, chart, act.at)
  const meant = portals.filter((one) => body.portalId === null || one.id === body.portalId)
  if (body.portalId !== null && meant.length === 0) return refuse('PORTAL_NOT_HERE')
  const wish = { portalId: body.portalId ?? EVERY_PORTAL, channel: body.channel, kind: body.kind }
  const held = await optOutsOf(w, chart.id)
  const may = canRecordWish({
    deceased: chart.deceased, wish, portals: meant.map(({ channels, staffMaySet }) => ({ channels, staffSetOptOuts: staffMaySet })),
    stands: held.some((one) => one.kind === wish.kind && one.channel === wish.channel && (one.portalId === wish.portalId || one.portalId === EVERY_PORTAL)),
  })
  if (!may.allowed) return refuseBy(may)
  const id = act.app.random.id()
  const reason = body.reason ?? ''
  const written = await w.insert(w.t.optOuts).values({ id, patientId: chart.id, ...wish, source: body.source, reason, setBy: act.actor.id, setAt: act.at })
    .onConflictDoNothing().returning({ id: w.t.optOuts.id })
  // Two desks at once: one wish.
  if (written.length === 0) return refuse('OPT_OUT_STANDS')
  await record(w, act, { event: 'opt-out.recorded', patientId: chart.id, objectId: id, detail: { ...wish, source: body.source, reason } })
  await tellPortals(w, act, chart.id, wish.portalId)
  w.announce('patients', chart.id)
  return done({ id, version: 1 }, 1)
}
