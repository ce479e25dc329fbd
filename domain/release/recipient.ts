/** For whom a question about a result is: the patient, or somebody who acts for them; `personId` null: whoever does. */
export type Recipient = { kind: 'patient' } | { kind: 'representative'; personId: string | null }
