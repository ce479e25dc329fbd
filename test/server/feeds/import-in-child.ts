import { spawn } from 'node:child_process'
import type { StoreAddress } from '#db/open.ts'

/** Imports in a process of its own and ends that as a power cut would once it has read so many rows; null: lets it end. */
export async function importInChild(address: StoreAddress, importId: string, killAfter: number | null): Promise<string> {
  const child = spawn(process.execPath, ['test/server/feeds/import-child.ts', address.dataDir, address.databaseUrl ?? '-', importId], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const read = Number([...said.matchAll(/read (\d+)/g)].at(-1)?.[1] ?? 0)
    if (killAfter !== null && read >= killAfter) child.kill('SIGKILL')
  })
  await new Promise((resolve) => { child.once('exit', resolve) })
  return said
}
