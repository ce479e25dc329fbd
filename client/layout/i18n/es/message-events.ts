/** Cómo llama el registro a los sucesos de los mensajes. */
export const messageEvents = {
  'message.listed': 'Mensajes listados', 'message.opened': 'Mensajes leídos', 'message.readers-read': 'Lectores de una conversación consultados',
  'message.received': 'Mensaje recibido', 'message.claimed': 'Conversación tomada',
  'message.given-back': 'Conversación devuelta', 'message.taken-over': 'Conversación asumida', 'message.reassigned': 'Conversación reasignada',
  'message.answered': 'Respuesta enviada', 'message.noted': 'Nota interna escrita', 'message.forwarded': 'Conversación reenviada',
  'message.waits': 'Conversación en espera del paciente', 'message.goes-on': 'Conversación reanudada', 'message.resolved': 'Conversación cerrada',
  'message.reopened': 'Conversación reabierta', 'message.moved': 'Conversación pasada a otro paciente', 'message.call-recorded': 'Llamada anotada',
  'message.flagged': 'Palabras de urgencia detectadas', 'message.guarded': 'Conversación devuelta por la guarda', 'message.bulk-assigned': 'Conversaciones asignadas',
  'message.bulk-forwarded': 'Conversaciones reenviadas', 'message.read-by-patient': 'Respuesta leída por el paciente', 'message.attachment-fetched': 'Adjunto recogido',
  'portal-command.settled': 'Portal informado', 'canned-reply.changed': 'Respuesta preparada cambiada', 'queue.changed': 'Cola cambiada',
  'routing.changed': 'Reparto cambiado', 'calendar.changed': 'Horario de un centro cambiado', 'message.clocks-reckoned': 'Relojes calculados de nuevo',
  'message.counts-mended': 'Recuentos de mensajes corregidos',
  'service-levels.read': 'Niveles de servicio leídos', 'service-levels.exported': 'Niveles de servicio exportados',
}
