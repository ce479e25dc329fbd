import type { first as english } from '#client/layout/i18n/en/first.ts'

export const first: typeof english = {
  enroll: {
    page: 'Inscribir en persona', open_title: 'Inscripciones abiertas en este sitio', open_updates: 'se actualiza con cada paso del paciente', open_patient: 'Paciente', open_now: 'Ahora',
    open_progress: 'Avance', open_for: 'Abierta', open_act: 'Siguiente', open_code_ends: 'Código, quedan',
    open_day: { active: 'activas hoy', byEmail: 'por correo, en espera', declined: 'rehusadas, con motivo', median: 'mediana en ventanilla' },
    open_is: { IDENTITY_TO_RECORD: 'Falta la identidad', CONTACT_TO_SETTLE: 'Falta contacto propio', HAND_OVER_TO_CHOOSE: 'Falta elegir la entrega', CODE_ENDED: 'Código terminado', CODE_SPENT: 'Demasiados intentos', PHONE_SILENT: 'Sin señal del teléfono', MAIL_REFUSED: 'Correo no aceptado', MAIL_BOUNCED: 'Correo devuelto', INVITATION_ENDED: 'Invitación terminada', MAIL_NOT_OPENED: 'Correo sin abrir', PATIENT_STOPPED: 'No puede seguir' },
    open_step: { identity: 'Enseña un documento', contact: 'Acuerda el contacto', code: 'Se está entregando', connected: 'Espera al teléfono', terms: 'Lee las condiciones', agreement: 'Lee el acuerdo', 'sign-in': 'Elige contraseña' },
    open_fix: { continue: 'Continuar', 'fix-address': 'Corregir dirección', resend: 'Reenviar', 'new-code': 'Código nuevo', watch: 'Mirar', open: 'Abrir' }, open_more: 'Hay más; primero las detenidas.',
    done_of: '%{done} de %{of}', enroll: 'Inscribir', enroll_now: 'Inscribir ahora',
    live: { identity: 'Identidad comprobada', contact: 'Contacto acordado', code: 'Entregado', connected: 'Teléfono conectado', terms: 'Condiciones', agreement: 'Acuerdo HIPAA', 'sign-in': 'Usuario y contraseña', active: 'Activa' },
  },
  access: {
    tab: 'Representantes', palette_who: 'Quién puede ver qué, y por qué', documents_due: 'Documentos por revisar', birthdays: 'Cumpleaños próximos',
    home_documents: 'Vence %{smart_count} documento de representante |||| Vencen %{smart_count} documentos de representantes',
    birthdays_home: 'Cumpleaños que cambian accesos', all_birthdays: 'Los %{smart_count} en 30 días', home_nothing: 'no cambia el acceso de nadie', home_no_account: 'sin cuenta',
    home_narrows: '%{smart_count} representante pasa a la vista limitada |||| %{smart_count} representantes pasan a la vista limitada',
    home_loses: '%{smart_count} representante pierde el acceso |||| %{smart_count} representantes pierden el acceso',
    home_passed: '%{smart_count} representante cambió a las 00:00 |||| %{smart_count} representantes cambiaron a las 00:00', yesterday: 'ayer', today: 'hoy',
  },
  figures: {
    title: 'Inscripción en cifras',
  },
  incidents: {
    title: 'Incidentes',
  },
  invitations: {
    title: 'Invitaciones', alike: 'Alguien se parece a esta persona',
  },
  results: {
    title: 'Resultados', missing_title: 'Laboratorio que falta', unowned: 'Resultados sin clínico', dashboard: 'Retenciones y liberaciones', holds_page: 'Retenciones con su prueba',
  },
  recovery: {
    title: 'Recuperación', account_recovery: 'Recuperar la cuenta', new_call: 'Llamada nueva', home_desk: '%{smart_count} persona viene con documento |||| %{smart_count} personas vienen con documento',
  },
}
