import type { ReasonText } from '#domain/reasons/text.ts'

/** Cells and rows of rosters that are not taken as they stand. The field is named beside the sentence. */
export const rosterReasons = {
  ROSTER_CELL_IS_FORMULA: {
    rule: 'IN-08',
    en: { message: 'This cell holds a formula, not what it is about.', next: 'In the spreadsheet paste it as values, and save the file again.' },
    es: { message: 'Esta celda tiene una fórmula y no el dato.', next: 'En la hoja de cálculo péguelo como valores y guarde el archivo otra vez.' },
  },
  ROSTER_CELL_IS_ERROR: {
    rule: 'IN-01',
    en: { message: 'The spreadsheet wrote an error here, or its column was too narrow.', next: 'Mend the cell or widen the column, and save the file again.' },
    es: { message: 'La hoja de cálculo escribió un error aquí, o la columna era muy estrecha.', next: 'Corrija la celda o ensanche la columna y guarde el archivo otra vez.' },
  },
  ROSTER_NUMBER_SHORTENED: {
    rule: 'IN-01',
    en: { message: 'The spreadsheet shortened this number; some of its digits are lost.', next: 'Format the column as text where it comes from, and save the file again.' },
    es: { message: 'La hoja de cálculo acortó este número; faltan cifras.', next: 'Dé formato de texto a la columna en su origen y guarde el archivo otra vez.' },
  },
  ROSTER_NUMBER_MISSING: {
    rule: 'IN-01',
    en: { message: 'This row has no record number, and the others have one.', next: 'Add the number, or set the column to "not read" if numbers are not needed.' },
    es: { message: 'Esta fila no tiene número de expediente y las demás sí.', next: 'Añada el número, o marque la columna como «no se lee» si no hace falta.' },
  },
  ROSTER_NUMBER_TOO_LONG: {
    rule: 'IN-03',
    en: { message: 'The record number is longer than 100 characters.', next: 'Check whether something else stands in its place.' },
    es: { message: 'El número de expediente pasa de 100 caracteres.', next: 'Compruebe si hay otra cosa en su lugar.' },
  },
  ROSTER_ROW_SHIFTED: {
    rule: 'IN-01',
    en: { message: 'This row has {cells} cells under {headings} headings, so what stands where cannot be told.', next: 'Look for a cell with an unquoted separator or line break.' },
    es: { message: 'Esta fila tiene {cells} celdas bajo {headings} encabezados; no se sabe qué va en cada una.', next: 'Busque una celda con un separador o un salto de línea sin comillas.' },
  },
} as const satisfies Record<string, ReasonText>
