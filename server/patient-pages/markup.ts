/** Text that is markup already and is not escaped again. */
export type Markup = { markup: string }

type Piece = string | number | Markup | null | readonly (Markup | null)[]

/** Tag for HTML: what is put in is escaped for text and quoted attributes, unless it is markup itself. Null is nothing. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: texts.map((text, at) => text + (at < pieces.length ? written(pieces[at] ?? null) : '')).join('') }
}

function written(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return 'markup' in piece ? piece.markup : piece.map((one) => one?.markup ?? '').join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
