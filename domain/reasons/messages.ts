import type { ReasonText } from '#domain/reasons/text.ts'

/** Answering messages: who holds a thread, what has changed meanwhile, what a thread needs before it can be closed. */
export const messageReasons = {
  THREAD_HELD: {
    rule: 'CC-02',
    en: { message: '{name} has this thread, since {since}.', next: 'Take another thread, or take this one over with a note if it cannot wait.' },
    es: { message: '{name} tiene esta conversación desde {since}.', next: 'Tome otra, o hágase cargo de esta con una nota si no puede esperar.' },
  },
  THREAD_NOT_YOURS: {
    rule: 'CC-02',
    en: { message: 'You do not hold this thread.', next: 'Claim it first. What you have written is kept.' },
    es: { message: 'Usted no tiene esta conversación.', next: 'Tómela primero. Lo que escribió se conserva.' },
  },
  THREAD_RESOLVED: {
    rule: 'R50',
    en: { message: 'This thread is closed.', next: 'Reopen it to go on; its clock goes on where it stopped.' },
    es: { message: 'Esta conversación está cerrada.', next: 'Reábrala para seguir; su reloj continúa donde se detuvo.' },
  },
  THREAD_NOT_RESOLVED: {
    rule: 'R50',
    en: { message: 'This thread is open already.', next: 'Claim it and answer.' },
    es: { message: 'Esta conversación ya está abierta.', next: 'Tómela y responda.' },
  },
  THREAD_NOT_WAITING: {
    rule: 'R50',
    en: { message: 'This thread does not wait for the patient.', next: 'Answer it, or close it.' },
    es: { message: 'Esta conversación no espera al paciente.', next: 'Respóndala o ciérrela.' },
  },
  NEW_PATIENT_MESSAGE: {
    rule: 'CC-03',
    en: { message: 'The patient has written again since you opened this.', next: 'Read the new message, then send. Your text is kept.' },
    es: { message: 'El paciente ha vuelto a escribir desde que usted abrió esto.', next: 'Lea el mensaje nuevo y después envíe. Su texto se conserva.' },
  },
  READERS_CHANGED: {
    rule: 'PX-05',
    en: { message: 'Who can read this thread has changed since you looked.', next: 'Look at the names above the text, then send. Your text is kept.' },
    es: { message: 'Ha cambiado quién puede leer esta conversación.', next: 'Mire los nombres sobre el texto y después envíe. Su texto se conserva.' },
  },
  READERS_TO_CONFIRM: {
    rule: 'R22',
    en: { message: 'Somebody besides this 12- to 17-year-old reads the answer.', next: 'Send it to everybody named, or to the patient alone.' },
    es: { message: 'Alguien más que este paciente de 12 a 17 años lee la respuesta.', next: 'Envíela a todas las personas nombradas, o solo al paciente.' },
  },
  RESTRICTED_THREAD: {
    rule: 'AZ-08',
    en: { message: 'This is about the restricted chart of {name}, born {birthDate}.', next: 'Open the chart with a reason first; then this thread opens.' },
    es: { message: 'Esto trata de la historia restringida de {name}, fecha de nacimiento {birthDate}.', next: 'Abra primero la historia con un motivo; después se abre esta conversación.' },
  },
  PATIENT_READS_NOTHING: {
    rule: 'R22',
    en: { message: 'The patient has no account of their own on this portal, so nothing can reach them alone.', next: 'Call the patient, or write a letter.' },
    es: { message: 'El paciente no tiene cuenta propia en este portal: nada puede llegarle solo a él.', next: 'Llame al paciente o escríbale una carta.' },
  },
  CLINICAL_THREAD: {
    rule: 'security.md §1',
    en: { message: 'Threads of this queue are answered by clinicians.', next: 'Leave a note for them, or forward what is not clinical.' },
    es: { message: 'Las conversaciones de esta cola las responde el personal clínico.', next: 'Deje una nota, o reenvíe lo que no sea clínico.' },
  },
  THREAD_OF_OTHERS: {
    rule: 'AZ-05',
    en: { message: 'You hand on your own threads only.', next: 'Ask a practice manager, or whoever holds it.' },
    es: { message: 'Usted solo puede pasar sus propias conversaciones.', next: 'Pídalo a quien dirige la consulta o a quien la tiene.' },
  },
  ASSIGNEE_NOT_IN_QUEUE: {
    rule: 'AZ-05',
    en: { message: 'This colleague does not work in the queue, or cannot answer its threads.', next: 'Choose somebody of the queue, or forward the thread.' },
    es: { message: 'Este colega no trabaja en la cola o no puede responder sus conversaciones.', next: 'Elija a alguien de la cola, o reenvíe la conversación.' },
  },
  FLAG_NEEDS_DISPOSITION: {
    rule: 'R52',
    en: { message: 'Emergency wording: this thread is closed only with what was done about it.', next: 'Say that the patient was called, was sent to 911, or why it is no emergency.', say: 'If this is an emergency, please hang up and call 911 now.' },
    es: { message: 'Palabras de urgencia: esta conversación solo se cierra con lo que se hizo.', next: 'Diga que se llamó al paciente, que se le envió al 911, o por qué no es una urgencia.', say: 'Si es una urgencia, cuelgue, por favor, y llame ahora al 911.' },
  },
  FLAG_NEEDS_CLINICIAN: {
    rule: 'R52',
    en: { message: 'What was done about emergency wording is said by a clinician.', next: 'Forward the thread to a clinical queue, now.', say: 'If this is an emergency, please hang up and call 911 now.' },
    es: { message: 'Lo que se hizo ante palabras de urgencia lo dice el personal clínico.', next: 'Reenvíe la conversación ahora a una cola clínica.', say: 'Si es una urgencia, cuelgue, por favor, y llame ahora al 911.' },
  },
  DISPOSITION_NEEDS_FLAG: {
    rule: 'R52',
    en: { message: 'This word is for threads with emergency wording, and this has none.', next: 'Choose another word for how it ended.' },
    es: { message: 'Esa palabra es para conversaciones con palabras de urgencia, y esta no las tiene.', next: 'Elija otra palabra para decir cómo terminó.' },
  },
  DISPOSITION_NEEDS_BECAUSE: {
    rule: 'R52',
    en: { message: 'Not an emergency: say why.', next: 'Write one sentence.' },
    es: { message: 'No es una urgencia: diga por qué.', next: 'Escriba una frase.' },
  },
  PORTAL_TAKES_NO_MESSAGES: {
    rule: 'R80, R81',
    en: { message: 'This portal takes no messages today.', next: 'Call the patient and record the call; it answers the clock.', say: 'The portal takes no messages today, so I am calling you.' },
    es: { message: 'Este portal no admite mensajes hoy.', next: 'Llame al paciente y anote la llamada; responde el reloj.', say: 'El portal no admite mensajes hoy; por eso le llamo.' },
  },
  MESSAGE_NOT_TAKEN: {
    rule: 'R80, R81',
    en: { message: 'This portal took no messages when this one was written.', next: 'Look at the dates of the portal; ask the patient to phone.' },
    es: { message: 'Este portal no admitía mensajes cuando se escribió este.', next: 'Mire las fechas del portal; pida al paciente que llame.' },
  },
  MESSAGE_PATIENT_UNKNOWN: {
    rule: 'CC-05',
    en: { message: 'The message names a patient who is not here.', next: 'Have the patient imported first, then send the message again.' },
    es: { message: 'El mensaje nombra a un paciente que no está aquí.', next: 'Haga importar primero al paciente y vuelva a enviar el mensaje.' },
  },
  MESSAGE_PORTAL_UNKNOWN: {
    rule: 'R50',
    en: { message: 'The message names a portal that is not here.', next: 'Name one of the portals of this practice.' },
    es: { message: 'El mensaje nombra un portal que no está aquí.', next: 'Nombre uno de los portales de esta consulta.' },
  },
  COMMUNICATION_WITHOUT_PATIENT: {
    rule: 'issue 6',
    en: { message: 'The message does not say whom it is about.', next: 'Have its subject named: a Patient of this feed.' },
    es: { message: 'El mensaje no dice de quién trata.', next: 'Haga que se indique su sujeto: un Patient de este envío.' },
  },
  COMMUNICATION_FROM_STAFF: {
    rule: 'issue 6',
    en: { message: 'The message was not written by the patient’s side.', next: 'Only messages of patients and related people are taken.' },
    es: { message: 'El mensaje no lo escribió la parte del paciente.', next: 'Solo se toman mensajes de pacientes y de personas relacionadas.' },
  },
  COMMUNICATION_WITHOUT_TEXT: {
    rule: 'issue 6',
    en: { message: 'The message holds no text.', next: 'Have its payload sent as contentString.' },
    es: { message: 'El mensaje no contiene texto.', next: 'Haga que su contenido llegue como contentString.' },
  },
  COMMUNICATION_WITHOUT_TIME: {
    rule: 'R50',
    en: { message: 'The message does not say when it was sent.', next: 'Have the instant of sending given; its clock starts there.' },
    es: { message: 'El mensaje no dice cuándo se envió.', next: 'Haga que se indique el instante del envío; ahí empieza su reloj.' },
  },
  MESSAGE_NO_QUEUE: {
    rule: 'R55',
    en: { message: 'No queue takes messages yet.', next: 'A manager makes a queue and names the one for everything that no rule sends elsewhere.' },
    es: { message: 'Todavía ninguna cola recibe mensajes.', next: 'Quien dirige la consulta crea una cola y nombra la que recibe lo que ninguna regla envía a otra.' },
  },
  CANNED_FIELD_EMPTY: {
    rule: 'issue 6',
    en: { message: 'A field of the text has no value yet: {field}.', next: 'Type it, then send.' },
    es: { message: 'Un campo del texto aún no tiene valor: {field}.', next: 'Escríbalo y después envíe.' },
  },
  CANNED_TITLE_TAKEN: {
    rule: 'CC-05',
    en: { message: 'A text of this name is there already.', next: 'Choose another name, or change that one.' },
    es: { message: 'Ya hay un texto con este nombre.', next: 'Elija otro nombre, o cambie ese.' },
  },
  CALL_TIME_NOT_POSSIBLE: {
    rule: 'R50',
    en: { message: 'The call is said to have been before the message, or in the future.', next: 'Write when it was.' },
    es: { message: 'La llamada habría sido antes del mensaje, o en el futuro.', next: 'Escriba cuándo fue.' },
  },
  MOVE_TO_SAME_PATIENT: {
    rule: 'issue 6',
    en: { message: 'The thread is about this patient already.', next: 'Find the patient whom it is really about.' },
    es: { message: 'La conversación ya es de este paciente.', next: 'Busque al paciente de quien trata en realidad.' },
  },
  QUEUE_NAME_TAKEN: {
    rule: 'CC-05',
    en: { message: 'A queue of this name is there already.', next: 'Choose another name.' },
    es: { message: 'Ya hay una cola con este nombre.', next: 'Elija otro nombre.' },
  },
  QUEUE_IN_USE: {
    rule: 'R55',
    en: { message: 'Threads still wait in this queue, or a rule sends messages to it.', next: 'Forward the threads and change the rules; then close it.' },
    es: { message: 'Aún esperan conversaciones en esta cola, o una regla envía mensajes a ella.', next: 'Reenvíe las conversaciones y cambie las reglas; después ciérrela.' },
  },
  QUEUE_LEAD_NOT_FIT: {
    rule: 'R55',
    en: { message: 'The lead must be an active colleague who works in the queue and can answer its threads.', next: 'Choose another lead, or add this one to the queue.' },
    es: { message: 'Quien dirige la cola debe ser un colega activo que trabaje en ella y pueda responder.', next: 'Elija a otra persona, o añádala a la cola.' },
  },
  QUEUE_NOT_CLINICAL: {
    rule: 'R52',
    en: { message: 'Emergency wording goes to a queue of clinicians.', next: 'Choose a provider pool.' },
    es: { message: 'Las palabras de urgencia van a una cola de personal clínico.', next: 'Elija un grupo de profesionales.' },
  },
  THREADS_CHANGED: {
    rule: 'CC-01',
    en: { message: '{count} of these threads have changed since you looked, so none was touched.', next: 'Look at the list again, then repeat it.' },
    es: { message: '{count} de estas conversaciones han cambiado; no se tocó ninguna.', next: 'Mire la lista de nuevo y repítalo.' },
  },
  ATTACHMENT_NOT_SHOWN: {
    rule: 'issue 6',
    en: { message: 'This file is not a picture that can be shown here.', next: 'Download it and open it only if you know who sent it, or ask the patient to send it again.' },
    es: { message: 'Este archivo no es una imagen que se pueda mostrar aquí.', next: 'Descárguelo y ábralo solo si sabe quién lo envió, o pida al paciente que lo envíe de nuevo.' },
  },
  ATTACHMENT_TOO_LARGE: {
    rule: 'issue 6',
    en: { message: 'This picture is too large to be shown here.', next: 'Download it, or ask the patient for a smaller one.' },
    es: { message: 'Esta imagen es demasiado grande para mostrarla aquí.', next: 'Descárguela o pida al paciente una más pequeña.' },
  },
  ATTACHMENT_NOT_REACHED: {
    rule: 'issue 6',
    en: { message: 'The portal does not give the file now.', next: 'Try again in a few minutes. The file is only with the portal.' },
    es: { message: 'El portal no entrega el archivo ahora.', next: 'Inténtelo en unos minutos. El archivo está solo en el portal.' },
  },
} as const satisfies Record<string, ReasonText>
