/** US federal holidays in Spanish, as usa.gov calls them there. */
const spanish: Readonly<Record<string, string>> = {
  'New Year\'s Day': 'Año Nuevo', 'Birthday of Martin Luther King, Jr.': 'Día de Martin Luther King, Jr.', 'Washington\'s Birthday': 'Día de los Presidentes',
  'Memorial Day': 'Día de los Caídos', 'Juneteenth National Independence Day': 'Juneteenth, Día de la Libertad', 'Independence Day': 'Día de la Independencia', 'Labor Day': 'Día del Trabajo',
  'Columbus Day': 'Día de Cristóbal Colón', 'Veterans Day': 'Día de los Veteranos', 'Thanksgiving Day': 'Día de Acción de Gracias', 'Christmas Day': 'Navidad',
}

/** How a holiday is called in the language of the screen; one that nobody has named otherwise keeps its name. */
export function holidayName(name: string, locale: string): string {
  return locale.startsWith('es') ? spanish[name] ?? name : name
}
