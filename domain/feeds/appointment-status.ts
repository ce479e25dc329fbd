/** FHIR R4 AppointmentStatus. */
export const appointmentStatuses = [
  'proposed', 'pending', 'booked', 'arrived', 'fulfilled', 'cancelled', 'noshow', 'entered-in-error', 'checked-in', 'waitlist',
] as const
export type AppointmentStatus = (typeof appointmentStatuses)[number]
