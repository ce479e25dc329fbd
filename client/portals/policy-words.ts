import type { Language } from '#domain/reasons/text.ts'

/** Names of a policy's parameters and of the values they take, as one says them: English, then Spanish. */
const words: Readonly<Record<string, readonly [en: string, es: string]>> = {
  // Service
  opensOn: ['Opens on', 'Abre el'], messagesEndOn: ['Takes messages until', 'Recibe mensajes hasta'], readOnly: ['Read-only', 'Solo lectura'],
  fromOn: ['from', 'desde'], keeps: ['still offers', 'aún ofrece'], retiredOn: ['Retired on', 'Retirado el'], cutOver: ['Cut-over', 'Cambio de portal'],
  fromPortalIds: ['from', 'desde'], toPortalId: ['to', 'hacia'], goLiveOn: ['goes live on', 'arranca el'],
  accountsCarryOver: ['accounts carry over', 'las cuentas pasan'], booking: ['booking', 'citas'], oldRoute: ['before', 'antes'], newRoute: ['after', 'después'],
  bills: ['bills', 'facturas'], splitOn: ['by date of service, new from', 'por fecha de servicio, nuevo desde'], oldPaySite: ['old pay site', 'sitio de pago anterior'],
  newPaySite: ['new pay site', 'sitio de pago nuevo'], missingRecordsWeeks: ['weeks in which missing records are expected', 'semanas en que pueden faltar registros'],
  view: ['view', 'ver'], download: ['download', 'descargar'], print: ['print', 'imprimir'],
  // Contact points
  points: ['Contact', 'Contacto'], kind: ['kind', 'tipo'], purposes: ['for', 'para'], phone: ['phone', 'teléfono'], tty: ['TTY', 'TTY'], email: ['e-mail', 'correo'],
  address: ['address', 'dirección'], hours: ['hours', 'horario'], office: ['the practice', 'el consultorio'], mailbox: ['mailbox', 'buzón'],
  'account-recovery': ['getting back in', 'recuperar el acceso'], 'sign-up': ['signing up', 'registrarse'], 'proxy-request': ['asking for proxy access', 'pedir acceso de representante'],
  'proxy-revocation': ['ending proxy access', 'terminar el acceso de representante'], 'communication-opt-out': ['opting out of mail', 'dejar de recibir avisos'],
  'result-missing': ['a missing result', 'un resultado que falta'], 'invitation-missing': ['a missing invitation', 'una invitación que falta'],
  'profile-data-wrong': ['wrong personal data', 'datos personales erróneos'], 'health-data-wrong': ['wrong health data', 'datos de salud erróneos'],
  'urgent-care': ['care needed soon', 'atención que no puede esperar'],
  'after-hours': ['after hours', 'fuera de horario'],
  // Languages
  interface: ['screens', 'pantallas'], clinicalContent: ['clinical content', 'contenido clínico'], messages: ['messages', 'mensajes'], en: ['English', 'inglés'], es: ['Spanish', 'español'],
  // Enrollment
  ownAccountFromAge: ['Own account from age', 'Cuenta propia desde los'], youngerRegisteredBy: ['Younger ones are registered by', 'A los menores los registra'],
  selfSignUp: ['Signing up without invitation', 'Registro sin invitación'], deskNeedsAppointment: ['The desk needs an appointment', 'La recepción necesita cita'],
  activationNeeds: ['Activation needs', 'La activación necesita'], newAgreementOnProviderChange: ['New agreement when the provider changes', 'Acuerdo nuevo al cambiar de médico'],
  emailSharing: ['Shared e-mail', 'Correo compartido'], minorsUnderAge: ['for minors under age', 'para menores de'], byLegalCaregiver: ['by a legal caregiver', 'por un cuidador legal'],
  adultMustBeEnrolled: ['the adult must be enrolled', 'el adulto debe tener cuenta'], ownContactFromAge: ['Own contact from age', 'Contacto propio desde los'],
  'parent-or-legal-caregiver': ['a parent or legal caregiver', 'madre, padre o cuidador legal'], 'contact-verified': ['a verified contact', 'un contacto verificado'],
  'identity-questions': ['identity questions', 'preguntas de identidad'], open: ['open to anybody', 'abierto a todos'], 'record-match': ['a match with the record', 'coincidencia con el expediente'],
  none: ['none', 'ninguno'], terms: ['terms', 'condiciones'], 'hipaa-agreement': ['HIPAA agreement', 'acuerdo HIPAA'], code: ['code', 'código'],
  'identity-information': ['identity information', 'datos de identidad'],
  // Invitations
  lifetimeDays: ['Good for days', 'Vale días'], subject: ['Subject', 'Asunto'], sender: ['Sender', 'Remitente'], expectedArrival: ['Expected arrival', 'Llegada prevista'],
  fromBusinessDays: ['from business days', 'desde días hábiles'], toBusinessDays: ['to business days', 'hasta días hábiles'], resentBy: ['Resent by', 'La reenvía'],
  emailCodeHours: ['Mailed code good for hours', 'El código por correo vale horas'], deskCodeMinutes: ['Desk code good for minutes', 'El código de recepción vale minutos'],
  'not-published': ['not published', 'no publicado'], 'provider-office': ['the provider’s office', 'el consultorio'], support: ['support', 'soporte'],
  // Recovery
  selfService: ['By oneself', 'Por cuenta propia'], otherwise: ['Otherwise', 'Si no'], socialProviders: ['Sign-in through', 'Entrada mediante'],
  'registered-email': ['registered e-mail', 'correo registrado'], 'registered-email-only': ['registered e-mail only', 'solo correo registrado'],
  'security-question': ['security question', 'pregunta de seguridad'], helpline: ['helpline', 'línea de ayuda'],
  // Proxy access
  levels: ['Level', 'Nivel'], id: ['name in the data', 'nombre en los datos'], name: ['name', 'nombre'], bands: ['age band', 'tramo de edad'], fromAge: ['from age', 'desde los'],
  untilAge: ['until age', 'hasta los'], perArea: ['area by area', 'área por área'], allows: ['allows', 'permite'], all: ['all', 'todo'], full: ['full', 'completo'], 'read-only': ['read-only', 'solo lectura'],
  parentalGrantsEndAtAge: ['Parents’ access ends at age', 'El acceso de los padres termina a los'], proxyNeedsOwnAccount: ['A proxy needs an own account', 'El representante necesita cuenta propia'],
  revokedBy: ['Ended by', 'Lo termina'], withAccount: ['with an account', 'con cuenta'], withoutAccount: ['without one', 'sin cuenta'], patient: ['the patient', 'el paciente'],
  acquisitionRule: ['By the day it was acquired', 'Por el día en que se obtuvo'], hiddenFrom: ['hidden from', 'oculto para'], everyone: ['everyone', 'todos'], kinds: ['kinds', 'tipos'],
  inviteNeedsProxyEmail: ['An invitation needs the proxy’s e-mail', 'La invitación necesita el correo del representante'], phoneRequestsGoTo: ['Requests by phone go to', 'Las peticiones por teléfono van a'],
  confidentialServiceLines: ['Confidential service', 'Servicio confidencial'], 'sti-care': ['STI care', 'atención de ITS'], state: ['state', 'estado'], citedLaw: ['cited law', 'ley citada'],
  result: ['results', 'resultados'], note: ['notes', 'notas'], diagnosis: ['diagnoses', 'diagnósticos'], medication: ['medications', 'medicamentos'], immunization: ['immunizations', 'vacunas'],
  'vital-sign': ['vital signs', 'signos vitales'], allergy: ['allergies', 'alergias'], procedure: ['procedures', 'procedimientos'], document: ['documents', 'documentos'],
  'see-appointments': ['see appointments', 'ver citas'], 'schedule-appointments': ['schedule', 'pedir citas'], 'see-messages': ['see messages', 'ver mensajes'],
  'send-messages': ['send messages', 'enviar mensajes'], 'see-results': ['see results', 'ver resultados'], 'see-medications': ['see medications', 'ver medicamentos'],
  'request-refills': ['ask for refills', 'pedir renovaciones'], 'see-notes': ['see notes', 'ver notas'], 'see-visit-summaries': ['see visit summaries', 'ver resúmenes de visita'],
  'see-diagnoses': ['see diagnoses', 'ver diagnósticos'], 'see-health-summary': ['see the health summary', 'ver el resumen de salud'], 'see-immunizations': ['see immunizations', 'ver vacunas'],
  'see-bills': ['see bills', 'ver facturas'], 'pay-bills': ['pay bills', 'pagar facturas'], 'see-insurance': ['see insurance', 'ver el seguro'], 'update-insurance': ['update insurance', 'actualizar el seguro'],
  'see-demographics': ['see personal data', 'ver datos personales'], 'update-demographics': ['update personal data', 'actualizar datos personales'], 'see-letters': ['see letters', 'ver cartas'],
  'see-end-of-life': ['see end-of-life planning', 'ver voluntades anticipadas'], 'update-end-of-life': ['update end-of-life planning', 'actualizar voluntades anticipadas'],
  'request-records': ['ask for records', 'pedir registros'],
  // Messages
  promise: ['Reply', 'Respuesta'], unit: ['counted in', 'se cuenta en'], target: ['target', 'meta'], limit: ['limit', 'límite'], 'elapsed-hours': ['elapsed hours', 'horas corridas'],
  'business-days': ['business days', 'días hábiles'], 'local-days': ['local days', 'días locales'], officeHours: ['Office hours', 'Horario'], opens: ['opens', 'abre'], closes: ['closes', 'cierra'],
  mon: ['Monday', 'lunes'], tue: ['Tuesday', 'martes'], wed: ['Wednesday', 'miércoles'], thu: ['Thursday', 'jueves'], fri: ['Friday', 'viernes'], sat: ['Saturday', 'sábado'], sun: ['Sunday', 'domingo'],
  holidays: ['Holidays', 'Festivos'], calendar: ['calendar', 'calendario'], 'us-federal': ['US federal', 'federal de EE. UU.'], alsoClosedOn: ['also closed on', 'también cerrado el'],
  openAnywayOn: ['open anyway on', 'abierto de todos modos el'], waitingPauses: ['Waiting for the patient pauses the clock', 'Esperar al paciente detiene el reloj'],
  recipients: ['Recipients', 'Destinatarios'], provider: ['the provider', 'el médico'], billing: ['billing', 'facturación'], 'administrative-support': ['administrative support', 'apoyo administrativo'],
  emergencyNumber: ['In an emergency call', 'En una emergencia llame al'], phoneWhenNeededWithinHours: ['Phone when care is needed within hours', 'Llamar si se necesita atención en horas'],
  // Results and sharing
  release: ['Release', 'Publicación'], laboratory: ['laboratory', 'laboratorio'], radiology: ['radiology', 'radiología'], 'hiv-htlv': ['HIV, HTLV', 'VIH, HTLV'], hepatitis: ['hepatitis', 'hepatitis'],
  toxicology: ['toxicology', 'toxicología'], 'tissue-pathology': ['tissue pathology', 'patología de tejidos'], cytology: ['cytology', 'citología'], pap: ['Pap', 'Papanicolaou'],
  'products-of-conception': ['products of conception', 'productos de la concepción'], 'bone-marrow': ['bone marrow', 'médula ósea'], genetic: ['genetic', 'genético'],
  'at-once': ['at once', 'enseguida'], 'after-review': ['after review', 'tras la revisión'], 'after-verification': ['after verification', 'tras la verificación'],
  'on-order': ['on the doctor’s order', 'por orden del médico'], never: ['never', 'nunca'], doctorMayDelay: ['The doctor may delay', 'El médico puede retrasar'],
  usualDays: ['Usually after days', 'Normalmente tras días'], from: ['from', 'desde'], to: ['to', 'hasta'], commentShowsAsUpdate: ['A comment shows as an update', 'Un comentario se ve como novedad'],
  externallyOrdered: ['Ordered elsewhere', 'Pedidos fuera'], shown: ['shown', 'se muestran'], missingLabDays: ['A lab counts as missing after days', 'Un análisis falta tras días'],
  limitedByState: ['Limited by state', 'Limitado por el estado'], longestHoldDays: ['Longest hold in days', 'Retención más larga en días'], stateClocks: ['State clock', 'Plazo estatal'],
  effectiveFromOn: ['effective from', 'vigente desde'], effectiveUntilOn: ['effective until', 'vigente hasta'], classes: ['classes', 'clases'], malignancy: ['malignancy', 'malignidad'],
  'hiv-positive-diagnostic': ['positive HIV diagnostic', 'diagnóstico de VIH positivo'], 'hepatitis-antigen': ['hepatitis antigens', 'antígenos de hepatitis'], notBefore: ['not before', 'no antes de'],
  count: ['count', 'cantidad'], providerMayReleaseEarlier: ['the provider may release earlier', 'el médico puede publicar antes'], progressNotes: ['Progress notes', 'Notas de evolución'],
  'unless-author-withholds': ['shared unless the author withholds', 'se comparten salvo que el autor no quiera'], 'not-on-portal': ['not on this portal', 'no en este portal'],
  diagnoses: ['Diagnoses', 'Diagnósticos'], 'unless-unshared-by-hand': ['shared unless unshared by hand', 'se comparten salvo retirada a mano'],
  medicationsMayBeHidden: ['Medications may be hidden', 'Los medicamentos se pueden ocultar'],
  // Records, preferences, leaving
  ranges: ['Ranges', 'Períodos'], 'from-to': ['from – to', 'desde – hasta'], complete: ['complete', 'completo'], dueDays: ['Due after days', 'Plazo en días'],
  extensionDays: ['Extension in days', 'Prórroga en días'], longestExtensions: ['Extensions at most', 'Prórrogas como máximo'], channels: ['Channels', 'Canales'], portal: ['portal', 'portal'],
  sms: ['text message', 'mensaje de texto'], app: ['app', 'aplicación'], staffSetOptOuts: ['Staff set opt-outs', 'El personal fija las bajas'], patientIdleMinutes: ['Signs out when idle for minutes', 'Cierra la sesión tras minutos sin uso'],
  modes: ['Way', 'Modo'], mode: ['way', 'modo'], disconnect: ['disconnect', 'desconectar'], 'remove-account': ['remove the account', 'quitar la cuenta'], 'dis-enroll': ['dis-enroll', 'darse de baja'],
  newData: ['new data', 'datos nuevos'], oldData: ['old data', 'datos anteriores'], proxies: ['proxies', 'representantes'], communication: ['communication', 'comunicación'],
  comingBack: ['coming back', 'volver'], stops: ['stops', 'se detiene'], stays: ['stays', 'se queda'], stay: ['stay', 'se quedan'], removed: ['removed', 'se quita'],
  'all-removed': ['all removed', 'se quitan todos'], 'by-sign-up': ['by signing up again', 'con un registro nuevo'], yes: ['yes', 'sí'], no: ['no', 'no'],
}

/** Whether a name of the data has words. */
export function hasPolicyWord(name: string): boolean {
  return Object.hasOwn(words, name)
}

/** One name or value of the data in words; what has none (numbers, dates, names of laws) as it is. */
export function policyWord(name: string, language: Language): string {
  return Object.hasOwn(words, name) ? (words[name]?.[language === 'es' ? 1 : 0] ?? name) : name
}

/** `cutOver.bills.oldPaySite` in words, from the outer to the inner. */
export function parameterWords(path: string, language: Language): string {
  const said = path.split('.').map((part) => policyWord(part, language)).join(' · ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** A value in words; lists of codes one by one. */
export function valueWords(value: string, language: Language): string {
  return value.split(', ').map((one) => policyWord(one, language)).join(', ')
}
