/** What the log calls the events of results and sharing. */
export const resultEvents = {
  'result.listed': 'Resultados listados', 'result.read': 'Resultado leído', 'result.received': 'Resultado recibido',
  'result.released': 'Resultado publicado', 'result.released-many': 'Resultados publicados', 'result.worked': 'Resultado trabajado',
  'result.commented': 'Resultado comentado', 'result.noted': 'Nota escrita sobre un resultado', 'result.recalled': 'Resultado retirado',
  'result.moved': 'Resultado pasado a otro clínico', 'result.category-corrected': 'Tipo de resultado corregido',
  'result.shown-by-rule': 'Resultado mostrado por una regla', 'result.visibility-asked': 'El portal preguntó qué se ve',
  'result.opened-on-portal': 'Resultado abierto en el portal', 'hold.set': 'Resultado retenido', 'hold.ended': 'Retención terminada',
  'hold.over': 'Retención vencida', 'hold.reviewed': 'Retenciones revisadas', 'result-wish.recorded': 'Deseo sobre resultados anotado',
  'result-wish.ended': 'Deseo sobre resultados terminado', 'result.measured': 'Cifras de resultados leídas',
  'lab-message.taken': 'Mensaje de laboratorio tomado', 'lab-message.refused': 'Mensaje de laboratorio rechazado',
  'test-kind.said': 'Clase de una prueba indicada', 'test-kind.applied': 'Clase de una prueba aplicada a lo que espera',
  'sharing.read': 'Lo compartido, consultado', 'sharing.changed': 'Lo compartido, cambiado', 'missing-lab.opened': 'Falta un análisis',
  'missing-lab.closed': 'Análisis faltante resuelto', 'missing-lab.listed': 'Análisis faltantes listados',
}
