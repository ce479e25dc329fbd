/** The only elements that are taken off a licence. */
export type LicenceElements = { family: string; given: string[]; birth: string }

/** What keyboards and scanners make of the separators LF, CR, RS and GS. */
const separators = /[\u0000-\u001f\u007f]+|<(?:LF|CR|RS|GS|FS)>|\^[JM^]/g

/**
 * Family name, given names and birth date of an AAMVA PDF417 text as they stand there; empty where there are none.
 * Source: AAMVA DL/ID Card Design Standard, annex D. Names are DCS with DAC and DAD from version 4 on, DCS with DCT in
 * versions 2 and 3, DAA ("LAST,FIRST,MIDDLE") or DAB with DAC and DAD before. The birth date is DBB in all.
 * Where a keyboard dropped the separators, names that could be cut in two ways are left out rather than guessed.
 */
export function licenceElements(text: string): LicenceElements {
  const upright = /ANSI|AAMVA/.test(text) ? text : text.toUpperCase()
  const lines = upright.replace(separators, '\n').split('\n')
  const byCode = new Map(lines.flatMap((line) => elementOf(line) ?? []).reverse())
  return byCode.size >= 3 ? fromLines(byCode) : fromRun(lines.join(' '))
}

/** The code and content of a line; the first line has them after the header. */
function elementOf(line: string): [[string, string]] | null {
  const match = /^(?:.*(?:ANSI|AAMVA).*?\d(?:DL|ID|EN)|DL|ID|EN)?\s*(D[A-D][A-Z])(.*)$/.exec(line)
  return match ? [[match[1] ?? '', match[2] ?? '']] : null
}

function fromLines(byCode: ReadonlyMap<string, string>): LicenceElements {
  const content = (code: string) => byCode.get(code)?.trim() ?? ''
  const whole = splitWhole(content('DAA'))
  const given = content('DAC') || content('DCT')
  return {
    family: content('DCS') || content('DAB') || whole.family,
    given: given ? [given, content('DAD')] : whole.given,
    birth: content('DBB'),
  }
}

/** "LAST,FIRST,MIDDLE,SUFFIX" or "LAST, FIRST MIDDLE"; without commas the family name comes first. */
function splitWhole(name: string): { family: string; given: string[] } {
  const parts = name.includes(',') ? name.split(',') : name.split(/[\s@]+/)
  const [family = '', first = '', middle = ''] = parts
  return { family, given: [first, middle] }
}

const name = '([^\\d]{1,60}?)'
/** What may come after the last name: a truncation sign, a date, or an element of another kind. */
const after = '\\s*(?=DD[EFG][NTU]|DD[A-D]|DB[A-D]\\s*\\d|DC[A-U]|DA[EGHLQRS]|$)'
const shapes: readonly { pattern: RegExp; codes: RegExp }[] = [
  { pattern: shape(`DCS${name}\\s*DDE[NTU]\\s*DAC${name}\\s*DDF[NTU](?:\\s*DAD${name}\\s*DDG[NTU])?`), codes: /DDE[NTU](?!DDE)/g },
  { pattern: shape(`DCS${name}\\s*DAC${name}(?:\\s*DAD${name})?${after}`), codes: /DAC/g },
  { pattern: shape(`DCS${name}\\s*DCT${name}${after}`), codes: /DCT/g },
  { pattern: shape(`DAB${name}\\s*DAC${name}(?:\\s*DAD${name})?${after}`), codes: /DAC/g },
]

function shape(source: string): RegExp {
  return new RegExp(source)
}

function fromRun(text: string): LicenceElements {
  const birth = /DBB\s*(\d{8}|\d{2}-\d{2}-\d{4}|\d{4}-\d{2}-\d{2})(?!\d)/.exec(text)?.[1] ?? ''
  for (const { pattern, codes } of shapes) {
    const match = pattern.exec(text)
    if (!match) continue
    const [all, family = '', first = '', middle = ''] = match
    const isOneWay = (all.match(codes) ?? []).length === 1
    return isOneWay ? { family, given: [first, middle], birth } : { family: '', given: [], birth }
  }
  const whole = /DAA([^\d]{1,120}?)\s*(?=DA[EGHLQ])/.exec(text)?.[1]
  return { ...splitWhole(whole ?? ''), birth }
}
