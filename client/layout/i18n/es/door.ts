import type { door as english } from '#client/layout/i18n/en/door.ts'

export const door: typeof english = {
  auth: {
    title: 'Iniciar sesión', staff_only: '%{practice}, solo personal', locked: 'Bloqueado', second_factor: 'Segundo factor',
    user_name: 'Usuario', password: 'Contraseña', show_password: 'Mostrar la contraseña', sign_in: 'Entrar',
    next_factor: 'Después: su código de 6 cifras. ¿Lo perdió? Su administrador y otra persona pueden ayudar; la línea de ayuda, no.',
    lost_factor: '¿No tiene el código a mano? Un código de recuperación vale una vez. Sin ninguno, ayudan su administrador y otra persona.',
    code: 'Código de 6 cifras', code_hint: 'De su aplicación de códigos. Cada código vale una vez.',
    recovery_code: 'Código de recuperación', recovery_hint: 'Uno de los códigos que guarda en papel. Vale una vez.',
    use_recovery: 'Usar un código de recuperación', use_code: 'Usar el código de 6 cifras', other_name: 'Otro usuario',
    logged: 'Lo que abre queda registrado con su nombre.',
    cookie_lost: 'Este navegador no conserva aquí la sesión.',
    cookie_next: 'Necesita HTTPS: arranque con «npm start -- --https» o use otro navegador.',
    no_line: 'No se llega al servidor.', no_line_next: 'No se envió nada. Pruebe en un momento.',
  },
  demo: {
    title: 'Consultorio de demostración', made_up: 'Personas ficticias',
    choose: 'Elija un puesto. Sin contraseña. Todo aquí es inventado y se puede empezar de nuevo.',
    does: {
      'front-desk': 'busca, inscribe, entrega', helpline: 'verifica a quien llama, desbloquea con cuidado',
      clinician: 'responde mensajes, publica resultados', manager: 'niveles de servicio, asignaciones',
      'privacy-officer': 'quién vio a quién, reglas', administrator: 'personal y ajustes, sin datos de pacientes',
    },
    clock: 'Reloj de la demostración:', move: 'Adelantarlo', start_over: 'Empezar de nuevo', hour: '1 hora más', day: '1 día más', week: '1 semana más',
  },
  states: {
    title: 'Estados, diseñados', under: 'vacío · carga · rechazo · fallo · conflicto · sin línea · demasiados · restringido · tarea larga',
    first_day: 'Vacío, primer día', all_done: 'Vacío, todo hecho', nothing_found: 'Vacío, sin hallazgos', loading: 'Carga, solo tras 300 ms',
    refused: 'Rechazado, con regla y salida', fields: 'Campos no aceptados', conflict: 'Conflicto, alguien llegó antes', offline: 'Sin conexión',
    fault: 'Fallo del servidor', too_many: 'Demasiados', restricted: 'Expediente restringido', long_job: 'Tarea larga, se puede dejar',
    example: {
      no_messages: 'Aún no hay mensajes', no_messages_text: 'Los hilos llegan en cuanto se conecta un portal.', connect: 'Conectar un portal',
      nothing_waits: 'Nada le espera', nothing_waits_text: 'Próxima llegada sin inscribir: Carlota Muro, 11:00.', see_all: 'Ver los 14',
      nobody: 'Nadie coincide con «grenfelder 3/1»', did_you_mean: '¿Quiso decir', or_create: '? O cree un paciente nuevo tras mirar bien.',
      create: 'Crear paciente…', sent: 'Enviado hace 4 minutos, espere 6 más', sent_next: 'Un código nuevo anularía el que va en camino.',
      sent_say: 'Va en camino. Mire en la carpeta de no deseados si hay correo de Optum.', show_qr: 'Mostrar el QR',
      birth_date: 'Fecha de nacimiento', birth_value: '31 feb 2014', birth_refused: 'Febrero de 2014 tiene 28 días.', ends: 'Termina', empty: 'vacío',
      ends_refused: 'Una retención siempre tiene fin.', changed: 'La Dra. Fay lo cambió a las 10:41', changed_news: 'pasado a facturación.',
      inviting: 'Invitando a 1,840 pacientes del portal antiguo', sent_unit: 'enviados', pace: '12 por minuto, hasta las 12:12',
      bounced: '9 devueltos', skipped: '31 omitidos, con motivo', pause: 'Pausar', cancel: 'Cancelar con cuidado…',
    },
  },
}
