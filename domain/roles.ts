/** The six roles of staff (security.md §1). A person may hold several; rights are the union. */
export const roles = ['front-desk', 'helpline', 'clinician', 'manager', 'privacy-officer', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A prescriber releases and holds results; clinical staff (nurse, medical assistant) answer and comment. */
export const clinicianKinds = ['prescriber', 'clinical-staff'] as const
export type ClinicianKind = (typeof clinicianKinds)[number]
