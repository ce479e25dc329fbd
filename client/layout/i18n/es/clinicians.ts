import type { clinicians as english } from '#client/layout/i18n/en/clinicians.ts'

export const clinicians: typeof english = {
  practitioners: {
    parts: 'Profesionales, cabos sueltos y suplencias', list: 'Profesionales', loose: 'Cabos sueltos', covers: 'Suplencias',
    under: 'Quién ordenó y quién atiende según los envíos, y qué colega es. Decide el NPI; donde no puede, decide una persona.',
    search: 'Nombre o NPI', name: 'Profesional', npi: 'Número NPI', specialty: 'Especialidad', site: 'Sitio', who: 'Aquí', act: 'Vincular', source: 'Origen',
    nobody: 'Aún no hay profesionales', nobody_text: 'Llegan con la primera importación.', not_found: 'Ningún profesional con ese nombre o NPI',
    how: { npi: 'por NPI', hand: 'a mano', apart: 'nadie de aquí' }, not_known: 'Sin vincular',
    match: 'Vincular…', match_title: '¿Qué colega es %{name}?', match_do: 'Es este colega', apart: 'Nadie de aquí', matched: 'Vinculado', set_apart: 'Guardado: nadie de aquí',
    hangs: '%{teams} en equipos de atención, %{orders} órdenes', ties: 'De ello depende', roles: 'Trabaja como', gives: 'El colega recibe estos vínculos y, con ellos, los resultados que esperan.',
    same_npi: 'El mismo NPI', by: '%{how}, por %{name}', candidate: 'Colega', candidate_filter: 'Acotar por nombre', no_candidate: 'Ningún clínico con ese nombre',
    dangling: {
      'practitioner-unmatched': 'Sin colega: nadie recibe lo que espera.',
      'npi-ambiguous': 'Un envío da este NPI a dos nombres. Diga cuál es un colega.',
      'npi-differs': 'Vinculado a mano, pero ahora los dos NPI son distintos.',
      'nobody-covers': 'El colega se fue y nadie lo suple.',
      'cover-idle': 'Suple, pero ya no puede actuar.',
    },
    dangling_heading: 'Qué está suelto', about: 'Colega', all_tied: 'Sin cabos sueltos', all_tied_text: 'Cada orden y cada equipo llevan a alguien que puede actuar.',
    more_loose: 'Los primeros %{shown}. Siguen más cuando estos se resuelvan.',
    set_cover: 'Fijar suplencia…', set_cover_title: '¿Quién suple?', set_do: 'Fijar suplencia', set_done: 'Suplencia fijada', away: 'Ausente', stands_in: 'Suple', from: 'Desde', until: 'Hasta', ending: 'Fin',
    first_day: 'Primer día de ausencia', last_day: 'Último día de ausencia', whole_days: 'Días enteros, según el reloj de la consulta. Hoy cuenta desde ahora.', choose: 'Elija…',
    set_by: 'La fijó', state: 'Estado', states: { running: 'Ahora', 'to-come': 'Por venir', over: 'Terminada' }, end: 'Terminar ya…', call_off: 'Anular…', end_title: 'Terminar esta suplencia',
    end_effect: 'Desde ahora %{covering} ya no suple a %{absent}.', ended: 'Suplencia terminada', no_cover: 'Nadie suple a nadie',
    no_cover_text: 'La fija por un tiempo quien se ausenta; quien dirige la consulta, para cualquiera.',
    you_cover: 'Usted suple a %{name}', covers_you: '%{name} le suple', your_cover: 'Suplencia', nobody_away: 'Usted no suple a nadie', to_cover: 'Fijar o terminar suplencias',
    until_at: 'hasta', from_at: 'desde el',
  },
}
