/** Sentences of the pages on which a patient proves a mailbox, chooses a new password, or says "this was not me". None names anybody. */
export const recoveryWords = {
  en: {
    proof: {
      title: 'Is it you who is calling?', lead: (portal: string) => `Somebody is on the phone with the practice about a sign-in to ${portal}.`, question: 'If it is you: your birth date', go: 'Yes, it is me',
      deny: 'No, I am not calling', done: 'Thank you', doneText: 'Go on with your call. Another mail comes if you asked for a new password. Read no link or password to anybody.',
      denied: 'Thank you, it was stopped', deniedText: 'Nothing was opened. The practice knows of it now. You can close this page.',
    },
    reset: {
      title: 'Choose a new password', lead: (portal: string) => `For your sign-in to ${portal}. Your user name stays as it is.`, question: 'Your birth date', password: 'New password', go: 'Use this password',
      done: 'Your new password counts', doneText: (portal: string) => `Sign in to ${portal} with it. Every session that was open has ended.`,
    },
    notMe: {
      title: 'This was not me', lead: 'Press the button and the sign-in is closed at once. The practice is told and looks into it.',
      note: 'Opening it again takes a photo ID at a desk.', go: 'Close the sign-in', done: 'The sign-in is closed', doneText: 'Every link and code that was out is dead. Come to any desk with a photo ID when you want it opened again.',
    },
    wrong: 'That does not fit.', tries: (left: number) => (left === 1 ? 'You have 1 more try.' : `You have ${left} more tries.`),
  },
  es: {
    proof: {
      title: '¿Es usted quien llama?', lead: (portal: string) => `Alguien habla por teléfono con la práctica sobre el acceso a ${portal}.`, question: 'Si es usted: su fecha de nacimiento', go: 'Sí, soy yo',
      deny: 'No, no estoy llamando', done: 'Gracias', doneText: 'Siga con su llamada. Llega otro correo si pidió una contraseña nueva. No lea a nadie ningún enlace ni contraseña.',
      denied: 'Gracias, quedó detenido', deniedText: 'No se abrió nada. La práctica ya lo sabe. Puede cerrar esta página.',
    },
    reset: {
      title: 'Elija una contraseña nueva', lead: (portal: string) => `Para su acceso a ${portal}. Su usuario sigue igual.`, question: 'Su fecha de nacimiento', password: 'Contraseña nueva', go: 'Usar esta contraseña',
      done: 'Su contraseña nueva ya sirve', doneText: (portal: string) => `Entre con ella en ${portal}. Se cerraron todas las sesiones abiertas.`,
    },
    notMe: {
      title: 'No fui yo', lead: 'Pulse el botón y el acceso se cierra al instante. La práctica recibe el aviso y lo revisa.',
      note: 'Para reabrirlo hace falta un documento con foto en recepción.', go: 'Cerrar el acceso', done: 'El acceso está cerrado', doneText: 'Todo enlace y código que había salido ya no sirve. Venga a cualquier recepción con un documento con foto cuando quiera reabrirlo.',
    },
    wrong: 'No coincide.', tries: (left: number) => (left === 1 ? 'Le queda 1 intento.' : `Le quedan ${left} intentos.`),
  },
} as const
