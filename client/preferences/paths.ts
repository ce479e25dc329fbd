/** Where what a patient does not want is read. */
export const preferencesPath = (patientId: string): string => `/patients/${encodeURIComponent(patientId)}/preferences`

/** What is read anew after a wish was recorded or taken back. */
export const touched = ['preferences', 'patients', 'invitations', 'enrollments'] as const
