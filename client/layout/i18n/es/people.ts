import type { people as english } from '#client/layout/i18n/en/people.ts'

export const people: typeof english = {
  home: {
    waiting: 'Le espera', nothing: 'Nada le espera', places: 'Desde aquí',
    approvals: '%{smart_count} solicitud por decidir |||| %{smart_count} solicitudes por decidir',
  },
  patients: {
    beside: 'Familia y origen',
    lookup: 'Búsqueda', lookup_label: 'Medio nombre y fecha de nacimiento, en cualquier orden', lookup_hint: 'Medio nombre y nacimiento',
    people: '%{smart_count} persona |||| %{smart_count} personas', first_people: 'las primeras %{shown}',
    too_many: 'Coinciden más de 50 personas; estas son %{shown}. Añada la fecha de nacimiento o las primeras letras del nombre.', did_you_mean: '¿Quiso decir',
    need: { letters: 'Escriba dos letras del nombre o más.', digits: 'Escriba tres cifras o más.', address: 'Escriba el principio de la dirección.', name: 'Escriba también un nombre.' },
    page_under: 'Medio nombre y nacimiento, un expediente, el final de un teléfono, un correo o una tarjeta escaneada.',
    second_title: '¿Es %{name}?', second_say: 'Para abrir el expediente correcto: ¿cuál es su fecha de nacimiento?', second_say_name: 'Para abrir el expediente correcto: ¿cómo se llama?',
    second_label: 'Segundo dato', second_hint: 'Nombre, nacimiento, expediente, teléfono o correo; lo que aún no se preguntó.',
    second_differs: 'Eso no coincide con %{name}. Pregunte otra vez, o busque lo que le dijeron.', second_open: 'Abrir el expediente',
    choose: 'elegir', open: 'abrir',
    second_identifier: 'Pida un segundo dato antes de abrir una fila con una sola coincidencia.',
    phone_tail: 'teléfono ···%{tail}', no_phone: 'sin teléfono', portal: 'Portal',
    nobody: 'Nadie coincide con «%{typed}»',
    glass_broken: 'Alguien abrió un expediente cerrado por emergencia. Vea Auditoría.',
    nobody_hint: 'Pruebe con menos letras, otra grafía o la fecha de nacimiento.',
    record: 'Expediente', overview: 'Resumen', access_log: 'Registro de accesos', parts: 'Partes del expediente', portals: 'Portales', since: 'desde',
    contacts: 'Puntos de contacto', no_contacts: 'Sin teléfono ni correo', household: 'Vinculado con', nobody_else: 'No se conoce a nadie más',
    not_access: 'Un vínculo no da acceso por sí solo.', provenance: 'De dónde viene esto', changed: 'Último cambio',
    from_synthetic: 'De datos sintéticos públicos (%{source}): nadie real.', from_feed: 'De %{source}.', made: 'Inventado para la demostración: %{fields}.',
    on_file: '%{smart_count} día en el registro |||| %{smart_count} días en el registro', deceased: 'Fallecido', died: 'Consta como fallecido. No sale correo.',
    died_on: 'Falleció el %{date}. No sale correo.', band_child: 'Menor de 12 años', band_teen: 'Menor, 12–17', spanish: 'Español en casa', synthetic: 'Sintético',
    reason_kept: 'Queda en el registro, con su nombre.', own_team: 'Solo las personas de sus sitios', nobody_looked: 'Nadie ha mirado todavía',
    use: { home: 'casa', work: 'trabajo', mobile: 'móvil', temp: 'temporal', old: 'antiguo' },
    proof: {
      'period-start': 'por su fecha de inicio', 'last-updated': 'por su última actualización', 'first-use': 'por su primer uso',
      'before-go-live': 'de antes del arranque', 'first-seen': 'visto aquí por primera vez', made: 'inventado',
    },
    part: { overview: 'resumen', 'access-log': 'registro de accesos' },
    made_field: { site: 'el sitio', city: 'ciudad', state: 'estado', portals: 'los portales', name: 'nombre', 'used name': 'nombre que usa', phone: 'teléfono', 'e-mail': 'correo', mrn: 'expediente', household: 'hogar' },
    relation: {
      mother: 'madre', father: 'padre', parent: 'padre o madre', child: 'hijo o hija', spouse: 'cónyuge', sibling: 'hermano o hermana', guardian: 'tutor o tutora',
      grandparent: 'abuelo o abuela', grandchild: 'nieto o nieta', caregiver: 'cuidador o cuidadora', household: 'mismo hogar',
    },
    portal_state: {
      active: 'Activa', 'legacy-only': 'Solo cuenta antigua', invited: 'Con invitación', suspended: 'Suspendida', ended: 'Terminada',
      none: 'Sin cuenta de portal',
    },
    matched: { only: 'Solo %{what}', name: 'nombre', 'birth-date': 'nacimiento', mrn: 'expediente', phone: 'teléfono', email: 'correo' },
  },
}
