/** Words of the printed page: in the reader's language, whatever the console's is. */
export const sheetWords = {
  en: {
    title: (patient: string) => `What you can see of ${patient} on the portal`,
    forWhom: (person: string) => `For ${person}`,
    what: 'What', on: (day: string) => `on ${day}`, from: (day: string) => `from ${day}`,
    answer: { yes: 'you can', no: 'no', 'per-item': 'some of it' },
    changed: (word: string) => `${word} (changes)`,
    help: (phone: string, tty: string | null) => `Questions: ${phone}${tty ? `, TTY ${tty}` : ''}`,
  },
  es: {
    title: (patient: string) => `Lo que usted puede ver de ${patient} en el portal`,
    forWhom: (person: string) => `Para ${person}`,
    what: 'Qué', on: (day: string) => `el ${day}`, from: (day: string) => `desde el ${day}`,
    answer: { yes: 'sí puede', no: 'no', 'per-item': 'una parte' },
    changed: (word: string) => `${word} (cambia)`,
    help: (phone: string, tty: string | null) => `Preguntas: ${phone}${tty ? `, TTY ${tty}` : ''}`,
  },
} as const
