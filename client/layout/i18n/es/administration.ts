import type { administration as english } from '#client/layout/i18n/en/administration.ts'

export const administration: typeof english = {
  staff: {
    name: 'Nombre', full_name: 'Nombre completo', roles: 'Funciones', state: 'Estado', nobody: 'Aún no hay nadie', record: 'Miembro del personal',
    invite: 'Invitar a un colega', invite_under: 'Lo aprueba privacidad; después va un enlace a la dirección, válido una vez y 24 horas.',
    who: 'Quién', sign_in: 'Acceso', email: 'Correo', email_hint: 'Una dirección que solo lea esta persona.', since: 'Aquí desde',
    factor_set: 'Preparado', factor_none: 'Sin preparar', codes_left: 'Códigos de recuperación que quedan', open_sessions: 'Sesiones abiertas',
    last_signed_in: 'Último inicio de sesión', link_until: 'abierto hasta',
    link: { join: 'Invitación', 'second-factor': 'Enlace para otro factor', password: 'Enlace para otra contraseña' },
    kind_label: 'Tipo de personal médico', kind: { prescriber: 'prescriptor', 'clinical-staff': 'personal clínico' },
    status: { active: 'Activo', invited: 'Con invitación', disabled: 'Desactivado' },
    home_site: 'Se abre primero', npi_hint: 'Diez cifras; el número de quien prescribe casa con los envíos.', keep_sites: 'Guardar sitios',
    ask: 'Pedir aprobación', asked: 'Pedido. Una segunda persona decide en 24 horas.', invited: 'Invitación en camino.',
    act: {
      'change-roles': 'Cambiar funciones…', 'change-sites': 'Cambiar sitios…', 'reset-second-factor': 'Restablecer el segundo factor…',
      'resend-invitation': 'Reenviar la invitación', 'reset-password': 'Restablecer la contraseña…', 'end-sessions': 'Terminar sesiones', enable: 'Activar…', disable: 'Desactivar…',
    },
    effect: {
      invite: 'No pasa nada hasta que otra persona apruebe. La contraseña y el segundo factor son del colega.',
      'change-roles': 'Decide privacidad. Entonces cambian las funciones de %{name} y terminan sus sesiones abiertas.',
      'reset-second-factor': 'Decide privacidad. Entonces el segundo factor de %{name} deja de servir y sale un enlace por correo.',
      'resend-invitation': 'Va un enlace nuevo a la dirección de %{name}; el anterior deja de servir.',
      'reset-password': 'Decide privacidad. Entonces la contraseña de %{name} deja de servir y sale un enlace por correo. Nadie más ve la nueva.',
      'end-sessions': 'Todas las sesiones de %{name} terminan al instante. Puede volver a iniciar sesión.',
      enable: 'Decide privacidad. Entonces %{name} puede volver a iniciar sesión.',
      disable: 'Al instante: %{name} no puede iniciar sesión, sus sesiones terminan y no recibe más correo.',
    },
    done: { 'resend-invitation': 'Invitación reenviada', 'change-sites': 'Sitios guardados', 'end-sessions': 'Sesiones terminadas', disable: 'Desactivado' },
  },
  sites: {
    name: 'Nombre', jurisdiction: 'Ley estatal', jurisdiction_hint: 'Dos letras, como NY.', zone: 'Zona horaria', phone: 'Teléfono', retired: 'Retirado',
    open: 'Abierto', act: 'Cambio', change: 'Cambiar', add: 'Añadir un sitio', keep: 'Guardar', kept: 'Sitio guardado', retire: 'Retirar', retire_title: 'Retirar este sitio', retire_effect: '%{name} ya no se ofrece en ninguna parte. Sus registros quedan.', retired_now: 'Sitio retirado', none: 'Aún no hay sitios',
  },
  portals: {
    under: 'Las reglas tal como las publica cada portal. Se cambian en otra parte, entre dos personas y con fecha.', name: 'Portal',
    version: 'Vigente', versions: 'Versiones', none: 'Aún no hay portales', policy: 'Reglas del portal', in_force: 'La versión %{number} rige este día.',
    not_begun: 'Ninguna versión rige este día', begins: 'La primera empieza el %{date}.', as_of: 'A fecha de', version_n: 'Versión %{number}',
    in_force_now: 'vigente', from: 'desde el %{date}', no_start: 'sin comienzo conocido',
    state: { open: 'Abierto', 'not-open': 'Sin abrir', 'no-messages': 'No recibe mensajes', 'read-only': 'Solo lectura', retired: 'Retirado' },
    group: {
      service: 'Servicio', contacts: 'Puntos de contacto', languages: 'Idiomas', enrollment: 'Inscripción', invitations: 'Invitaciones',
      recovery: 'Recuperar la cuenta', proxyAccess: 'Acceso de representantes', messages: 'Mensajes', results: 'Resultados', sharing: 'Compartir',
      recordRequests: 'Solicitudes de expediente', preferences: 'Preferencias', leaving: 'Salida',
    },
    source: {
      S0: 'Guía de MyChart (S0)', S1: 'Artículo de CareMount (S1)', S2: 'Preguntas de MyPortal (S2)', S3: 'Preguntas de FollowMyHealth (S3)',
      derived: 'derivada', assumption: 'supuesto',
    },
    read_on: 'leída por derecho el %{date}', never_read: 'nunca leída por derecho', stricter: 'Más estricta que la ley citada',
    finding: {
      SOURCE_CONTRADICTS_ITSELF: 'La fuente se contradice', SOURCE_WORDING_OPEN: 'Redacción abierta', SOURCE_SILENT: 'La fuente calla',
      SOURCE_SILENT_ON_ADULTHOOD: 'Calla sobre la mayoría de edad', SOURCE_NAMES_NO_STATE: 'La fuente no nombra estado', SOURCE_UNDATED: 'Fuente sin fecha',
      NO_ADOLESCENT_RULE_PUBLISHED: 'Sin regla publicada para adolescentes', LAW_CHANGED_SINCE: 'La ley cambió después', NEEDS_LEGAL_REVIEW: 'Necesita revisión legal',
    },
  },
  mail: {
    under: 'Se escribe junto con lo que lo causa; sale cuando el servidor de correo lo toma.', what: 'Correo', to: 'Para', from: 'De', queued: 'En cola',
    handed: 'Entregado al servidor', tries: 'Intentos', last: 'Última respuesta', act: 'Ayuda', again: 'Enviar otra vez',
    again_effect: 'El correo a %{address} vuelve a la cola con el mismo número y el mismo enlace.',
    queued_again: 'De nuevo en cola', none: 'No hay nada en camino', none_text: 'El correo aparece aquí con el acto que lo causa.',
    honest: 'Entregado significa que un servidor lo tomó. Desde aquí nadie puede decir que se leyó.',
    mailbox_under: 'Lo que este consultorio habría enviado. Nada sale de él.', mailbox_none: 'Aún no hay correo',
    mailbox_none_text: 'Invite a un colega y apruébelo: el correo aparece aquí.',
    letters: 'Correos', links: 'Enlaces', raw: 'Tal como viaja',
    state: { queued: 'En cola', handed: 'En el servidor', refused: 'Rechazado', bounced: 'Devuelto', parked: 'Apartado' },
    template: {
      'staff-invitation': 'Invitación al personal', 'staff-second-factor-reset': 'Otro segundo factor', 'staff-account-changed': 'La cuenta cambió',
      'staff-password-reset': 'Otra contraseña',
    },
  },
  jobs: {
    under: 'Trabajo que la consola hace por sí sola, con plazos que sobreviven a una parada.', name: 'Tarea', running: 'En marcha', never: 'Todavía no',
    done: 'Hecha', failed: 'Fallida', last: 'Última vez', counts: 'Recuento', due: 'Próxima', none: 'Sin tareas',
    job: {},
  },
  approvals: {
    under: 'Lo que una persona pide y otra decide. Una solicitud termina a las 24 horas.', asked: 'Solicitudes',
    waiting: '%{smart_count} para usted |||| %{smart_count} para usted', none: 'Nada espera', none_text: 'Aquí aparece lo que necesita a una segunda persona.',
    you: 'usted', will_happen: 'Pasará exactamente esto', by: 'Lo pide', why: 'Motivo', at: 'Pedido', ends: 'Termina', decided_by: 'Decidió', nobody: 'Nadie',
    decision_reason: 'Motivo de la decisión', approve: 'Aprobar', decline: 'Rechazar…', withdraw: 'Retirar', decline_title: 'Rechazar esta solicitud',
    decline_effect: 'No pasará nada de esto. %{name} verá su motivo.', done_approve: 'Aprobado y hecho', done_decline: 'Rechazado', done_withdraw: 'Retirado',
    state: { open: 'Espera', approved: 'Aprobada', declined: 'Rechazada', withdrawn: 'Retirada', expired: 'Terminó sin respuesta', dead: 'Terminada' },
    act: {
      'staff.invite': 'Invitar a un colega', 'staff.change-roles': 'Cambiar funciones', 'staff.enable': 'Activar de nuevo',
      'staff.reset-second-factor': 'Restablecer un segundo factor', 'staff.reset-password': 'Restablecer una contraseña',
    },
  },
}
