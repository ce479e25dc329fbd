import type { ContactFacts, PatientFacts } from '#domain/feeds/facts.ts'
import { foldName } from '#domain/names.ts'
import { DAY, type Instant } from '#domain/time.ts'
import { stableNumber, stablePick, stableShare } from '#seed/stable.ts'

/** Adults who have an address on file. Made up; the desk meets enough who have none. */
const ADULTS_WITH_EMAIL = 0.72
/** Children under 12 whose record carries a guardian's address, as R9 allows. */
const CHILDREN_WITH_PARENTS_EMAIL = 0.8
/** Teens with a guardian's address: the commonest desk error, to be worked (R10). */
const TEENS_WITH_PARENTS_EMAIL = 0.3
const TEENS_WITH_OWN_EMAIL = 0.3

/** Made-up addresses at domains that nobody owns, each given to one person only, unless a guardian shares theirs. */
export function emailBook(at: Instant) {
  const given = new Set<string>()

  function ownAddress(patient: PatientFacts): string {
    const name = `${asciiOf(patient.legalGiven.split(' ')[0] ?? '')}.${asciiOf(patient.legalFamily)}`
    const domain = stablePick(['example.com', 'example.org'], 'domain', patient.source, patient.sourceId)
    for (let number = 1; ; number++) {
      const address = `${name}${number === 1 ? '' : number}@${domain}`
      if (!given.has(address)) {
        given.add(address)
        return address
      }
    }
  }

  function emailOf(patient: PatientFacts, age: number, guardians: readonly PatientFacts[]): ContactFacts | null {
    if (patient.deceased) return null
    const share = stableShare('email', patient.source, patient.sourceId)
    const parents = guardians.flatMap((one) => one.contacts.find((contact) => contact.kind === 'email') ?? [])[0]
    const value = age >= 18
      ? (share < ADULTS_WITH_EMAIL ? ownAddress(patient) : null)
      : age < 12
        ? (share < CHILDREN_WITH_PARENTS_EMAIL ? parents?.value ?? null : null)
        : teenAddress(patient, share, parents?.value ?? null)
    return value === null ? null : { kind: 'email', use: null, value, sinceAt: at - daysOnFile(patient) * DAY, sinceProof: 'made' }
  }

  function teenAddress(patient: PatientFacts, share: number, parents: string | null): string | null {
    if (share < TEENS_WITH_PARENTS_EMAIL) return parents
    return share < TEENS_WITH_PARENTS_EMAIL + TEENS_WITH_OWN_EMAIL ? ownAddress(patient) : null
  }

  return { emailOf }
}

/** Most addresses are old, some are younger than the 30 days that a reset asks for, a few than 72 hours (ID-02, ID-03). */
function daysOnFile(patient: PatientFacts): number {
  const share = stableShare('email age', patient.source, patient.sourceId)
  const days = stableNumber('email days', patient.source, patient.sourceId)
  return share < 0.02 ? 1 + days % 2 : share < 0.07 ? 4 + days % 25 : 40 + days % 2500
}

function asciiOf(name: string): string {
  return foldName(name).replace(/[^a-z0-9]/g, '') || 'someone'
}
