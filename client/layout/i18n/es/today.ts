import type { today as english } from '#client/layout/i18n/en/today.ts'

export const today: typeof english = {
  today: {
    beside: 'Los siguientes',
    title: 'Hoy en %{site}', who: 'Viene', missing: 'Falta', act: 'Después', visit: 'Visita', site: 'Sitio',
    which: 'Cuáles', to_come: 'Por venir', not_enrolled: 'Sin cuenta', whole_day: 'Todo el día', of: '%{shown} de %{all}', clock: 'horas de %{zone}',
    open: 'Abrir', why_not: '¿Por qué no?', why_not_title: '¿Por qué no se pregunta a %{name}?', open_record: 'Abrir el expediente', button: 'el botón de la fila',
    fresh: '%{smart_count} nuevo |||| %{smart_count} nuevos', more: 'Los primeros %{shown} del día. Busque a los demás por nombre.',
    nobody: 'No se espera a nadie este día', nobody_text: 'Las citas llegan del sistema de agenda con la próxima importación.',
    nobody_left: 'Ya no falta nadie por venir', all_enrolled: 'Todos los que faltan tienen cuenta', no_site: 'Aún no hay ningún sitio',
    alike: 'Alguien se llama parecido: pregunte la fecha de nacimiento', next: 'Los siguientes, sin cuenta', count: '%{shown} de %{all}', all: 'Los %{smart_count}',
    nothing: 'No falta nada', invited: 'Invitación enviada',
    lacks: { email: 'Sin correo', phone: 'Sin teléfono', 'own-email': 'Correo propio (consta el de sus padres)' },
    because: {
      PATIENT_DECEASED: 'Fallecido', NO_PORTAL_TAKES_ACCOUNTS: 'Ningún portal abierto', ACCOUNT_TOO_YOUNG: 'Menor de la edad', ENROLL_SUSPENDED: 'Necesita revisión',
      ENROLL_DECLINED: 'Dijo que no',
    },
    status: {
      proposed: 'propuesta', pending: 'sin confirmar', booked: 'se espera', arrived: 'aquí', fulfilled: 'atendido', cancelled: 'cancelada', noshow: 'no vino',
      'entered-in-error': 'retirada', 'checked-in': 'registrado', waitlist: 'espera hora',
    },
  },
}
