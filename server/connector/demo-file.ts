import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 480
const HEIGHT = 320
/** Where the spots of the made-up photograph are, and how large. */
const SPOTS = [[96, 80, 9], [150, 190, 12], [210, 110, 7], [262, 236, 10], [318, 150, 13], [372, 84, 8], [404, 208, 9]] as const

/** The one picture that the demo's portal keeps: spots on skin, drawn here. Null: it keeps no such file. */
export function demoFile(ref: string): Buffer | null {
  return ref === 'demo/mother-of-child' ? pngOf(skinAt) : null
}

function skinAt(x: number, y: number): [number, number, number] {
  const isSpot = SPOTS.some(([left, top, radius]) => (x - left) ** 2 + (y - top) ** 2 < radius ** 2)
  const shade = Math.round(18 * Math.sin((x + 2 * y) / 90))
  return isSpot ? [196, 84, 78] : [226 + shade / 2, 180 + shade, 150 + shade]
}

function pngOf(colorAt: (x: number, y: number) => [number, number, number]): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) rows.set(colorAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 2], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
