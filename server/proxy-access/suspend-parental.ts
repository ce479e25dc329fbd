import { basisRules } from '#domain/access/bases.ts'
import type { RecordAccess } from '#db/access-facts.ts'
import type { Writer } from '#db/store.ts'
import type { Act } from '#server/http/act.ts'
import { changeState } from '#server/proxy-access/change-state.ts'

/** Suspends what every parent and guardian can see, on every portal, until it is reviewed by two. Returns how many. */
export async function suspendParental(w: Writer, act: Act, record: RecordAccess): Promise<number> {
  const open = record.grants.filter((one) => (one.state === 'active' || one.state === 'pending') && basisRules[one.basis as keyof typeof basisRules].parental)
  for (const grant of open) await changeState(w, act.app, act.scene, grant, { state: 'suspended', cause: 'disputed' })
  return open.length
}
