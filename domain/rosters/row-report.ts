import type { ReasonFacts } from '#domain/decision.ts'
import { refusalOf, type ReasonCode } from '#domain/reasons.ts'
import type { Language } from '#domain/reasons/text.ts'
import { fieldNames, type RosterField } from '#domain/rosters/fields.ts'

/** Why a row is not taken: the reason, the field (null: the whole row), and a sentence for the report. No cell's content. */
export type RosterRefusal = { refused: ReasonCode; field: RosterField | null; facts: ReasonFacts; sentence: Record<Language, string> }

/** Something in a row that is taken which a person should know. */
export const noteCodes = ['NAME_DOUBTFUL', 'NAME_SPLIT', 'YEAR_GUESSED', 'NOT_UNDERSTOOD', 'PART_NOT_USED'] as const
export type NoteCode = (typeof noteCodes)[number]
export type RosterNote = { field: RosterField; code: NoteCode }

const noteSentences: Record<NoteCode, Record<Language, string>> = {
  NAME_DOUBTFUL: {
    en: 'This may be a name or a word for "nothing"; it is taken as a name.',
    es: 'Puede ser un nombre o una palabra que dice «nada»; se toma como nombre.',
  },
  NAME_SPLIT: {
    en: 'One cell holds the whole name; its last word is taken as the last name.',
    es: 'Una celda tiene el nombre completo; la última palabra se toma como apellido.',
  },
  YEAR_GUESSED: {
    en: 'The year has two digits; the later of two possible years is taken.',
    es: 'El año tiene dos cifras; se toma el más reciente de los dos posibles.',
  },
  NOT_UNDERSTOOD: { en: 'This cell is not understood and is left out.', es: 'Esta celda no se entiende y se deja fuera.' },
  PART_NOT_USED: { en: 'Not all of this cell can be used; the rest is left out.', es: 'No se puede usar toda esta celda; el resto se deja fuera.' },
}

export function refusedRow(code: ReasonCode, field: RosterField | null, facts: ReasonFacts = {}): RosterRefusal {
  const sentence = (language: Language) => {
    const { message, next } = refusalOf(code, language, facts)
    return `${field === null ? '' : `${fieldNames[field][language]}: `}${message} ${next}`
  }
  return { refused: code, field, facts, sentence: { en: sentence('en'), es: sentence('es') } }
}

/** A note in words, for the report. */
export function sentenceOf(note: RosterNote, language: Language): string {
  return `${fieldNames[note.field][language]}: ${noteSentences[note.code][language]}`
}
