import type { BlockKind } from '#domain/access/bases.ts'
import type { BlockBody } from '#domain/contracts/proxy-access.ts'

type Name = { given: string; family: string }

/** What is known of somebody who is to be kept out, as fields hold it. */
export type BlockForm = {
  kind: BlockKind
  personId: string
  given: string
  family: string
  /** One name a line: `Given Family`, or `Family, Given`. */
  otherNames: string
  /** Several with a comma between. */
  emails: string
  phones: string
  birthDate: string
  note: string
  reason: string
}

export const emptyBlock: BlockForm = { kind: 'court-order', personId: '', given: '', family: '', otherNames: '', emails: '', phones: '', birthDate: '', note: '', reason: '' }

/** The form as the server takes it. */
export function blockBodyOf(form: BlockForm): BlockBody {
  const legal = { given: form.given.trim(), family: form.family.trim() }
  const names = [legal, ...form.otherNames.split('\n').flatMap((line) => nameOf(line) ?? []).flatMap((name) => completed(name, legal))]
  return {
    kind: form.kind,
    note: form.note.trim(),
    ...(form.personId ? { personId: form.personId } : {}),
    names: names.filter(({ given, family }) => given !== '' && family !== ''),
    emails: listOf(form.emails),
    phones: listOf(form.phones),
    birthDate: form.birthDate || null,
    reason: form.reason.trim(),
  }
}

/** A name as it is written on a line: the family after the last space, or before the comma. */
export function nameOf(line: string): Name | null {
  const text = line.trim()
  if (text === '') return null
  const [before = '', after] = text.split(',')
  if (after !== undefined) return { family: before.trim(), given: after.trim() }
  const words = text.split(/\s+/)
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' }
}

/** One word alone may be a given or a family name: it counts as either, beside the legal ones. */
function completed(name: Name, legal: Name): Name[] {
  const word = name.given || name.family
  return name.given !== '' && name.family !== '' ? [name] : [{ given: word, family: legal.family }, { given: legal.given, family: word }]
}

const listOf = (text: string) => text.split(/[,;\n]/).map((one) => one.trim()).filter((one) => one !== '')
