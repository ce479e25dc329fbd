import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** One mail as the server got it. */
export type Received = { from: string; to: string; raw: string; messageId: string }

/** What a mail server does with a mail: all of these happen in the world. */
export type Habit =
  | { does: 'take' }
  | { does: 'answer'; code: number; words: string }
  /** Breaks off when the mail begins. */
  | { does: 'drop' }
  /** Says nothing any more when the mail begins. */
  | { does: 'hang' }
  /** Has the whole mail and is gone before its yes. */
  | { does: 'die after DATA' }
  /** Waits with its yes until it is told. */
  | { does: 'wait'; until: Promise<void> }

export type MailServer = {
  url: string
  received: Received[]
  habit: (next: Habit | ((to: string) => Habit)) => void
  close: () => Promise<void>
}

/** A real SMTP server on loopback with the habits a test gives it. */
export async function mailServer(): Promise<MailServer> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let habitOf: (to: string) => Habit = () => ({ does: 'take' })
  const cut = (): void => sockets.forEach((socket) => socket.destroy())

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'], logger: false, disableReverseLookup: true,
    onRcptTo: ({ address }, _session, callback) => {
      const habit = habitOf(address)
      if (habit.does === 'drop') return cut()
      if (habit.does === 'hang') return
      if (habit.does === 'answer') return callback(Object.assign(new Error(habit.words), { responseCode: habit.code }))
      callback()
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const { mailFrom } = session.envelope
        received.push({ from: mailFrom ? mailFrom.address : '', to, raw, messageId: /^message-id: *(\S+)/im.exec(raw)?.[1] ?? '' })
        const habit = habitOf(to)
        if (habit.does === 'die after DATA') return cut()
        void (async () => {
          if (habit.does === 'wait') await habit.until
          callback()
        })()
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    habit: (next) => { habitOf = typeof next === 'function' ? next : () => next },
    close: async () => {
      cut()
      await new Promise<void>((resolve) => { server.close(() => resolve()) })
    },
  }
}

/** A port that takes connections and never says a word. */
export async function muteServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      sockets.forEach((socket) => socket.destroy())
      await new Promise<void>((resolve) => { server.close(() => resolve()) })
    },
  }
}
