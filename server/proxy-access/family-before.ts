import { eq, inArray, or } from 'drizzle-orm'
import { knownPersons } from '#db/proxy-persons.ts'
import type { Reader } from '#db/store.ts'

type Named = { patientId: string; formerPersonIds: readonly string[]; formerLinkIds: readonly string[] }

/**
 * The family before an adoption, whichever way it was named: a proxy brings along the household links that name them, a link the proxy
 * whom it names. To end somebody's access and go on showing their name, or the other way round, would hide nothing (R33).
 */
export async function familyBefore(db: Reader, { patientId, formerPersonIds, formerLinkIds }: Named): Promise<{ personIds: string[]; linkIds: string[] }> {
  const { householdLinks: h, proxyPersons: p } = db.t
  const links = await db.select().from(h).where(or(eq(h.patientId, patientId), eq(h.relatedPatientId, patientId)))
  const otherEnd = (link: (typeof links)[number]) => (link.patientId === patientId ? link.relatedPatientId : link.patientId)
  const named = links.filter((link) => formerLinkIds.includes(link.id))
  const charts = named.flatMap((link) => otherEnd(link) ?? [])
  const theirs = charts.length === 0 ? [] : await db.select({ id: p.id }).from(p).where(inArray(p.patientId, charts))
  const personIds = [...new Set([...formerPersonIds, ...theirs.map((one) => one.id)])]
  const own = new Set([...(await knownPersons(db, personIds)).values()].flatMap((one) => one.patientId ?? []))
  const alsoNamed = links.filter((link) => own.has(otherEnd(link) ?? ''))
  return { personIds, linkIds: [...new Set([...named, ...alsoNamed].map((link) => link.id))] }
}
