/*
 * Draws a picture anew, in a process of its own that knows nothing: bytes of a stranger in, fresh bytes out, then it ends.
 * Whatever is wrong with them ends here and not in the server. Exit 3: not a picture that is shown; 4: too many pixels.
 */
import sharp from 'sharp'

/** Pixels of the largest picture that is opened: a phone's photograph has 12 to 50 million. */
const MOST_PIXELS = 60_000_000
/** Longer side of what is drawn. */
const LONGEST_SIDE = 1600

sharp.cache(false)
sharp.concurrency(1)
// Only the three kinds that are shown are ever opened; every other reader of the library stays shut.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })

async function drawn(bytes: Buffer): Promise<Buffer> {
  // Neither place nor camera nor any other word of the original goes into what is drawn.
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
  const { width, height, hasAlpha } = await picture.metadata()
  if (width * height > MOST_PIXELS) process.exit(4)
  const fresh = picture.rotate().resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
  return hasAlpha ? fresh.png().toBuffer() : fresh.jpeg({ quality: 85 }).toBuffer()
}

const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part as Buffer)
try {
  process.stdout.write(await drawn(Buffer.concat(parts)))
} catch (error) {
  process.exitCode = error instanceof Error && /pixel limit/i.test(error.message) ? 4 : 3
}
