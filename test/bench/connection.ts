import { connect, type Socket } from 'node:net'

/** One kept connection that sends requests written beforehand, one after another: the client must cost less than what it measures. */
export type Connection = { send: (request: string) => Promise<{ status: number; body: string }>; close: () => void }

/** A request as bytes on the wire. */
export function requestOf(method: 'GET' | 'POST', path: string, headers: Record<string, string> = {}, body = ''): string {
  const all = { Host: '127.0.0.1', ...headers, ...(method === 'POST' ? { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)) } : {}) }
  return `${method} ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

/** Connects to a server on this machine whose answers say how long they are. */
export async function connectTo(port: number): Promise<Connection> {
  const socket = await open(port)
  let held: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (answer: { status: number; body: string }) => void; reject: (error: Error) => void } | null = null
  const take = (): void => {
    const end = held.indexOf('\r\n\r\n')
    if (!waiting || end < 0) return
    const head = held.toString('latin1', 0, end)
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0)
    if (held.length < end + 4 + length) return
    const { resolve } = waiting
    const body = held.toString('utf8', end + 4, end + 4 + length)
    held = held.subarray(end + 4 + length)
    waiting = null
    resolve({ status: Number(head.slice(9, 12)), body })
  }
  socket.on('data', (chunk: Buffer) => {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
    take()
  })
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')))
  return {
    send: (request) => new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('the server has closed the connection'))
      waiting = { resolve, reject }
      socket.write(request)
    }),
    close: () => void socket.destroy(),
  }
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.setNoDelay(true)
    socket.once('error', reject)
  })
}
