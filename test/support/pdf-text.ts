import { inflateSync } from 'node:zlib'

/** Objects of a PDF by number: the words before the stream, and the stream as text of bytes. */
type Parts = Map<string, { head: string; stream: string }>

/**
 * The text of a PDF that pdfkit wrote, line by line as it is drawn: glyphs are turned back into letters by the maps that the
 * file carries for whoever copies or reads aloud (ToUnicode). What a map lacks is `\uFFFD`.
 */
export function pdfText(pdf: Buffer): string[] {
  const parts = partsOf(pdf.toString('latin1'))
  const fonts = fontsOf(parts)
  const lines: string[] = []
  for (const { head, stream } of parts.values()) {
    if (!/\bTf\b/.test(stream) || head.includes('/Type /')) continue
    let map = new Map<string, string>()
    for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) map = fonts.get(name) ?? new Map<string, string>()
      else lines.push(lettersOf(shown ?? '', map))
    }
  }
  return lines
}

function lettersOf(shown: string, map: Map<string, string>): string {
  const codes = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
  return codes.map((code) => map.get(code.toLowerCase()) ?? '\uFFFD').join('')
}

function partsOf(text: string): Parts {
  const parts: Parts = new Map()
  for (const [, number = '', head = '', raw] of text.matchAll(/(\d+) 0 obj\s(.*?)(?:stream\r?\n(.*?)\r?\nendstream\s*)?endobj/gs)) {
    parts.set(number, { head, stream: raw === undefined ? '' : head.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw })
  }
  return parts
}

/** The letters behind the glyphs of each font, under the name that pages call it by. */
function fontsOf(parts: Parts): Map<string, Map<string, string>> {
  const fonts = new Map<string, Map<string, string>>()
  for (const { head } of parts.values()) {
    for (const [, name = '', number = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, mapNumber = ''] = /\/ToUnicode (\d+) 0 R/.exec(parts.get(number)?.head ?? '') ?? []
      fonts.set(name, mapOf(parts.get(mapNumber)?.stream ?? ''))
    }
  }
  return fonts
}

function mapOf(cmap: string): Map<string, string> {
  const map = new Map<string, string>()
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    for (const [at, [, units = '']] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries()) {
      const letters = (units.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
      map.set((Number.parseInt(from, 16) + at).toString(16).padStart(4, '0'), String.fromCharCode(...letters))
    }
  }
  return map
}
