import { setTimeout as pause } from 'node:timers/promises'
import { registerOwn, shownWaits, workAtDesk, type Waits } from '#test/bench/desk-at-work.ts'
import { envOf, peakOf, rateOf, type Done, type Practice } from '#test/bench/emptied.ts'
import { sessionHeaders } from '#test/bench/lookup-practice.ts'
import { startServer } from '#test/support/running-server.ts'

/** The desk alone, before the import begins. */
const ALONE_MS = 8_000

/** Imports through the running server while a desk works at a steady rate; what the desk waited, alone and beside it. */
export async function besideDesk(practice: Practice, size: number, importing: () => Promise<Done>, rows: number): Promise<Record<string, string>> {
  // Sat down just now: a desk that rested through a long load is locked.
  const headers = await sessionHeaders(practice.dataDir, practice.port)
  const server = await startServer(envOf(practice))
  try {
    const own = await registerOwn(practice.port, headers)
    const alone = await workAtDesk(practice.port, headers, size, own)
    await pause(ALONE_MS)
    await alone.stop()
    const desk = await workAtDesk(practice.port, headers, size, own)
    const done = await importing()
    await desk.stop()
    return shownFigures({ rate: rateOf(done, rows), peak: peakOf(server), before: alone.waits(), during: desk.waits() })
  } finally {
    await server.stop()
  }
}

function shownFigures({ rate, peak, before, during }: { rate: string; peak: string; before: Waits; during: Waits }): Record<string, string> {
  return {
    'rows per s': rate, 'peak MiB': peak,
    'look-up alone p50 · p95 · max ms': shownWaits(before['look-up']), 'look-up p50 · p95 · max ms': shownWaits(during['look-up']),
    'record p50 · p95 · max ms': shownWaits(during.record), 'edit alone': shownWaits(before.edit), 'edit p50 · p95 · max ms': shownWaits(during.edit),
  }
}
