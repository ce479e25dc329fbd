import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server on loopback that takes everything and counts how often each Message-ID came. */
export type MailSink = { url: string; taken: Map<string, number>; close: () => Promise<void> }

export async function openMailSink(): Promise<MailSink> {
  const taken = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false,
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => { text += chunk.toString('latin1') })
      stream.on('end', () => {
        const id = /^message-id:\s*(<[^>]+>)/im.exec(text)?.[1] ?? 'none'
        taken.set(id, (taken.get(id) ?? 0) + 1)
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, taken, close: () => new Promise((resolve) => { server.close(() => resolve()) }) }
}
