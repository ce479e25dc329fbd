import { createContext } from 'react'

export type StepUpNeed = { action: string; objectId: string }

/** Asks the person for a fresh second factor for one act; null when they would rather not. */
export type AskStepUp = (need: StepUpNeed) => Promise<string | null>

export const StepUpContext = createContext<AskStepUp>(async () => null)
