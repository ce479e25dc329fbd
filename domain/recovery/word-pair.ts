import { foldWords } from '#domain/names.ts'
import type { Language } from '#domain/reasons/text.ts'

/** Plain things that sound like nothing else on a bad line; 64 of each language. */
const words: Record<Language, readonly string[]> = {
  en: [
    'anchor', 'apple', 'barrel', 'basket', 'beacon', 'blanket', 'bottle', 'bridge', 'butter', 'cabin', 'candle', 'carpet', 'castle', 'cherry', 'chimney', 'clover',
    'copper', 'cotton', 'cradle', 'dolphin', 'dragon', 'falcon', 'feather', 'forest', 'garden', 'ginger', 'hammer', 'harbor', 'honey', 'island', 'jacket', 'kettle',
    'ladder', 'lantern', 'lemon', 'magnet', 'maple', 'marble', 'meadow', 'mirror', 'monkey', 'mustard', 'needle', 'orange', 'orchard', 'paddle', 'parrot', 'pepper',
    'pillow', 'planet', 'pocket', 'pumpkin', 'rabbit', 'raven', 'ribbon', 'river', 'saddle', 'salmon', 'silver', 'spider', 'thunder', 'tiger', 'velvet', 'window',
  ],
  es: [
    'abeja', 'aceite', 'ajedrez', 'almohada', 'ancla', 'arena', 'azúcar', 'ballena', 'barco', 'bosque', 'botella', 'caballo', 'cadena', 'campana', 'canasta', 'castillo',
    'cebolla', 'cereza', 'cielo', 'conejo', 'corona', 'cuchara', 'delfín', 'dragón', 'escoba', 'espejo', 'estrella', 'faro', 'flauta', 'fresa', 'girasol', 'globo',
    'guitarra', 'hoja', 'iglesia', 'imán', 'isla', 'jardín', 'lámpara', 'lechuga', 'limón', 'lobo', 'llave', 'madera', 'manzana', 'martillo', 'montaña', 'naranja',
    'nube', 'olivo', 'pájaro', 'palmera', 'pimienta', 'plátano', 'puente', 'ratón', 'río', 'rosa', 'sandía', 'semilla', 'tambor', 'tigre', 'trébol', 'ventana',
  ],
}

/** The two words of a call-back, from bytes that only the server can make. Nothing keeps them. */
export function wordPairFrom(bytes: Uint8Array, language: Language): string {
  const list = words[language]
  const at = (index: number): number => (bytes[index] ?? 0) % list.length
  const first = at(0)
  const second = at(1) === first ? (at(1) + 1) % list.length : at(1)
  return `${list[first] ?? ''} ${list[second] ?? ''}`
}

/** Whether what the agent typed is what was to be heard: both words, in order, however written. */
export function heardRightly(heard: string, pair: string): boolean {
  const typed = foldWords(heard)
  return typed.length === 2 && typed.join(' ') === foldWords(pair).join(' ')
}
