import type { MessageHeader } from '#domain/hl7/oru.ts'
import { isoOf, type Instant } from '#domain/time.ts'

/** AA: taken. AE: read and not taken, sending it again changes nothing. AR: not now, or not a message; it may be sent again. */
export type AckCode = 'AA' | 'AE' | 'AR'

/**
 * The answer to a message (ACK). Names the message it answers; says a reason in words that hold no patient data. Line
 * ends are CR, as the standard has them.
 */
export function ackOf(header: MessageHeader | null, answer: { code: AckCode; text: string; at: Instant; id: string }): string {
  const time = isoOf(answer.at).replaceAll(/[-:T]/g, '').slice(0, 14)
  const msh = [
    'MSH', '^~\\&', clean(header?.receivingApplication ?? 'PortalDesk'), clean(header?.receivingFacility ?? ''), clean(header?.sendingApplication ?? ''),
    clean(header?.sendingFacility ?? ''), `${time}+0000`, '', 'ACK^R01^ACK', answer.id, header?.processingId === 'T' ? 'T' : 'P', header?.version || '2.5.1',
  ].join('|')
  return `${msh}\rMSA|${answer.code}|${clean(header?.controlId ?? '')}|${clean(answer.text)}\r`
}

function clean(text: string): string {
  return text.replaceAll(/[|^~\\&\r\n]/g, ' ').slice(0, 199).trim()
}
