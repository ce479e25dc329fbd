import type { figures as english } from '#client/layout/i18n/en/figures.ts'

export const figures: typeof english = {
  figures: {
    under: 'Invitaciones según el día del primer envío. Cada cifra abre las personas que hay detrás.', span: 'De cuándo', last_days: 'últimos %{days} días', view: 'Como', charts: 'Gráficos', tables: 'Tablas', key_tables: 'gráficos o tablas',
    part: { invited: 'Invitadas', opened: 'Abrieron', activated: 'Activaron', declined: 'Rehusaron', expired: 'Vencidas', failed: 'Devueltas o no aceptadas', 'declined-at-desk': 'Por qué dicen que no en ventanilla', deferred: 'Por qué se aplaza', 'open-now': 'Abiertas ahora' },
    share: '%{share} % de las invitadas', median: 'Hasta activar, mediana', p90: 'Hasta activar, p90', p90_under: 'nueve de diez tardan menos', people: '%{smart_count} persona |||| %{smart_count} personas', unit: { min: 'minutos', h: 'horas', d: 'días' },
    by_week: 'Semana a semana', by_portal: 'Por portal', by_site: 'Por sitio', by_channel: 'Por correo o en ventanilla', channel: { email: 'Correo', desk: 'En ventanilla' }, name: 'De', nobody: 'Nadie', where: 'Dónde', took: 'Tardó', back: 'Volver a las cifras', key_back: 'volver a las cifras',
  },
  incidents: {
    under: 'Lo que salió mal y hay que mirar.', which: 'Qué incidentes', state: { open: 'Abiertos', closed: 'Cerrados' }, none_open: 'No hay incidentes abiertos', none_open_hint: 'Aquí llegan las inscripciones equivocadas que se deshicieron, los códigos de varias personas en un dispositivo y los resultados retirados.', none_closed: 'Aún no hay incidentes cerrados', list: 'Por fecha',
    kind: { 'wrong-enrollment': 'Se inscribió a otra persona', 'desk-codes-on-one-device': 'Códigos de varias personas en un dispositivo', 'result-recalled': 'Resultado retirado', 'not-me': 'El paciente dijo: no fui yo', 'recovery-stopped': 'Llamada detenida con seguridad', 'reset-by-two': 'Restablecimiento decidido por dos personas', 'agent-contained': 'Actos de una persona contenidos' }, no_patient: 'sin un paciente único', opened: 'Abierto por', patient: 'Paciente', closed: 'Cerrado',
    fact: {
      cause: 'Causa', portal: 'Portal afectado', siteName: 'Sitio', codesEnded: 'Códigos terminados', invitationsEnded: 'Invitaciones terminadas', accountEnded: 'Cuenta cerrada', sessionsEnded: 'Sesiones cerradas', signIns: 'Entradas anteriores', lastSignInAt: 'Última entrada',
      categoriesSeen: 'Ya se había visto', people: 'Personas', withinHours: 'En horas', codeMadeBy: 'Último código, hecho por', viewed: 'Lo habían abierto',
    },
    right: 'Debía ser', yes: 'sí', no: 'ninguna', nothing: 'nada',
    close: 'Cerrarlo…', close_title: 'Cerrar este incidente', close_effect: 'Se cierra con su nota; los hechos quedan.', close_do: 'Cerrarlo',
  },
}
