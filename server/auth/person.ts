import { eq } from 'drizzle-orm'
import type { Reader } from '#db/store.ts'
import type { App } from '#server/app.ts'

/** The part of a staff row that signing in needs. */
export type SignInPerson = {
  id: string; userName: string; status: string; passwordHash: string | null; totpSealed: string | null
}

/** A user name as rows hold it: lower case, NFC, without outer spaces. */
export function foldUserName(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase()
}

export function findByUserName(db: Reader, userName: string): Promise<SignInPerson | null> {
  return findOne(db, eq(db.t.staff.userName, userName))
}

export function findById(db: Reader, id: string): Promise<SignInPerson | null> {
  return findOne(db, eq(db.t.staff.id, id))
}

async function findOne(db: Reader, where: ReturnType<typeof eq>): Promise<SignInPerson | null> {
  const { staff } = db.t
  const [row] = await db.select({
    id: staff.id, userName: staff.userName, status: staff.status, passwordHash: staff.passwordHash, totpSealed: staff.totpSealed,
  }).from(staff).where(where)
  return row ?? null
}

/** Ties a first step to the password that opened it: a password changed in between ends the sign-in. */
export function passwordMark(app: App, person: Pick<SignInPerson, 'id' | 'passwordHash'>): string {
  return app.secrets.hmac('session', 'half', person.id, person.passwordHash ?? '')
}
