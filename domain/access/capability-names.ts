import type { Capability } from '#domain/portals/capabilities.ts'
import type { Language } from '#domain/reasons/text.ts'

/** What a capability is called on a screen and on the page that a parent takes home. */
export const capabilityNames: Record<Capability, Record<Language, string>> = {
  'see-appointments': { en: 'See appointments', es: 'Ver citas' },
  'schedule-appointments': { en: 'Schedule appointments', es: 'Pedir citas' },
  'see-messages': { en: 'Read messages', es: 'Leer mensajes' },
  'send-messages': { en: 'Write to the care team', es: 'Escribir al equipo médico' },
  'see-results': { en: 'Lab and test results', es: 'Resultados de pruebas' },
  'see-medications': { en: 'Medications', es: 'Medicamentos' },
  'request-refills': { en: 'Request refills', es: 'Pedir renovaciones' },
  'see-notes': { en: 'Progress notes', es: 'Notas clínicas' },
  'see-visit-summaries': { en: 'Visit summaries', es: 'Resúmenes de visitas' },
  'see-diagnoses': { en: 'Diagnoses', es: 'Diagnósticos' },
  'see-health-summary': { en: 'Health summary', es: 'Resumen de salud' },
  'see-immunizations': { en: 'Immunizations', es: 'Vacunas' },
  'see-bills': { en: 'See bills', es: 'Ver facturas' },
  'pay-bills': { en: 'Pay bills', es: 'Pagar facturas' },
  'see-insurance': { en: 'Insurance coverage', es: 'Cobertura del seguro' },
  'update-insurance': { en: 'Update insurance', es: 'Actualizar el seguro' },
  'see-demographics': { en: 'Demographics', es: 'Datos personales' },
  'update-demographics': { en: 'Update demographics', es: 'Actualizar datos personales' },
  'see-letters': { en: 'Letters', es: 'Cartas' },
  'see-end-of-life': { en: 'End-of-life planning', es: 'Voluntades anticipadas' },
  'update-end-of-life': { en: 'Change end-of-life planning', es: 'Cambiar voluntades anticipadas' },
  'request-records': { en: 'Request records', es: 'Pedir el expediente' },
}
