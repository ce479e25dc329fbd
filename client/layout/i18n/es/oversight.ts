import type { oversight as english } from '#client/layout/i18n/en/oversight.ts'

export const oversight: typeof english = {
  audit: {
    when: 'Cuándo', who: 'Quién', what: 'Qué', why: 'Motivo', earlier: 'Anteriores', whom: 'De quién', patient: 'Paciente', from: 'Desde', position: 'Sello', waits: 'espera',
    under: 'Quién hizo y vio qué, por orden de escritura. Leerlo también queda registrado.', under_team: 'Lo que hizo su equipo, sin pacientes. Leerlo también queda registrado.',
    outcome: 'Desenlace', outcomes: { success: 'hecho', refused: 'Rechazado', failed: 'Fallido' }, every_event: 'Todo', every_outcome: 'Cualquiera',
    day: 'En el día', events_title: 'Hechos', none: 'No hay tal hecho', check_now: 'Comprobar ahora', checking: 'Comprobando el registro', checked_unit: 'comprobados',
    of: 'de %{total}', late: '%{smart_count} hecho espera su sello |||| %{smart_count} hechos esperan su sello', never_checked: '%{count} hechos sellados. Nadie los ha comprobado todavía.',
    unbroken: 'Registro intacto.', sealed: '%{count} hechos, cada uno sellado con el anterior;', checked: 'comprobado', anchor: 'copia externa de',
    broken: 'Registro roto en la posición %{position}.', broken_text: 'Lo que sigue no es fiable (%{fault}). Deje la carpeta de datos como está y llame a quien lleva esta consola.',
    events: {
      'session.signed-in': 'Inició sesión', 'session.password-accepted': 'Contraseña aceptada', 'session.sign-in-refused': 'Inicio de sesión rechazado', 'session.ended': 'Sesión terminada', 'session.step-up': 'Segundo factor para un acto',
      'access.refused': 'Acceso rechazado', 'act.refused': 'Acto rechazado', 'patient.searched': 'Buscó pacientes', 'patient.read': 'Abrió un expediente',
      'patient.imported': 'Pacientes importados', 'staff.read': 'Leyó el personal', 'staff.invited': 'Colega con invitación', 'staff.joined': 'Colega incorporado',
      'staff.disabled': 'Personal desactivado', 'staff.enabled': 'Personal activado', 'staff.roles-changed': 'Funciones cambiadas',
      'staff.sites-changed': 'Sitios cambiados', 'staff.second-factor-reset': 'Segundo factor restablecido', 'staff.password-changed': 'Contraseña cambiada',
      'staff.second-factor-set': 'Segundo factor preparado', 'staff.recovery-codes-made': 'Códigos de recuperación creados',
      'staff.preferences-changed': 'Preferencias cambiadas', 'site.changed': 'Sitio cambiado', 'practice.set-up': 'Consultorio preparado',
      'two-person.asked': 'Pidió a una segunda persona', 'two-person.decided': 'Decidió la segunda persona', 'mail.queued': 'Correo en cola',
      'mail.withheld': 'Correo retenido', 'mail.state-changed': 'Cambió el estado del correo', 'mail.retried': 'Correo reenviado',
      'outbox.read': 'Leyó el correo saliente', 'portal.policy-added': 'Reglas de portal añadidas', 'audit.read': 'Leyó el registro',
      'audit.verified': 'Registro comprobado', 'audit.anchored': 'Registro anclado', 'job.ran': 'Tarea ejecutada', 'system.started': 'Consola iniciada',
      'system.stopped': 'Consola detenida', 'system.backed-up': 'Copia hecha', 'system.restored': 'Copia restaurada', 'system.damaged': 'Daño hallado',
    },
  },
  account: {
    language: 'Idioma', theme: 'Tema', themes: { system: 'Como el dispositivo', light: 'Claro', dark: 'Oscuro' }, preferences: 'Cómo se ve y habla la consola',
    single_keys: 'Teclas de una letra', keys_on: 'Sí: J, K, G H y otras sirven fuera de los campos de texto', keys_off: 'No: solo teclas con Ctrl o Alt',
    kept: 'Guardado', password: 'Contraseña', current: 'Contraseña actual', new: 'Contraseña nueva',
    password_hint: '8 caracteres o más; mejor una frase. Sin reglas de signos o cifras.', change_password: 'Cambiar contraseña',
    password_changed: 'Cambiada. Sus otras sesiones terminaron.', codes: 'Códigos de recuperación',
    codes_text: 'Cada código reemplaza una vez a su segundo factor. Los nuevos anulan los anteriores.', codes_shown: 'Anótelos ahora. No se muestran otra vez.',
    make_codes: 'Crear códigos nuevos', sessions: 'Dónde tiene sesión', since: 'desde', last_act: 'último acto', here: 'Esta', end: 'Terminar',
  },
  join: {
    set_up: 'Prepare este consultorio', set_up_text: 'Primera vez. El servidor mostró un secreto de un solo uso donde se inició.', secret: 'Secreto de un solo uso',
    secret_hint: 'Vale una vez. También está en la carpeta de datos.', practice: 'Nombre del consultorio', go_on: 'Seguir', factor_title: 'Su segundo factor',
    scan: 'Escanéelo con su aplicación de códigos y escriba el código que muestre.', qr: 'Código QR para la aplicación', by_hand: 'O escríbalo a mano:',
    confirm: 'Confirmar y entrar', codes: 'Anote ahora estos códigos de recuperación. Cada uno reemplaza una vez al segundo factor. No se muestran otra vez.',
    written_down: 'Los he anotado', link: 'Su enlace', to_sign_in: 'Ir al inicio de sesión',
    title: { join: 'Le damos la bienvenida', 'second-factor': 'Otro segundo factor', password: 'Otra contraseña' },
    text: {
      join: '%{practice} le invita, %{name}. Elija una contraseña; después prepare su segundo factor.',
      'second-factor': '%{name}, confirme con la contraseña que tiene; después prepare otro factor.',
      password: '%{name}, elija otra contraseña y confirme con su segundo factor.',
    },
  },
}
