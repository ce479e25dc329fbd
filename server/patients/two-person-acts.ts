import { undoDeceasedAct } from '#server/patients/undo-deceased.ts'
import { forInbox, type AnyTwoPersonAct } from '#server/two-person/two-person.ts'

/** What of this room takes two persons. */
export const patientTwoPersonActs: readonly AnyTwoPersonAct[] = [forInbox(undoDeceasedAct)]
