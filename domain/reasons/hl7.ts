import type { ReasonText } from '#domain/reasons/text.ts'

/** Why a message of a laboratory is not taken. No words of the message are in any of these. */
export const hl7Reasons = {
  HL7_NO_HEADER: {
    rule: 'IN-01',
    en: { message: 'This is no HL7 v2 message: it has no MSH segment.', next: 'Have the sender check what it sends here.' },
    es: { message: 'No es un mensaje HL7 v2: falta el segmento MSH.', next: 'Pida al emisor que revise lo que envía.' },
  },
  HL7_SEPARATORS: {
    rule: 'IN-01',
    en: { message: 'The message does not say in MSH which characters separate its parts.', next: 'Have the sender mend MSH-1 and MSH-2 and send it again.' },
    es: { message: 'El mensaje no dice en MSH qué caracteres separan sus partes.', next: 'Pida al emisor que corrija MSH-1 y MSH-2 y lo reenvíe.' },
  },
  HL7_SEGMENT: {
    rule: 'IN-01',
    en: { message: 'Line {line} of the message is no segment.', next: 'Have the sender check the line ends and send it again.' },
    es: { message: 'La línea {line} del mensaje no es un segmento.', next: 'Pida al emisor que revise los finales de línea y lo reenvíe.' },
  },
  HL7_SEVERAL_MESSAGES: {
    rule: 'IN-01',
    en: { message: 'The file holds more than one message.', next: 'Send one message at a time; each is taken or refused by itself.' },
    es: { message: 'El archivo contiene más de un mensaje.', next: 'Envíe un mensaje cada vez; cada uno se acepta o rechaza por sí mismo.' },
  },
  HL7_TOO_LONG: {
    rule: 'IN-03',
    en: { message: 'The message is longer than {megabytes} MB.', next: 'Have the sender split it, or leave attached documents out.' },
    es: { message: 'El mensaje supera los {megabytes} MB.', next: 'Pida al emisor que lo divida o que no adjunte documentos.' },
  },
  HL7_CHARSET: {
    rule: 'IN-05',
    en: { message: 'The bytes of the message are not in the character set that it names.', next: 'Have the sender check MSH-18; UTF-8 is best.' },
    es: { message: 'Los bytes del mensaje no están en el juego de caracteres que indica.', next: 'Pida al emisor que revise MSH-18; lo mejor es UTF-8.' },
  },
  HL7_NOT_A_RESULT: {
    rule: 'IN-01',
    en: { message: 'The message is {type}. Only ORU^R01 is read here.', next: 'Have the sender route it elsewhere.' },
    es: { message: 'El mensaje es {type}. Aquí solo se lee ORU^R01.', next: 'Pida al emisor que lo envíe a otro destino.' },
  },
  HL7_VERSION: {
    rule: 'IN-01',
    en: { message: 'The message names no version 2 of HL7.', next: 'Have the sender fill MSH-12.' },
    es: { message: 'El mensaje no indica una versión 2 de HL7.', next: 'Pida al emisor que complete MSH-12.' },
  },
  HL7_NO_CONTROL_ID: {
    rule: 'DU-03',
    en: { message: 'The message has no control id, so a repeat could not be told from a new one.', next: 'Have the sender fill MSH-10.' },
    es: { message: 'El mensaje no tiene identificador de control: no se distinguiría una repetición.', next: 'Pida al emisor que complete MSH-10.' },
  },
  HL7_NO_PATIENT: {
    rule: 'IN-01',
    en: { message: 'The message names no patient.', next: 'Have the sender send the PID segment.' },
    es: { message: 'El mensaje no nombra a ningún paciente.', next: 'Pida al emisor que envíe el segmento PID.' },
  },
  HL7_NO_REPORT: {
    rule: 'IN-01',
    en: { message: 'The message holds no report.', next: 'Have the sender check OBR and OBX.' },
    es: { message: 'El mensaje no contiene ningún informe.', next: 'Pida al emisor que revise OBR y OBX.' },
  },
} as const satisfies Record<string, ReasonText>
