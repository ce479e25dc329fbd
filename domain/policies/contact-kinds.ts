import type { ContactPoint, ContactPurpose } from '#domain/portals/contact-points.ts'
import type { OfficeHours } from '#domain/portals/hours.ts'

const nothing = { phone: null, tty: null, email: null, address: null, hours: null }

/** A published number; its hours are not published on any shipped portal. */
export function phone(purposes: ContactPurpose[], number: string, tty: string | null = null): ContactPoint {
  return { ...nothing, purposes, kind: 'phone', phone: number, tty }
}

/** A mailbox and the hours in which it is read. */
export function mailbox(purposes: ContactPurpose[], email: string, hours: OfficeHours): ContactPoint {
  return { ...nothing, purposes, kind: 'mailbox', email, hours }
}

/** The patient's own practice, by the number and address of its site. */
export function office(purposes: ContactPurpose[]): ContactPoint {
  return { ...nothing, purposes, kind: 'office' }
}
