import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { preferencesBody } from '#domain/contracts/session.ts'
import type { Writer } from '#db/store.ts'
import { done, record, type Act, type Outcome } from '#server/http/act.ts'

type Preferences = z.infer<typeof preferencesBody>

/** The person's own language, theme and keys; kept here and not in the browser. */
export async function changePreferences(w: Writer, act: Act, preferences: Preferences): Promise<Outcome<Preferences>> {
  await w.update(w.t.staff).set(preferences).where(eq(w.t.staff.id, act.actor.id))
  await record(w, act, { event: 'staff.preferences-changed', objectId: act.actor.id, detail: { fields: Object.keys(preferences).join(',') } })
  return done(preferences)
}
