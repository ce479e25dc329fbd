import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Clinician, PractitionerRecord } from '#domain/contracts/practitioners.ts'
import { foldWords } from '#domain/names.ts'
import { isoOrNull } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'
import { done, refuse, type Act, type Outcome } from '#server/http/act.ts'
import { activeClinicians } from '#server/practitioners/clinicians.ts'
import { lineOf, rolesOfPractitioners, selectLines } from '#server/practitioners/list-practitioners.ts'

/** One practitioner: how much hangs on them, who else bears the NPI, and which colleagues it may be. */
export async function readPractitioner(db: Reader, act: Act, id: string): Promise<Outcome<PractitionerRecord>> {
  const { practitioners: p, careTeamMembers: c, orders, staff } = db.t
  const [row] = await selectLines(db).where(eq(p.id, id))
  const [match] = await db.select({ at: p.matchedAt, byName: staff.name }).from(p).leftJoin(staff, eq(staff.id, p.matchedBy)).where(eq(p.id, id))
  if (!row || !match) return refuse('NOT_FOUND')
  const line = lineOf(row, await rolesOfPractitioners(db, [id]))
  const bearers = line.npi === null ? [] : await db.select({ id: p.id, name: p.name, source: p.source }).from(p).where(eq(p.npi, line.npi)).orderBy(asc(p.name), asc(p.id))
  return done({
    ...line,
    careTeams: await db.$count(c, and(eq(c.practitionerId, id), or(isNull(c.untilAt), gt(c.untilAt, act.at)))),
    orders: await db.$count(orders, eq(orders.practitionerId, id)),
    sameNpi: bearers.filter((one) => one.id !== id),
    matchedAt: isoOrNull(match.at),
    matchedByName: match.byName,
    candidates: likeliestFirst(line, await activeClinicians(db)),
  }, line.version)
}

/** By NPI, then by how many words of the name they share. */
function likeliestFirst(line: { name: string; npi: string | null }, clinicians: readonly Clinician[]): Clinician[] {
  const words = new Set(foldWords(line.name))
  const rank = (one: Clinician): number =>
    (line.npi !== null && one.npi === line.npi ? 100 : 0) + foldWords(one.name).filter((word) => words.has(word) && word !== 'dr').length
  return clinicians.toSorted((a, b) => rank(b) - rank(a))
}
