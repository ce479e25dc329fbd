import type { ReasonText } from '#domain/reasons/text.ts'

/** Why a result is not released, held or shared, and what does help. */
export const resultReasons = {
  PRESCRIBER_ONLY: {
    rule: 'RL-01',
    en: { message: 'Results are released and held by prescribers.', next: 'Ask the prescriber who ordered it, or who covers for them.' },
    es: { message: 'Liberan y retienen resultados quienes prescriben.', next: 'Pídalo a quien lo solicitó o a quien lo suple.' },
  },
  RESULT_OF_OTHERS: {
    rule: 'AZ-05',
    en: { message: 'You have not ordered for this patient, are not in the care team, and cover for nobody who is.', next: 'The ordering prescriber acts, or sets you as cover.' },
    es: { message: 'Usted no ha solicitado nada para este paciente, no es de su equipo y no suple a nadie que lo sea.', next: 'Actúa quien lo solicitó, o le nombra suplente.' },
  },
  NEEDS_ORDERING_PROVIDER: {
    rule: 'R66',
    en: { message: 'Your order is on file; this portal also asks that the ordering provider verifies the result.', next: 'The ordering provider verifies it, or whoever covers for them.' },
    es: { message: 'Su orden consta; este portal pide además que verifique quien solicitó la prueba.', next: 'Verifica quien la solicitó, o quien lo suple.' },
  },
  VERIFIED_BY_ORDERING_ONLY: {
    rule: 'R62',
    en: { message: 'Only the ordering provider, or who covers for them, verifies a result.', next: 'Leave it to them, or ask to be set as cover.' },
    es: { message: 'Solo verifica quien solicitó la prueba, o quien lo suple.', next: 'Déjelo a esa persona o pida la suplencia.' },
  },
  TEST_CODE_NOT_KNOWN: {
    rule: 'R60',
    en: { message: 'This is not a LOINC code; its last digit does not agree.', next: 'Read the code again, use the name, or choose a house code from the list of tests that nobody can tell.' },
    es: { message: 'No es un código LOINC; su último dígito no concuerda.', next: 'Revise el código, use el nombre o elija un código propio en la lista de pruebas sin clase.' },
  },
  RESULT_NOT_FINAL: {
    rule: 'R60',
    en: { message: 'The laboratory has not called this result final.', next: 'Wait for the final report; you may set a hold before it comes.' },
    es: { message: 'El laboratorio aún no da este resultado por definitivo.', next: 'Espere el informe definitivo; puede retenerlo antes de que llegue.' },
  },
  BLOCKED_BY_POLICY: {
    rule: 'R63',
    en: { message: 'This portal never shows this result.', next: 'Tell the patient in the visit, by phone or by letter.', say: 'This result does not come through the portal. I can arrange a call or a letter.' },
    es: { message: 'Este portal nunca muestra este resultado.', next: 'Infórmelo en consulta, por teléfono o por carta.', say: 'Este resultado no llega por el portal. Puedo concertar una llamada o una carta.' },
  },
  STATUTE_NOT_OVER: {
    rule: 'R69',
    en: { message: 'A state law keeps this result back for now, and does not let it out earlier.', next: 'It comes out by itself when the time is over; call the patient until then.' },
    es: { message: 'Una ley estatal retiene este resultado por ahora y no permite adelantarlo.', next: 'Saldrá cuando venza el plazo; mientras tanto, llame al paciente.' },
  },
  RELEASED_ALREADY: {
    rule: 'R68',
    en: { message: 'The result is released. After release there is no hold.', next: 'If it was released by mistake, recall it.' },
    es: { message: 'El resultado ya está liberado. Después no hay retención.', next: 'Si se liberó por error, retírelo.' },
  },
  SENSITIVE_ONE_BY_ONE: {
    rule: 'RL-01',
    en: { message: 'Sensitive results are released one by one.', next: 'Open it and release it by itself.' },
    es: { message: 'Los resultados sensibles se liberan uno a uno.', next: 'Ábralo y libérelo por separado.' },
  },
  LOOK_ONE_BY_ONE: {
    rule: 'RL-01',
    en: { message: 'This result wants a look of its own: it is critical, held, incomplete or of doubtful kind.', next: 'Open it and decide by itself.' },
    es: { message: 'Este resultado pide una mirada propia: es crítico, retenido, incompleto o de clase dudosa.', next: 'Ábralo y decida por separado.' },
  },
  SENSITIVE_NEEDS_STEP_UP: {
    rule: 'AU-12',
    en: { message: 'A sensitive result is released with a fresh second factor.', next: 'Use "Release sensitive result" and confirm with your code.' },
    es: { message: 'Un resultado sensible se libera con un segundo factor reciente.', next: 'Use «Liberar resultado sensible» y confirme con su código.' },
  },
  NOT_A_GROUND: {
    rule: 'R68',
    en: { message: 'This is not a ground for a hold.', next: 'Release with a comment, or call first and release then.' },
    es: { message: 'Esto no es motivo de retención.', next: 'Libere con un comentario, o llame primero y libere después.' },
  },
  GROUND_DOES_NOT_FIT: {
    rule: 'R68',
    en: { message: 'This ground does not fit this recipient.', next: 'Choose a ground that fits, or hold it from somebody else.' },
    es: { message: 'Este motivo no corresponde a este destinatario.', next: 'Elija otro motivo u otro destinatario.' },
  },
  STATUTE_NOT_ON_FILE: {
    rule: 'R69',
    en: { message: 'No state law on file keeps this kind of result back now.', next: 'Choose another ground, or release it.' },
    es: { message: 'No consta ninguna ley estatal que retenga ahora esta clase de resultado.', next: 'Elija otro motivo, o libérelo.' },
  },
  HOLD_NEEDS_EVIDENCE: {
    rule: 'R68',
    en: { message: 'A hold says what you know, in your own words.', next: 'Write what you know about this patient.' },
    es: { message: 'Una retención dice lo que usted sabe, con sus palabras.', next: 'Escriba lo que sabe de este paciente.' },
  },
  HOLD_NEEDS_END: {
    rule: 'R68',
    en: { message: 'A hold always has an end that is still to come.', next: 'Choose when it ends.' },
    es: { message: 'Una retención siempre tiene un final futuro.', next: 'Elija cuándo termina.' },
  },
  HOLD_TOO_LONG: {
    rule: 'R68',
    en: { message: 'A hold lasts {days} days at most, or as long as the law named allows.', next: 'Choose an earlier end; later it can be decided anew.' },
    es: { message: 'Una retención dura {days} días como mucho, o lo que permita la ley citada.', next: 'Elija un final anterior; después puede decidirse de nuevo.' },
  },
  HOLD_EXISTS: {
    rule: 'R68',
    en: { message: 'The result is held from this recipient already.', next: 'Extend that hold, or end it.' },
    es: { message: 'El resultado ya está retenido para este destinatario.', next: 'Prolongue esa retención o termínela.' },
  },
  HOLD_OVER: {
    rule: 'R68',
    en: { message: 'This hold is over.', next: 'Look at what the portal does now; a new hold is a new decision.' },
    es: { message: 'Esta retención ya terminó.', next: 'Mire qué hace ahora el portal; una nueva es otra decisión.' },
  },
  NOTHING_RELEASED: {
    rule: 'R68',
    en: { message: 'The result is not visible to anybody, so there is nothing to recall.', next: 'Hold it if there is a ground.' },
    es: { message: 'El resultado no es visible para nadie: no hay nada que retirar.', next: 'Reténgalo si hay un motivo.' },
  },
  MEDICATION_NEVER_HIDDEN: {
    rule: 'R67',
    en: { message: 'Medications cannot be hidden on this portal.', next: 'Talk with the patient about it.', say: 'Your medicines always show in the portal.' },
    es: { message: 'En este portal los medicamentos no pueden ocultarse.', next: 'Hable con el paciente.', say: 'Sus medicinas siempre aparecen en el portal.' },
  },
  NOT_SHARED_ON_PORTAL: {
    rule: 'R67',
    en: { message: 'This portal does not show items of this kind.', next: 'Hand it over another way.' },
    es: { message: 'Este portal no muestra elementos de esta clase.', next: 'Entréguelo de otro modo.' },
  },
  AUTHOR_ONLY: {
    rule: 'R67',
    en: { message: 'A note is withheld by its author, a diagnosis by a clinician tied to the patient.', next: 'Ask the author, or whoever covers for them.' },
    es: { message: 'Retiene una nota quien la escribió; un diagnóstico, un clínico vinculado al paciente.', next: 'Pídalo al autor, o a quien lo suple.' },
  },
  RESULT_PATIENT_UNKNOWN: {
    rule: 'IN-01',
    en: { message: 'No patient here has the identifier that the report names.', next: 'Have the person registered, then send it again.' },
    es: { message: 'Ningún paciente tiene el identificador que nombra el informe.', next: 'Registre a la persona y reenvíelo.' },
  },
  RESULT_PATIENT_DIFFERS: {
    rule: 'IN-06',
    en: { message: 'The identifier is known, and the name or birth date is another person\'s.', next: 'Have the sender check which patient it is.' },
    es: { message: 'El identificador consta, pero el nombre o la fecha de nacimiento son de otra persona.', next: 'Pida al emisor que compruebe el paciente.' },
  },
  OBSERVATION_NOT_A_RESULT: {
    rule: 'R60',
    en: { message: 'This observation is no result: a vital sign, a questionnaire or social history.', next: 'Nothing to do.' },
    es: { message: 'Esta observación no es un resultado: signo vital, cuestionario o historia social.', next: 'No hay que hacer nada.' },
  },
  ITEM_NOT_OF_PATIENT: {
    rule: 'R67',
    en: { message: 'The row names no patient that is here.', next: 'Load the patients first, then this file again.' },
    es: { message: 'La fila no nombra a un paciente de aquí.', next: 'Cargue primero los pacientes y luego este archivo.' },
  },
} as const satisfies Record<string, ReasonText>
