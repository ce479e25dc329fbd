import type { ReactNode } from 'react'
import type { PatientOverview } from '#domain/contracts/patients.ts'
import type { ProxiesAnswer } from '#domain/contracts/proxy-access.ts'

/** What every dialog of proxy access is given: about whom, what is on record, and what follows. */
export type PanelProps = {
  patient: PatientOverview
  /** The patient as every dialog that acts on one shows them. */
  whom: ReactNode
  facts: ProxiesAnswer
  /** Key of the sentence that says what was done. */
  onDone: (said: string) => void
  onClose: () => void
}
