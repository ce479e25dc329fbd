import type { frame as english } from '#client/layout/i18n/en/frame.ts'

export const frame: typeof english = {
  ra: {
    action: {
      update: 'Guardar', create: 'Crear', refresh: 'Leer de nuevo', delete: 'Quitar', close: 'Cerrar', undo: 'Deshacer', clear_array_input: 'Vaciar la lista',
    },
    auth: { auth_check_error: 'Inicie sesión para continuar.' },
    input: {
      references: {
        all_missing: 'No se encuentran los registros vinculados.',
        many_missing: 'Uno de los registros vinculados ya no está.',
        single_missing: 'El registro vinculado ya no está.',
      },
    },
    message: {
      delete_title: '¿Quitar %{name}?', delete_content: 'Después ya no está.', update_title: '¿Cambiar %{name}?', update_content: '¿Guardar lo que cambió?',
      clear_array_input: '¿Vaciar toda la lista?',
      invalid_form: 'Algunos campos no se pueden aceptar así.',
      select_all_limit_reached: 'Son demasiados para elegirlos a la vez: quedan elegidos los primeros %{max}.',
      unsaved_changes: 'Lo que cambió aún no se guardó. ¿Salir de todos modos?',
    },
    navigation: { next: 'Siguiente', page: 'Página %{page}', previous: 'Anterior' },
    notification: {
      data_provider_error: 'La respuesta no se puede leer.',
      deleted: 'Quitado |||| %{smart_count} quitados',
      http_error: 'No se llega al servidor.',
      item_doesnt_exist: 'No hay nada aquí con ese número.',
      logged_out: 'Esta sesión terminó. Inicie sesión de nuevo.',
      not_authorized: 'Su función no incluye esto.',
      updated: 'Guardado |||| %{smart_count} guardados',
    },
    page: { create: 'Nuevo: %{name}', edit: 'Editar: %{name}', list: 'Lista: %{name}', show: 'Ver: %{name}' },
    validation: {
      email: 'No es una dirección de correo.',
      number: 'No es un número.',
      regex: 'Tiene otra forma: %{pattern}',
      required: 'Hace falta.',
      unique: 'Alguien ya lo tiene.',
    },
  },
  shell: {
    notices: 'Avisos', new_notices: 'Avisos, %{smart_count} nuevo |||| Avisos, %{smart_count} nuevos', no_notices: 'Sin avisos desde que entró.',
    home: 'Inicio', patients: 'Pacientes', messages: 'Mensajes', some_late: 'con retraso', assigned_to_you: 'Se le asignó una conversación. Vea Mensajes.', emergency_came: 'Palabras de urgencia en una de sus colas. Vea Mensajes.', approvals: 'Aprobaciones', administration: 'Administración', staff: 'Personal', practitioners: 'Profesionales', sites: 'Sitios',
    portals: 'Portales y reglas', outbox: 'Correo saliente', jobs: 'Tareas', imports: 'Importaciones', privacy: 'Privacidad', audit: 'Auditoría', account: 'Cuenta',
    dashboards: 'Tableros', message_setup: 'Ajustes de mensajes',
    mailbox: 'Buzón', menu: 'Menú', practice: 'Tipo de consultorio', skip: 'Ir al contenido', all_sites: 'Todos los sitios',
    find: 'Busque un paciente o escriba una orden', find_short: 'Buscar', live: 'En vivo', not_live: 'Sin línea',
    to_dark: 'Tema oscuro', to_light: 'Tema claro', lock: 'Bloquear la pantalla', sign_out: 'Cerrar sesión', other_desk: 'Ir a otro puesto',
    demo_banner: 'Consultorio de demostración. Sus personas son ficticias; no se envía nada a nadie.',
    test_banner: 'Consultorio de prueba. Sus personas son ficticias.',
    damaged: 'Los registros del consultorio están dañados: se pueden leer, no se puede escribir. Llame a quien lleva esta consola.',
    no_page: 'Esa pantalla no existe', no_page_text: 'La dirección puede ser antigua, o falta una letra.', to_home: 'Ir al inicio',
  },
  ui: {
    scan_elsewhere: 'Las tarjetas se leen donde se buscan pacientes. Aquí no se usó nada de ella.',
    scan_unread: 'Nada de esta tarjeta se pudo usar. Escriba nombre y fecha de nacimiento.',
    loading: 'Cargando', rule: 'Regla %{rule}', born: 'nació el', years: '%{smart_count} año |||| %{smart_count} años', mrn: 'Expediente',
    leave_it: 'Dejarlo', reason: 'Motivo', reason_hint: 'Queda en el registro, con su nombre.',
    conflict: {
      elsewhere: 'se cambió en otro puesto.', taken: 'Está cargada la última versión y su texto se conserva. Mírelo y envíelo otra vez.',
      now: 'Como está ahora', safe: 'Su texto está a salvo. Lo nuevo: %{news}', take: 'Tomarlo y conservar mi texto', compare: 'Comparar',
    },
    step_done: 'hecho',
    offline: {
      title: 'Sin conexión desde las %{time}', text: 'Puede leer lo que está abierto. Lo escrito espera; nada se pierde.',
      next: 'próximo intento en',
    },
    fault: {
      title: 'No funcionó y nada cambió',
      text: 'Pruebe otra vez. Si sigue, dé este número a su administrador.',
      again: 'Probar otra vez',
    },
    too_many: {
      title: '%{count} personas coinciden con «%{typed}»',
      text: 'Añada una fecha de nacimiento o las primeras letras del nombre. Las listas muestran %{shown}.',
      narrow: 'Añadir fecha de nacimiento',
    },
    restricted: {
      title: '¿Por qué abre este expediente?', here: 'El paciente está aquí', other: 'Otro motivo, con palabras', words: 'En pocas palabras',
      words_missing: 'Diga el porqué en pocas palabras.', told: '60 minutos, solo este expediente. Se avisa ahora a privacidad.',
      open: 'Abrir', leave: 'Dejarlo',
    },
    paging: {
      of: '%{first}–%{last} de %{total}', of_many: '%{first}–%{last} de muchos', last: '%{first}–%{last}, los últimos',
      previous: 'Anteriores', next: 'Siguientes',
    },
  },
  keys: {
    title: 'Teclado', hint: 'Esc sale de un campo de texto; entonces sirven las letras. Puede apagarlas en Cuenta.',
    group_move: 'Moverse', group_act: 'Actuar', group_everywhere: 'En todas partes',
    next_row: 'fila siguiente', previous_row: 'fila anterior', search: 'buscar aquí', palette: 'buscar u ordenar', sheet: 'esta hoja',
    side: 'lo que está al lado', lock: 'bloquear la pantalla', invite: 'invitar a un colega', approve: 'aprobar', send: 'enviar',
  },
  palette: {
    registrations: 'Registros sin expediente', shared_contacts: 'Contactos compartidos', campaigns: 'Campañas de invitaciones', new_campaign: 'Empezar una campaña',
    title: 'Buscar o hacer', label: 'Busque un paciente o escriba una orden', patients: 'Pacientes', commands: 'Órdenes', not_now: 'Ahora no',
    not_your_role: 'No es de su función', who_can: 'Esto lo hace: %{who}.', found: '%{smart_count} persona |||| %{smart_count} personas',
    move: 'moverse', open: 'abrir', not_kept: 'No se guarda en el navegador', approve: 'Decidir lo que espera',
    more_to_type: 'Falta por escribir',
    for_one: 'Para %{name}', enrollment: 'Inscripciones e invitaciones', patient_messages: 'Mensajes sobre la persona', preferences: 'Lo que no quiere', open_record: 'Abrir el expediente', access_log: 'Quién miró este expediente',
    nothing_waits: 'Nada espera su decisión.', invite: 'Invitar a un colega', service_levels: 'Niveles de servicio de los mensajes', canned: 'Respuestas preparadas', fairness: 'Tiempos de respuesta comparados', verify: 'Comprobar el registro', states: 'Estados, diseñados',
    theme: 'Cambiar claro y oscuro', language: 'Switch to English',
  },
  lock: {
    title: '¿Sigue ahí, %{name}?', text: 'La pantalla se bloquea a las %{time}, tras 10 minutos sin una tecla ni un clic.',
    ends: 'Esta sesión termina a las %{time}, 12 horas después de iniciarla. Inicie sesión otra vez para seguir.',
    kept: 'Su lugar se conserva, solo para usted.', stay: 'Seguir aquí', now: 'Bloquear ya',
  },
  step_up: {
    title: 'Su segundo factor, ahora', text: 'Este acto pide un código nuevo de 6 cifras. Vale solo para este acto.', confirm: 'Confirmar y seguir',
  },
  roles: {
    'front-desk': 'Recepción', helpline: 'Línea de ayuda', clinician: 'Personal médico', manager: 'Gerencia',
    'privacy-officer': 'Responsable de privacidad', administrator: 'Administración',
  },
}
