import type { Language } from '#domain/reasons/text.ts'

/** What the forecast assumes, printed beside it. */
export function assumptionOf(language: Language): string {
  return language === 'es'
    ? 'Supuesto: la cola responde lo que vence primero, al ritmo medio de los últimos cuatro días iguales de la semana, desde ahora hasta el cierre; nada nuevo vence antes.'
    : 'Assumes that the queue answers what is due first, at the mean pace of the last four such weekdays from now until closing; nothing new is due earlier.'
}

type Table = 'queues' | 'people' | 'weeks' | 'heat' | 'forecast' | 'fairness'
const replies: Record<Language, string[]> = {
  en: ['Answered', 'On time', 'Within limit', 'Median, minutes', '90th percentile, minutes'],
  es: ['Respondidos', 'A tiempo', 'Dentro del límite', 'Mediana, minutos', 'Percentil 90, minutos'],
}
const heads: Record<Table, Record<Language, string[]>> = {
  queues: {
    en: ['Queue', 'Portal', 'Site', 'Open', 'Unclaimed', 'Under half', 'Over half', 'Due soon', 'Late', 'Past limit', 'Paused', 'Answered, not closed', ...replies.en],
    es: ['Cola', 'Portal', 'Centro', 'Abiertas', 'Sin tomar', 'Menos de la mitad', 'Más de la mitad', 'Vencen pronto', 'Tarde', 'Pasado el límite', 'En pausa', 'Respondidas, sin cerrar', ...replies.es],
  },
  people: { en: ['Name', 'Open', 'Late', ...replies.en], es: ['Nombre', 'Abiertas', 'Tarde', ...replies.es] },
  weeks: { en: ['From', 'To', 'Arrived', 'Answered', 'On time'], es: ['Desde', 'Hasta', 'Llegaron', 'Respondidas', 'A tiempo'] },
  heat: { en: ['Weekday, 1 is Monday', 'Hour', 'Messages', 'Mean'], es: ['Día, 1 es lunes', 'Hora', 'Mensajes', 'Media'] },
  forecast: {
    en: ['Queue', 'Opens', 'Due before', 'Reached', 'Late before we open', 'Answers, last four such days'],
    es: ['Cola', 'Abre', 'Vencen antes', 'Se alcanzan', 'Tarde antes de abrir', 'Respuestas, últimos cuatro días así'],
  },
  fairness: { en: ['Trait', 'Group', 'People', ...replies.en], es: ['Rasgo', 'Grupo', 'Personas', ...replies.es] },
}

/** The first line of an exported table. */
export function headings(table: Table, language: Language): string[] {
  return heads[table][language]
}
