import type { people as english } from '#client/layout/i18n/en/people.ts'

export const people: typeof english = {
  home: {
    waiting: 'Le espera', nothing: 'Nada le espera', places: 'Desde aquí',
    approvals: '%{smart_count} solicitud por decidir |||| %{smart_count} solicitudes por decidir',
  },
  patients: {
    lookup: 'Búsqueda', lookup_label: 'Medio nombre y fecha de nacimiento, en cualquier orden',
    people: '%{smart_count} persona |||| %{smart_count} personas', choose: 'elegir', open: 'abrir',
    second_identifier: 'Pida un segundo dato antes de abrir una fila con una sola coincidencia.',
    phone_tail: 'teléfono ···%{tail}', no_phone: 'sin teléfono', name: 'Nombre', identity: 'Nacimiento, expediente', portal: 'Portal', site: 'Sede',
    search_label: 'Nombre, nacimiento, expediente o teléfono', nobody: 'Nadie coincide con «%{typed}»',
    nobody_hint: 'Pruebe con menos letras, otra grafía o la fecha de nacimiento.', first_day: 'Aún no hay pacientes',
    first_day_text: 'Llegan con la primera importación.',
    portal_state: {
      active: 'Activa', 'legacy-only': 'Solo cuenta antigua', invited: 'Con invitación', suspended: 'Suspendida', ended: 'Terminada',
      none: 'Sin cuenta de portal',
    },
    matched: { only: 'Solo %{what}', name: 'nombre', 'birth-date': 'nacimiento', mrn: 'expediente', phone: 'teléfono' },
  },
}
