/** MLLP (HL7 v2 over a plain connection): a message stands between VT and FS CR. */
const START = 0x0b
const END = 0x1c
const RETURN = 0x0d

/** A message in its frame. */
export function framed(message: Uint8Array): Uint8Array {
  const out = new Uint8Array(message.length + 3)
  out[0] = START
  out.set(message, 1)
  out[message.length + 1] = END
  out[message.length + 2] = RETURN
  return out
}

/** What a piece of a connection brought: whole messages, and whether the other side broke the frame. */
export type Unframed = { messages: Uint8Array[]; broken: 'noise' | 'too-long' | null }

/**
 * Takes messages out of their frames as bytes come, in whatever pieces. Line ends between frames are nothing; anything
 * else outside a frame, or a message longer than `longest` bytes, breaks the connection.
 */
export function unframer(longest: number): (piece: Uint8Array) => Unframed {
  let held: number[] | null = null
  let ended = false
  return (piece) => {
    const messages: Uint8Array[] = []
    for (const byte of piece) {
      if (held === null) {
        if (byte === START) held = []
        else if (byte !== RETURN && byte !== 0x0a) return { messages, broken: 'noise' }
      } else if (ended) {
        ended = false
        if (byte === RETURN) {
          messages.push(Uint8Array.from(held))
          held = null
        } else held.push(END, byte)
      } else if (byte === END) ended = true
      else held.push(byte)
      if (held !== null && held.length > longest) return { messages, broken: 'too-long' }
    }
    return { messages, broken: null }
  }
}
