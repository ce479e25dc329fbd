import { createRequire } from 'node:module'
import type { SheetWords } from '#domain/contracts/enrollment.ts'

const MARGIN = 56
const QR_SIZE = 150
const INK = '#1b2624'

type Font = { hasGlyphForCodePoint: (codePoint: number) => boolean }

/** Scripts that are written from right to left, or whose letters join and reorder in ways that this printer does not know. */
const needsShaping = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Mongolian}]/u

/** A page, or the letters that it could not show as they are written: such a name is printed by the browser instead. */
export type Sheet = { pdf: Buffer } | { missing: string }

/**
 * Draws the sheet: tagged, with its language and title, the font inside it, so that it reads the same on every machine and
 * aloud. The printer's parts are loaded at the first sheet and not before.
 */
export async function drawSheet(words: SheetWords): Promise<Sheet> {
  const { default: PDFDocument } = await import('pdfkit')
  const fonts = createRequire(import.meta.url)
  const doc = new PDFDocument({
    size: 'LETTER', margin: MARGIN, pdfVersion: '1.5', tagged: true, lang: words.language === 'es' ? 'es-US' : 'en-US', displayTitle: true,
    info: { Title: words.title }, font: fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  })
  const missing = lettersNotIn((doc as unknown as { _font: { font: Font } })._font.font, [words.name, words.practiceName, words.portalName].join(''))
  if (missing !== '') {
    doc.end()
    return { missing }
  }
  const parts: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  doc.registerFont('plain', fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')).registerFont('bold', fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'))
  await writeWords(doc, words)
  doc.end()
  return { pdf: await whole }
}

/** Letters of a text that the font has no picture for, or that would be put in a wrong order; each once. */
export function lettersNotIn(font: Font, text: string): string {
  const letters = [...new Set(text.normalize('NFC'))].filter((letter) => !/\s/u.test(letter))
  return letters.filter((letter) => needsShaping.test(letter) || !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)).join('')
}

async function writeWords(doc: PDFKit.PDFDocument, words: SheetWords): Promise<void> {
  const put = (tag: 'H1' | 'H2' | 'P', text: string, size: number, font = 'plain'): void => {
    doc.addStructure(doc.struct(tag, {}, () => { doc.font(font).fontSize(size).fillColor(INK).text(`${text} `) }))
  }
  put('P', words.practiceName, 12)
  doc.moveDown(0.6)
  put('H1', words.title, 22, 'bold')
  doc.moveDown(0.4)
  put('P', words.name, 15)
  doc.moveDown(0.8)
  if (words.url !== null && words.code !== null) {
    const { url, code } = words
    const { modules } = (await import('qrcode')).default.create(url, { errorCorrectionLevel: 'M' })
    const top = doc.y
    doc.addStructure(doc.struct('Figure', { alt: words.language === 'es' ? 'Código QR que abre la página de activación' : 'QR code that opens the activation page' }, () => {
      drawQr(doc, modules, top)
    }))
    const left = MARGIN + QR_SIZE + 28
    doc.addStructure(doc.struct('P', {}, () => { doc.font('plain').fontSize(13).fillColor(INK).text(`${words.shortUrl} `, left, top + 26) }))
    doc.addStructure(doc.struct('P', {}, () => { doc.font('bold').fontSize(30).fillColor(INK).text(`${code} `, left, top + 58, { characterSpacing: 2 }) }))
    doc.x = MARGIN
    doc.y = top + QR_SIZE + 20
  }
  const list = doc.struct('L')
  doc.addStructure(list)
  words.steps.forEach((step, at) => {
    list.add(doc.struct('LI', {}, () => { doc.font('plain').fontSize(13).fillColor(INK).text(`${at + 1}. ${step} `, MARGIN, doc.y) }))
    doc.moveDown(0.4)
  })
  list.end()
  doc.moveDown(0.6)
  for (const note of [...words.notes, ...(words.helpline === null ? [] : [words.helpline])]) {
    put('P', note, 12)
    doc.moveDown(0.3)
  }
  doc.moveDown(0.6)
  put('P', words.emergency, 12, 'bold')
}

function drawQr(doc: PDFKit.PDFDocument, modules: { size: number; get: (row: number, column: number) => number | boolean }, top: number): void {
  const step = QR_SIZE / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) doc.rect(MARGIN + column * step, top + row * step, step, step)
    }
  }
  doc.fill('#000000')
}
