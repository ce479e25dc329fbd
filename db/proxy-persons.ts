import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { PersonMarks } from '#domain/access/blocks.ts'
import { displayName } from '#domain/names.ts'
import type { PlainDate } from '#domain/time.ts'
import type { Reader } from '#db/store.ts'

export type PersonRow = Reader['t']['proxyPersons']['$inferSelect']

/** A proxy with everything that they go by: names and contacts of their own chart count as theirs. */
export type KnownPerson = PersonMarks & {
  row: PersonRow
  name: string
  birthDate: PlainDate | null
  language: string | null
  dead: boolean
}

/** The proxies with these ids, each with all names, addresses and numbers. */
export async function knownPersons(db: Reader, ids: readonly string[]): Promise<Map<string, KnownPerson>> {
  const { proxyPersons, proxyPersonNames } = db.t
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.select().from(proxyPersons).where(inArray(proxyPersons.id, wanted))
  const others = await db.select().from(proxyPersonNames).where(inArray(proxyPersonNames.personId, wanted))
  const charts = await chartMarks(db, rows.flatMap((row) => row.patientId ?? []))
  return new Map(rows.map((row) => {
    const chart = row.patientId === null ? null : charts.get(row.patientId) ?? null
    return [row.id, {
      row, personId: row.id, patientId: row.patientId, name: chart?.name ?? displayName(row), dead: chart?.dead ?? false,
      birthDate: chart?.birthDate ?? row.birthDate, language: row.language ?? chart?.language ?? null,
      names: [
        { family: row.legalFamily, given: row.legalGiven }, ...(row.usedGiven === null ? [] : [{ family: row.legalFamily, given: row.usedGiven }]),
        ...others.filter((one) => one.personId === row.id).map(({ family, given }) => ({ family, given })), ...chart?.names ?? [],
      ],
      emails: [...(row.email === null ? [] : [row.email]), ...chart?.emails ?? []],
      phones: [...(row.phone === null ? [] : [row.phone]), ...chart?.phones ?? []],
    }]
  }))
}

/** What a patient goes by, for whoever may be or become a proxy, or is named by a block. */
export type ChartMarks = Omit<PersonMarks, 'personId'> & { name: string; birthDate: PlainDate; language: string | null; dead: boolean }

export async function chartMarks(db: Reader, patientIds: readonly string[]): Promise<Map<string, ChartMarks>> {
  const { patients, patientNames, patientContacts: c } = db.t
  const ids = [...new Set(patientIds)]
  if (ids.length === 0) return new Map()
  const charts = await db.select().from(patients).where(inArray(patients.id, ids))
  const names = await db.selectDistinct({ id: patientNames.patientId, family: patientNames.family, given: patientNames.given }).from(patientNames).where(inArray(patientNames.patientId, ids))
  const contacts = await db.select({ id: c.patientId, kind: c.kind, value: c.value }).from(c).where(and(inArray(c.patientId, ids), isNull(c.retiredAt)))
  return new Map(charts.map((chart) => {
    const valuesOf = (kind: string) => contacts.filter((one) => one.id === chart.id && one.kind === kind).map((one) => one.value)
    return [chart.id, {
      patientId: chart.id, name: displayName(chart), birthDate: chart.birthDate, language: chart.language, dead: chart.deceased,
      names: [
        { family: chart.legalFamily, given: chart.legalGiven }, { family: chart.usedFamily ?? chart.legalFamily, given: chart.usedGiven ?? chart.legalGiven },
        ...names.filter((one) => one.id === chart.id).map(({ family, given }) => ({ family, given })),
      ],
      emails: valuesOf('email'), phones: valuesOf('phone'),
    }]
  }))
}

/** The proxy who is this patient; null: they are none yet. */
export async function personOfPatient(db: Reader, patientId: string): Promise<PersonRow | null> {
  const { proxyPersons } = db.t
  const [row] = await db.select().from(proxyPersons).where(eq(proxyPersons.patientId, patientId))
  return row ?? null
}

/** Charts of people who hold or are to hold access to a record: they do not act on it as staff. */
export async function proxyPatientIds(db: Reader, patientId: string): Promise<string[]> {
  const { proxyGrants: g, proxyPersons: p } = db.t
  const rows = await db.selectDistinct({ id: p.patientId }).from(g).innerJoin(p, eq(p.id, g.personId))
    .where(and(eq(g.patientId, patientId), inArray(g.state, ['requested', 'held', 'pending', 'active', 'suspended']), isNotNull(p.patientId)))
  return rows.flatMap((row) => row.id ?? [])
}
