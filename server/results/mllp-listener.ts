import { createServer, type Socket } from 'node:net'
import { ackOf } from '#domain/hl7/ack.ts'
import { framed, unframer } from '#domain/hl7/mllp.ts'
import { MINUTE } from '#domain/time.ts'
import type { App } from '#server/app.ts'
import { faultOf } from '#server/log.ts'
import { bySystem } from '#server/results/jobs.ts'
import { takeMessage } from '#server/results/take-message.ts'

const LARGEST = 8 * 1024 * 1024
const MOST_LINES = 20
const IDLE_MS = 5 * MINUTE

/** The listener for laboratories on this machine; a tunnel or an interface engine stands before it. */
export type LabListener = { port: number; stop: () => Promise<void> }

/**
 * Listens for HL7 v2 messages in MLLP frames on the loopback address (MLLP_PORT). Messages of one connection are taken one
 * after another; the answer leaves when what it says is durable: AA taken, AE refused, AR when it may be sent again.
 */
export async function startLabListener(app: App): Promise<LabListener | null> {
  const { mllpPort } = app.config
  if (mllpPort === null) return null
  const lines = new Set<Socket>()
  const server = createServer((line) => {
    if (lines.size >= MOST_LINES) return void line.destroy()
    lines.add(line)
    line.setTimeout(IDLE_MS, () => line.destroy())
    line.on('error', () => line.destroy())
    line.on('close', () => lines.delete(line))
    serve(app, line)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(mllpPort, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : mllpPort,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const line of lines) line.end()
      const cut = setTimeout(() => { for (const line of lines) line.destroy() }, 2_000)
      await closed
      clearTimeout(cut)
    },
  }
}

function serve(app: App, line: Socket): void {
  const take = unframer(LARGEST)
  let turn: Promise<void> = Promise.resolve()
  line.on('data', (piece: Buffer) => {
    const { messages, broken } = take(piece)
    line.pause()
    turn = turn.then(async () => {
      for (const message of messages) line.write(framed(Buffer.from(await answerTo(app, message), 'utf8')))
      if (broken) line.destroy()
      else line.resume()
    })
  })
}

async function answerTo(app: App, message: Uint8Array): Promise<string> {
  const at = app.clock.now()
  try {
    return (await takeMessage(app, message, { via: 'mllp', scene: bySystem(at), timeZone: app.config.practiceTimeZone })).ack
  } catch (error) {
    app.log.error({ fault: faultOf(error) }, 'a laboratory message could not be written')
    return ackOf(null, { code: 'AR', text: 'not now, send it again', at, id: app.random.id().slice(0, 20) })
  }
}
