import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoFile } from '#server/connector/demo-file.ts'
import { messagePractice, MONDAY, type MessagePractice } from '#test/server/messages/build-messages.ts'
import { openPractice, type TestPractice } from '#test/support/desk.ts'

let practice: TestPractice
let m: MessagePractice
let portal: Server
let file: Uint8Array = new Uint8Array()

beforeAll(async () => {
  practice = await openPractice({ REQUESTS_PER_SECOND: '100000' })
  practice.clock.set(MONDAY)
  m = messagePractice(practice)
  portal = createServer((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'image/png' })
    res.end(file)
  })
  await new Promise<void>((up) => { portal.listen(0, '127.0.0.1', up) })
  const origin = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`
  writeFileSync(join(practice.app.config.dataDir, 'connectors.json'), JSON.stringify({ keys: [], webhooks: [{ portalId: 'mychart-ny-nj', url: `${origin}/hook`, files: `${origin}/files` }] }))
})
afterAll(async () => {
  await practice.stop()
  await new Promise((gone) => { portal.close(gone) })
})

/** What a desk is answered that asks for the picture of a message with this file. */
async function shown(bytes: Uint8Array) {
  file = bytes
  const { threadId } = await m.receive({ patientId: await m.patient(), attachments: [{ ref: 'f-1', name: 'photo.png', mediaType: 'image/png', bytes: bytes.byteLength }] })
  const desk = await practice.as('clinician1')
  const [attachment] = (await m.open(desk, threadId)).entries.flatMap(({ attachments }) => attachments)
  const answer = await fetch(`${practice.origin}/api/message-attachments/${attachment?.id ?? ''}/picture`, { headers: { Cookie: desk.cookie ?? '' } })
  return { answer, body: Buffer.from(await answer.arrayBuffer()), attachment }
}
const codeOf = async (bytes: Uint8Array): Promise<[number, string]> => {
  const { answer, body } = await shown(bytes)
  return [answer.status, (JSON.parse(body.toString('utf8')) as { code: string }).code]
}

const red = { create: { width: 2000, height: 1000, channels: 3, background: '#c00' } } as const
/** A PNG that says it has so many pixels, with next to nothing behind it. */
function bomb(side: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))])
}

test('a photograph is drawn anew: smaller, without where it was taken, and served so that nothing else can be made of it', async () => {
  const original = await sharp(red).withExif({ IFD0: { Artist: 'Somebody Secret' }, IFD3: { GPSLatitude: '41/1 1/1 1/1' } }).jpeg().toBuffer()
  expect(original.toString('latin1')).toContain('Somebody Secret')
  const { answer, body, attachment } = await shown(original)
  expect(attachment?.showsAsImage).toBe(true)
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options'), answer.headers.get('content-security-policy')]).toEqual([200, 'image/jpeg', 'nosniff', "default-src 'none'; sandbox"])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(body.toString('latin1')).not.toContain('Somebody Secret')
  expect(await sharp(body).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 800 })
  expect((await sharp(body).metadata()).exif).toBeUndefined()
  const rows = await practice.app.store.read.select().from(practice.app.store.read.t.messageAttachments)
  expect(JSON.stringify(rows).length).toBeLessThan(2_000)
})

test.each([['png', 'image/png'], ['webp', 'image/png']] as const)('a %s with transparency comes out as a fresh PNG', async (format, type) => {
  const { answer, body } = await shown(await sharp({ create: { ...red.create, channels: 4, background: { r: 0, g: 80, b: 0, alpha: 0.5 } } }).toFormat(format).toBuffer())
  expect([answer.status, answer.headers.get('content-type'), (await sharp(body).metadata()).format]).toEqual([200, type, 'png'])
})

test('a picture that is something else as well comes out as a picture alone', async () => {
  const both = Buffer.concat([await sharp(red).png().toBuffer(), Buffer.from('<html><script>alert(1)</script></html>PK\u0003\u0004')])
  const { answer, body } = await shown(both)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(body.toString('latin1')).not.toMatch(/<script|PK\u0003\u0004/)
})

test('a bomb, a script, a drawing with commands, half a picture and one that is too many bytes are sentences, and the server goes on', async () => {
  expect(await codeOf(bomb(50_000))).toEqual([409, 'ATTACHMENT_TOO_LARGE'])
  expect(await codeOf(new Uint8Array(21 * 1024 * 1024))).toEqual([409, 'ATTACHMENT_TOO_LARGE'])
  const hostile = ['<script>alert(1)</script>', '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>', 'GIF89a\u0001\u0000\u0001\u0000', '']
  for (const text of hostile) expect([text, await codeOf(new TextEncoder().encode(text))]).toEqual([text, [409, 'ATTACHMENT_NOT_SHOWN']])
  const whole = await sharp(red).png().toBuffer()
  expect(await codeOf(whole.subarray(0, whole.length / 2))).toEqual([409, 'ATTACHMENT_NOT_SHOWN'])
  expect((await shown(demoFile('demo/mother-of-child') ?? Buffer.alloc(0))).answer.status).toBe(200)
})

test('whoever may not read the thread gets no picture either', async () => {
  const { attachment } = await shown(await sharp(red).png().toBuffer())
  const elsewhere = await practice.as('clinician2')
  expect((await elsewhere.get(`/api/message-attachments/${attachment?.id}/picture`)).status).toBe(404)
  expect((await fetch(`${practice.origin}/api/message-attachments/${attachment?.id}/picture`)).status).toBe(401)
})
