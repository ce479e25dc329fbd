/** Sentences of the page on which a proxy confirms. None names the patient, or tells why a link no longer opens. */
export const proxyWords = {
  en: {
    title: 'Confirm your access', lead: (portal: string) => `A practice has noted that you may look into somebody’s record on ${portal}. Nothing is open before you confirm.`,
    question: 'The birth date of the person whose record it is', go: 'Continue', wrong: 'That does not fit.',
    tries: (left: number) => (left === 1 ? 'You have 1 more try.' : `You have ${left} more tries.`), account: 'Your account',
    accountLead: (portal: string) => `You look into the record with an account of your own on ${portal}.`, have: 'I have an account', make: 'Make a new one',
    makeNote: 'If you have an account already, sign in with it. A new one takes its place, and records that you could open before stay closed until the practice has looked.',
    user: 'User name', password: 'Password', repeat: 'The same password again (for a new account)', hint: 'A new password: at least 15 characters. Four or five words make a good one.',
    confirm: 'Confirm', decline: 'I do not want this', done: 'Confirmed', doneText: (portal: string) => `You can now open the record with your account on ${portal}. You see what the portal’s rules open for you, and that may change with a birthday.`,
    declined: 'Noted', declinedText: 'Nothing was opened. You can close this page.',
  },
  es: {
    title: 'Confirme su acceso', lead: (portal: string) => `Una práctica anotó que usted puede ver el expediente de otra persona en ${portal}. Nada se abre antes de que confirme.`,
    question: 'La fecha de nacimiento de la persona del expediente', go: 'Continuar', wrong: 'No coincide.',
    tries: (left: number) => (left === 1 ? 'Le queda 1 intento.' : `Le quedan ${left} intentos.`), account: 'Su cuenta',
    accountLead: (portal: string) => `Usted ve el expediente con una cuenta propia en ${portal}.`, have: 'Ya tengo cuenta', make: 'Crear una nueva',
    makeNote: 'Si ya tiene cuenta, entre con ella. Una nueva toma su lugar, y los expedientes que antes podía abrir quedan cerrados hasta que la práctica los revise.',
    user: 'Usuario', password: 'Contraseña', repeat: 'La misma contraseña otra vez (si la cuenta es nueva)', hint: 'Contraseña nueva: al menos 15 caracteres. Cuatro o cinco palabras forman una buena.',
    confirm: 'Confirmar', decline: 'No quiero esto', done: 'Confirmado', doneText: (portal: string) => `Ya puede abrir el expediente con su cuenta en ${portal}. Verá lo que las reglas del portal le abren; puede cambiar con un cumpleaños.`,
    declined: 'Anotado', declinedText: 'No se abrió nada. Puede cerrar esta página.',
  },
} as const
