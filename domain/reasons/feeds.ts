import type { ReasonText } from '#domain/reasons/text.ts'

/** Files that are imported: what is not taken of them, and why an import cannot start or go on. */
export const feedReasons = {
  FEED_ROW_NOT_JSON: {
    rule: 'IN-01',
    en: { message: 'This row is not JSON.', next: 'Export the file again; one row was cut or changed by hand.' },
    es: { message: 'Esta fila no es JSON.', next: 'Exporte el archivo otra vez; una fila se cortó o se cambió a mano.' },
  },
  FEED_ROW_DAMAGED: {
    rule: 'IN-05',
    en: { message: 'Letters of this row were lost on the way: the sign � stands in their place.', next: 'Export the file again, as UTF-8.' },
    es: { message: 'Algunas letras de esta fila se perdieron: en su lugar está el signo �.', next: 'Exporte el archivo otra vez, en UTF-8.' },
  },
  FEED_ROW_TOO_LONG: {
    rule: 'IN-03',
    en: { message: 'This row is longer than {megabytes} MB.', next: 'Check whether its end of line is missing.' },
    es: { message: 'Esta fila pasa de {megabytes} MB.', next: 'Compruebe si falta su fin de línea.' },
  },
  FEED_TYPE_NOT_READ: {
    rule: 'Feeds',
    en: { message: 'Rows of the type {type} are not read here.', next: 'Nothing is to be done; people, places and appointments are read.' },
    es: { message: 'Aquí no se leen filas del tipo {type}.', next: 'No hay que hacer nada; se leen personas, lugares y citas.' },
  },
  FEED_TYPE_MISSING: {
    rule: 'IN-01',
    en: { message: 'This row does not say what it is: resourceType is missing.', next: 'Check that the file is a FHIR R4 export.' },
    es: { message: 'Esta fila no dice qué es: falta resourceType.', next: 'Compruebe que el archivo sea una exportación FHIR R4.' },
  },
  FEED_PATIENT_UNKNOWN: {
    rule: 'Feeds',
    en: { message: 'The patient of this row is not here.', next: 'Import the patients of the same source first, then this file again.' },
    es: { message: 'El paciente de esta fila no está aquí.', next: 'Importe primero los pacientes de la misma fuente y después este archivo.' },
  },
  ROLE_WITHOUT_PRACTITIONER: {
    rule: 'Feeds',
    en: { message: 'This role does not say whose it is.', next: 'Ask the source for the practitioner’s NPI or reference.' },
    es: { message: 'Esta función no dice de quién es.', next: 'Pida a la fuente el NPI o la referencia del profesional.' },
  },
  FEED_PRACTITIONER_UNKNOWN: {
    rule: 'Feeds',
    en: { message: 'The practitioner of this row is not here.', next: 'Import the practitioners of the same source first, then this file again.' },
    es: { message: 'El profesional de esta fila no está aquí.', next: 'Importe primero los profesionales de la misma fuente y después este archivo.' },
  },
  APPOINTMENT_WITHOUT_PATIENT: {
    rule: 'Feeds',
    en: { message: 'This appointment names no patient.', next: 'Nothing is to be done if it blocks a room or a person’s time.' },
    es: { message: 'Esta cita no nombra a ningún paciente.', next: 'No hay que hacer nada si reserva una sala o el tiempo de alguien.' },
  },
  APPOINTMENT_WITHOUT_TIME: {
    rule: 'Feeds',
    en: { message: 'This appointment has no time yet.', next: 'It comes with the next file, once it is booked.' },
    es: { message: 'Esta cita aún no tiene hora.', next: 'Llegará con el próximo archivo, cuando esté reservada.' },
  },
  IMPORT_NOT_THERE: {
    rule: 'Feeds',
    en: { message: 'The file of this import is no longer where it was.', next: 'Send the file again; what is already in stays as it is.' },
    es: { message: 'El archivo de esta importación ya no está donde estaba.', next: 'Envíe el archivo otra vez; lo que ya entró se queda como está.' },
  },
  IMPORT_FILE_CHANGED: {
    rule: 'Feeds',
    en: { message: 'The file is another one than when the import began.', next: 'Import it anew; what is already in counts as unchanged.' },
    es: { message: 'El archivo no es el mismo con que empezó la importación.', next: 'Impórtelo de nuevo; lo que ya entró cuenta como sin cambios.' },
  },
  IMPORT_UNREADABLE: {
    rule: 'IN-01',
    en: { message: 'The file is damaged or cut off.', next: 'Export it again; what is already in stays as it is.' },
    es: { message: 'El archivo está dañado o cortado.', next: 'Expórtelo otra vez; lo que ya entró se queda como está.' },
  },
  IMPORT_BUNDLE_TOO_LARGE: {
    rule: 'IN-03',
    en: { message: 'The file is one JSON value of more than {megabytes} MB.', next: 'Export it as NDJSON, one resource a line; that may be of any size.' },
    es: { message: 'El archivo es un solo valor JSON de más de {megabytes} MB.', next: 'Expórtelo como NDJSON, un recurso por línea; puede tener cualquier tamaño.' },
  },
  ROSTER_QUOTE_OPEN: {
    rule: 'IN-01',
    en: { message: 'A quotation mark is opened near line {line} and not closed again.', next: 'Close or remove it, and send the file again.' },
    es: { message: 'Cerca de la línea {line} se abre una comilla que no se cierra.', next: 'Ciérrela o quítela y envíe el archivo otra vez.' },
  },
  ROSTER_WITHOUT_HEADINGS: {
    rule: 'Feeds',
    en: { message: 'No row of this roster says what its columns are.', next: 'Put headings such as Last Name, First Name and DOB in the first row.' },
    es: { message: 'Ninguna fila de esta lista dice qué son sus columnas.', next: 'Ponga encabezados como Apellido, Nombre y Fecha de nacimiento en la primera fila.' },
  },
  IMPORT_UNDER_WAY: {
    rule: 'CC-04',
    en: { message: 'This import is being read.', next: 'Wait for its end, or cancel it.' },
    es: { message: 'Esta importación se está leyendo.', next: 'Espere a que termine o cancélela.' },
  },
  IMPORT_OVER: {
    rule: 'CC-04',
    en: { message: 'This import is over.', next: 'Send the file again as a new import.' },
    es: { message: 'Esta importación ya terminó.', next: 'Envíe el archivo de nuevo como otra importación.' },
  },
  IMPORT_NOT_COMPLETE: {
    rule: 'Feeds',
    en: { message: 'The file has not arrived whole: {have} of {size} bytes.', next: 'Send the rest, from where it stops.' },
    es: { message: 'El archivo no llegó completo: {have} de {size} bytes.', next: 'Envíe el resto, desde donde se cortó.' },
  },
  IMPORT_LONGER_THAN_SAID: {
    rule: 'IN-03',
    en: { message: 'More has come than the {size} bytes that were announced.', next: 'Send the file again as a new import.' },
    es: { message: 'Llegó más que los {size} bytes anunciados.', next: 'Envíe el archivo de nuevo como otra importación.' },
  },
  IMPORT_FILE_TOO_LARGE: {
    rule: 'IN-03',
    en: { message: 'The file is larger than {megabytes} MB.', next: 'Compress it with gzip, or let your administrator import it on the server.' },
    es: { message: 'El archivo pasa de {megabytes} MB.', next: 'Comprímalo con gzip o pida a su administrador que lo importe en el servidor.' },
  },
  IMPORT_SITE_NEEDED: {
    rule: 'Feeds',
    en: { message: 'It is not said at which site new patients are seen.', next: 'Choose a site.' },
    es: { message: 'No se dice en qué sede se atiende a los pacientes nuevos.', next: 'Elija una sede.' },
  },
  IMPORT_MAPPING_NEEDED: {
    rule: 'Feeds',
    en: { message: 'It is not said what the columns of this roster mean.', next: 'Look at the preview and set the columns.' },
    es: { message: 'No se dice qué significan las columnas de esta lista.', next: 'Mire la vista previa y asigne las columnas.' },
  },
  IMPORT_NOT_INITIAL: {
    rule: 'ID-02',
    en: { message: 'There are patients here already, so this is no first load.', next: 'Import without it; contacts then count from the day they are first seen.' },
    es: { message: 'Aquí ya hay pacientes, así que no es la primera carga.', next: 'Importe sin esa opción; los contactos cuentan desde el día en que se ven.' },
  },
} as const satisfies Record<string, ReasonText>
