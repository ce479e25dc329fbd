import fc from 'fast-check'
import { expect, test } from 'vitest'
import { framed, unframer } from '#domain/hl7/mllp.ts'

test('messages come out of their frames whole, however the connection cuts them', () => {
  const message = fc.uint8Array({ minLength: 1, maxLength: 60 }).filter((bytes) => !bytes.some((byte, at) => byte === 0x1c && (bytes[at + 1] === 0x0d || at === bytes.length - 1)))
  fc.assert(fc.property(fc.array(message, { maxLength: 6 }), fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (messages, cuts) => {
    const wire = messages.flatMap((one) => [...framed(one)])
    const take = unframer(1_000)
    const found: number[][] = []
    for (let at = 0, turn = 0; at < wire.length; turn += 1) {
      const size = cuts[turn % cuts.length] ?? 1
      const answer = take(Uint8Array.from(wire.slice(at, at + size)))
      expect(answer.broken).toBeNull()
      found.push(...answer.messages.map((one) => [...one]))
      at += size
    }
    expect(found).toEqual(messages.map((one) => [...one]))
  }))
})

test('noise outside a frame, and a message without end, break the connection', () => {
  expect(unframer(10)(Uint8Array.from([0x41])).broken).toBe('noise')
  expect(unframer(10)(Uint8Array.from([0x0b, ...Array<number>(20).fill(0x41)])).broken).toBe('too-long')
  expect(unframer(10)(Uint8Array.from([0x0d, 0x0a])).broken).toBeNull()
})
