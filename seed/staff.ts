import type { ClinicianKind, Role } from '#domain/roles.ts'
import { DAY, type Instant } from '#domain/time.ts'
import type { Writer } from '#db/store.ts'
import { stableId } from '#seed/stable.ts'

/** A member of staff as a seed describes them. */
export type SeedStaff = {
  userName: string
  name: string
  roles: readonly Role[]
  clinicianKind?: ClinicianKind
  npi?: string
  email: string
  /** The site that opens first, then the others. */
  siteIds: readonly string[]
  /** Their own chart here. */
  patientId?: string
  status?: 'active' | 'disabled'
  /** Days before the seed's instant on which they joined; that instant where it is left out. */
  joinedDaysBefore?: number
}

/** How a seeded person signs in; null where nobody does with a password. */
export type SeedSecrets = { passwordHash: string; totpSealed: string } | null

export const staffIdOf = (userName: string): string => stableId('staff', userName)

/** Writes members of staff with their roles and sites. Running it again changes nothing. */
export async function writeStaff(w: Writer, people: readonly SeedStaff[], secrets: SeedSecrets, at: Instant): Promise<void> {
  if (people.length === 0) return
  const { staff, staffRoles, staffSites } = w.t
  await w.insert(staff).values(people.map((one) => ({
    id: staffIdOf(one.userName),
    userName: one.userName,
    name: one.name,
    email: one.email,
    npi: one.npi ?? null,
    clinicianKind: one.clinicianKind ?? null,
    status: one.status ?? 'active',
    passwordHash: secrets?.passwordHash ?? null,
    totpSealed: secrets?.totpSealed ?? null,
    patientId: one.patientId ?? null,
    createdAt: at - (one.joinedDaysBefore ?? 0) * DAY,
  }))).onConflictDoNothing()
  await w.insert(staffRoles).values(people.flatMap((one) =>
    one.roles.map((role) => ({ staffId: staffIdOf(one.userName), role })))).onConflictDoNothing()
  await w.insert(staffSites).values(people.flatMap((one) =>
    one.siteIds.map((siteId, place) => ({ staffId: staffIdOf(one.userName), siteId, home: place === 0 })))).onConflictDoNothing()
}
