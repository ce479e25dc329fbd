/** Words for every value of proxy access that the server can send. */
export const accessWords = {
  word: { sees: 've', can: 'puede', no: 'nada', 'per-item': 'según qué', stops: 'termina', starts: 'empieza', narrows: 'según qué' },
  verdict: { sees: 'Lo ve', can: 'Puede hacerlo', no: 'No lo ve', 'per-item': 'Decide cada dato', stops: 'Termina', starts: 'Empieza', narrows: 'Desde entonces decide cada dato' },
  verdict_birthday: { stops: 'Termina al cumplir %{nth}', starts: 'Empieza al cumplir %{nth}', narrows: 'Al cumplir %{nth} decide cada dato' },
  both: {
    'see-messages': 'Escribir al equipo médico', 'see-appointments': 'Ver y pedir citas', 'see-medications': 'Medicinas y renovaciones', 'see-bills': 'Ver y pagar facturas',
    'see-insurance': 'Seguro médico', 'see-demographics': 'Datos personales', 'see-end-of-life': 'Voluntades anticipadas',
  },
  nth: {
    1: '1 año', 2: '2 años', 3: '3 años', 4: '4 años', 5: '5 años', 6: '6 años', 7: '7 años', 8: '8 años', 9: '9 años', 10: '10 años', 11: '11 años', 12: '12 años', 13: '13 años', 14: '14 años',
    15: '15 años', 16: '16 años', 17: '17 años', 18: '18 años',
  },
  change: {
    birthday: 'cumpleaños', starts: 'empieza un acceso', ends: 'termina un acceso', 'review-due': 'toca revisar', 'basis-expires': 'vence un documento', 'legal-status': 'cambia la situación legal',
    'policy-version': 'reglas nuevas del portal', 'portal-service': 'cambia el servicio del portal', consent: 'cambia un consentimiento', block: 'una nota de seguridad', 'grant-changed': 'se cambió un acceso',
    'account-age': 'edad para cuenta propia', death: 'fallecimiento',
  },
  relationship: {
    mother: 'madre', father: 'padre', parent: 'progenitor', 'step-parent': 'padrastro o madrastra', 'foster-parent': 'acogedor', guardian: 'tutor', agency: 'agencia', grandparent: 'abuelo o abuela',
    spouse: 'cónyuge', partner: 'pareja', 'adult-child': 'hijo adulto', sibling: 'hermano', caregiver: 'cuidador', attorney: 'apoderado', executor: 'albacea', other: 'otro',
  },
  basis: {
    parent: 'Padre o madre de un menor', 'guardian-of-minor': 'Tutor de un menor', 'custody-order': 'Orden de custodia', 'state-agency': 'Agencia del estado', 'teen-consent': 'El adolescente consiente más',
    'diminished-capacity': 'Capacidad disminuida', 'adult-consent': 'Consentimiento del adulto', 'health-care-proxy': 'Representante de salud', 'power-of-attorney': 'Poder notarial',
    'adult-guardian': 'Tutor de un adulto', executor: 'Albacea',
  },
  document: {
    'birth-certificate': 'Acta de nacimiento', 'adoption-decree': 'Sentencia de adopción', 'guardianship-order': 'Orden de tutela', 'custody-order': 'Orden de custodia', 'agency-letter': 'Carta de la agencia',
    'minor-consent-form': 'Consentimiento del menor', 'clinician-statement': 'Declaración de un médico', 'adult-consent-form': 'Consentimiento del adulto', 'portal-consent': 'Consentimiento en el portal',
    'health-care-proxy-form': 'Formulario de representante de salud', 'power-of-attorney': 'Poder notarial', 'letters-testamentary': 'Nombramiento de albacea',
  },
  verified: { 'photo-id': 'Identificación con foto, vista ahora', 'two-documents': 'Dos documentos, vistos ahora', 'known-from-own-chart': 'Se le conoce por su propio expediente', 'portal-sign-in': 'Inició sesión en el portal' },
  area: {
    appointments: 'Citas', messages: 'Mensajes', results: 'Resultados', medications: 'Medicinas', notes: 'Notas', 'health-summary': 'Resumen de salud', immunizations: 'Vacunas', bills: 'Facturas',
    insurance: 'Seguro', demographics: 'Datos personales', letters: 'Cartas', 'end-of-life': 'Voluntades anticipadas', records: 'Solicitudes de expediente',
  },
  area_level: { none: 'nada', view: 'puede ver', act: 'puede ver y actuar' },
  service_line: { 'sti-care': 'atención de ITS', 'reproductive-health': 'salud reproductiva', 'mental-health': 'salud mental', 'substance-use': 'consumo de sustancias', 'hiv-care': 'atención de VIH' },
  legal_kind: {
    emancipated: 'Menor emancipado', married: 'Menor casado', 'minor-parent': 'Menor con hijos', 'state-custody': 'Bajo custodia del estado', adopted: 'Adoptado',
    'adult-guardianship': 'Adulto bajo tutela', 'diminished-capacity': 'Capacidad disminuida',
  },
  legal_effect: {
    emancipated: 'El paciente cuenta como adulto: ese día termina lo que tienen padres y tutores.', married: 'El paciente cuenta como adulto: ese día termina lo que tienen padres y tutores.',
    'minor-parent': 'El paciente puede actuar por su hijo. En su propio expediente sigue decidiendo la edad.', 'state-custody': 'Lo de los padres queda suspendido hasta revisarse; se puede conceder el de la agencia.',
    adopted: 'Termina el acceso de la familia anterior, y deja de mostrarse.', 'adult-guardianship': 'Decide el tutor según la orden; el consentimiento del paciente ya no abre accesos.',
    'diminished-capacity': 'El acceso puede basarse en la declaración del médico o en la orden, a cualquier edad.',
  },
  legal_document: {
    'court-order': 'Orden judicial', 'marriage-certificate': 'Acta de matrimonio', 'birth-certificate': 'Acta de nacimiento', 'adoption-decree': 'Sentencia de adopción',
    'clinician-statement': 'Declaración de un médico', 'agency-letter': 'Carta de la agencia',
  },
  block_kind: { 'court-order': 'Orden judicial', 'safety-flag': 'Motivo de seguridad' },
  mark: { name: 'Nombre', email: 'Correo', phone: 'Teléfono', 'birth-date': 'Nacimiento', person: 'Representante conocido', patient: 'Paciente conocido' },
  state: {
    requested: 'Espera a otra persona', held: 'Con quien lleva la privacidad', pending: 'Espera a la persona', active: 'Activo', suspended: 'Suspendido', ended: 'Terminado', denied: 'No concedido',
  },
  cause: {
    asked: 'se pidió', 'second-person': 'decide otra persona', granted: 'se concedió', held: 'lo impide una nota de seguridad', confirmed: 'confirmado por la persona', 'wrong-answers': 'tres respuestas no coincidieron',
    'declined-by-proxy': 'la persona lo rechazó', 'invitation-expired': 'venció la invitación', 'declined-by-staff': 'se rechazó aquí', 'request-over': 'nadie decidió a tiempo', revoked: 'se revocó',
    block: 'una nota de seguridad', disputed: 'en disputa', death: 'falleció el paciente', 'review-needed': 'necesita revisión', reviewed: 'revisado', adoption: 'adopción', replaced: 'sustituido por otro',
    restored: 'recuperado', safety: 'por seguridad', 'new-account': 'creó otra cuenta en el portal',
  },
  suspended: { death: 'Suspendido: falleció el paciente', disputed: 'Suspendido: en disputa', 'new-account': 'Suspendido: cuenta nueva' },
  now: { full: 'Completo', limited: 'Limitado', limited_was_full: 'Limitado, era completo', none: 'Nada ahora' },
  wish: { patient: 'el paciente', proxy: 'la propia persona', 'other-parent': 'el otro progenitor', court: 'un juzgado', practice: 'el consultorio', 'not-said': 'no se dijo' },
  waiting: { 'second-person': 'otra persona', 'privacy-officer': 'quien lleva la privacidad', proxy: 'su confirmación', review: 'una revisión', 'review-due': 'una revisión, ya toca', 'review-soon': 'una revisión pronto' },
  channel: { email: 'Correo', sms: 'Mensajes de texto', phone: 'Llamadas', post: 'Cartas' },
  known_as: { proxy: 'representa a alguien aquí', household: 'mismo hogar', patient: 'paciente aquí' },
  band_kind: { full: 'vista completa', limited: 'vista limitada', 'own-decision': 'decide por sí' },
  language: { en: 'Inglés', es: 'Español' },
}
