import { and, asc, eq, inArray, isNotNull, isNull, ne, notInArray, or } from 'drizzle-orm'
import type { OtherHolders, StaffStatus } from '#domain/staff.ts'
import { roles as allRoles, type ClinicianKind, type Role } from '#domain/roles.ts'
import type { Reader } from '#db/store.ts'

/** A member of staff with roles and sites, as commands decide over them. */
export type StaffRow = {
  id: string; userName: string; name: string; email: string | null; status: StaffStatus; version: number
  clinicianKind: ClinicianKind | null; hasPassword: boolean; roles: Role[]; siteIds: string[]; homeSiteId: string | null
}

export async function findStaff(db: Reader, id: string): Promise<StaffRow | null> {
  const { staff, staffSites } = db.t
  const [row] = await db.select().from(staff).where(eq(staff.id, id))
  if (!row) return null
  const sites = await db.select().from(staffSites).where(eq(staffSites.staffId, id)).orderBy(asc(staffSites.siteId))
  return {
    id, userName: row.userName, name: row.name, email: row.email, status: row.status as StaffStatus, version: row.version,
    clinicianKind: row.clinicianKind as ClinicianKind | null, hasPassword: row.passwordHash !== null,
    roles: await rolesOf(db, id), siteIds: sites.map((one) => one.siteId), homeSiteId: sites.find((one) => one.home)?.siteId ?? null,
  }
}

/** Roles in the order of the table. */
export async function rolesOf(db: Reader, id: string): Promise<Role[]> {
  const held = await db.select({ role: db.t.staffRoles.role }).from(db.t.staffRoles).where(eq(db.t.staffRoles.staffId, id))
  return allRoles.filter((role) => held.some((one) => one.role === role))
}

/** Who else is active in the roles that the practice cannot be without. */
export async function otherHolders(db: Reader, id: string): Promise<OtherHolders> {
  const { staff, staffRoles } = db.t
  const others = await db.select({ role: staffRoles.role }).from(staffRoles).innerJoin(staff, eq(staff.id, staffRoles.staffId))
    .where(and(eq(staff.status, 'active'), ne(staff.id, id), inArray(staffRoles.role, ['administrator', 'privacy-officer'])))
  const count = (role: Role) => others.filter((one) => one.role === role).length
  return { administrators: count('administrator'), privacyOfficers: count('privacy-officer') }
}

/** People who were privacy officer here and have joined, whatever became of them. */
export async function privacyOfficersEverJoined(db: Reader): Promise<number> {
  const { staff, staffRoles } = db.t
  const rows = await db.select({ id: staff.id }).from(staffRoles).innerJoin(staff, eq(staff.id, staffRoles.staffId))
    .where(and(eq(staffRoles.role, 'privacy-officer'), or(eq(staff.status, 'active'), isNotNull(staff.passwordHash))))
  return rows.length
}

/** The ids among these that are no site, or a retired one. */
export async function unknownSites(db: Reader, siteIds: readonly string[]): Promise<string[]> {
  if (siteIds.length === 0) return []
  const known = await db.select({ id: db.t.sites.id }).from(db.t.sites).where(and(inArray(db.t.sites.id, [...siteIds]), isNull(db.t.sites.retiredAt)))
  return siteIds.filter((id) => !known.some((one) => one.id === id))
}

export async function siteNames(db: Reader, siteIds: readonly string[]): Promise<string[]> {
  if (siteIds.length === 0) return []
  const rows = await db.select({ name: db.t.sites.name }).from(db.t.sites).where(inArray(db.t.sites.id, [...siteIds])).orderBy(asc(db.t.sites.name))
  return rows.map((row) => row.name)
}

/** Staff other than these who are not disabled and are written to at the address. */
export async function othersAtAddress(db: Reader, email: string, except: readonly string[] = []): Promise<number> {
  const { staff } = db.t
  return db.$count(staff, and(eq(staff.email, email), ne(staff.status, 'disabled'), except.length > 0 ? notInArray(staff.id, [...except]) : undefined))
}
