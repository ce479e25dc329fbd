import type { OpenReader } from '#db/store.ts'
import { verifyChain, type ChainReport, type ChainWalk } from '#server/audit/chain.ts'

/** What a full look at the data found. `damage`: names of the checks that failed, for the operator. */
export type FullCheck = { damage: Damage[]; chain: ChainReport }
export type Damage = 'file' | 'references' | 'audit-chain' | 'schema'

/** Reads everything: pages of the file, references between rows, the audit chain (DU-08). Minutes on a large practice. */
export async function fullCheck(db: OpenReader, walk: ChainWalk): Promise<FullCheck> {
  const damage: Damage[] = await rowsDamage(db)
  const chain = await verifyChain(db, walk)
  if (chain.firstBad !== null) damage.push('audit-chain')
  return { damage, chain }
}

/** Whether pages and references hold. PostgreSQL checks its references itself; its pages are its operator's. */
export async function rowsDamage(db: OpenReader): Promise<Damage[]> {
  if (db.engine === 'postgres') return []
  const pages = await db.raw('pragma integrity_check(1)').catch(() => [{ integrity_check: 'unreadable' }])
  if (pages[0]?.integrity_check !== 'ok') return ['file']
  return (await db.raw('pragma foreign_key_check')).length > 0 ? ['references'] : []
}
