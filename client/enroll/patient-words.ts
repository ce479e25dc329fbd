/** What is said to the patient or stands on their side of the screen, in their language whatever the console's own is. */
export const patientWords = {
  en: {
    offer: 'Would you like the portal on your phone now? It takes about four minutes.',
    identity: 'May I see something with your photo, please? I only note what kind it is.',
    contact: 'Which e-mail or mobile number do only you read?',
    phone: 'Read and accept on your phone, please. You choose the password; I don’t see it.',
    email: 'It is on its way to your e-mail. If you don’t see it, look in your junk folder.',
    email_back: 'The mail to that address came back. Which address do you read?',
    declined: 'That is fine. I note that. You can come to any desk, any day, no appointment.',
    done: 'You are all set. You can sign in whenever you like.',
    scan: 'Point your phone’s camera at the square', or_type: 'or open %{url} and type', with_birth: 'You also need your birth date.',
    ends: 'Works for', ended: 'This code has ended. Please ask at the desk for a new one.',
  },
  es: {
    offer: '¿Le gustaría tener el portal en su teléfono ahora? Toma unos cuatro minutos.',
    identity: '¿Me enseña algo con su foto, por favor? Solo anoto de qué clase es.',
    contact: '¿Qué correo o número de celular lee solo usted?',
    phone: 'Lea y acepte en su teléfono, por favor. Usted elige la contraseña; yo no la veo.',
    email: 'Va en camino a su correo. Si no lo ve, mire en correo no deseado.',
    email_back: 'El correo a esa dirección fue devuelto. ¿Qué dirección lee usted?',
    declined: 'Está bien. Lo anoto. Puede venir a cualquier ventanilla, cualquier día, sin cita.',
    done: 'Ya está todo listo. Puede entrar cuando quiera.',
    scan: 'Apunte la cámara de su teléfono al cuadro', or_type: 'o abra %{url} y escriba', with_birth: 'También necesita su fecha de nacimiento.',
    ends: 'Sirve por', ended: 'Este código ya terminó. Pida uno nuevo en la ventanilla, por favor.',
  },
} as const
export type PatientSentence = keyof (typeof patientWords)['en']
export type PatientLanguage = keyof typeof patientWords
