/** One row of a patient search, as the server gives it: masked, without clinical content. */
export type PatientRow = {
  id: string
  name: string
  birthDate: string
  age: number
  mrnTail: string
  phoneTail: string | null
  siteName: string | null
  portalState: string
  matched: string[]
}
