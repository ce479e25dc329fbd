import type { ReasonText } from '#domain/reasons/text.ts'

/** How often a day, or in a shift, something about getting back in may be done (ID-08). */
export const recoveryLimitReasons = {
  RECOVERY_LIMIT: {
    rule: 'ID-08',
    en: { message: 'Three resets today are the most.', next: 'A second person decides about another.', say: 'For today that was the last time. Somebody else has to look at it.' },
    es: { message: 'Tres restablecimientos al día son el máximo.', next: 'Sobre otro más decide una segunda persona.', say: 'Por hoy fue la última vez. Otra persona tiene que verlo.' },
  },
  RECOVERY_SENDS_LIMIT: {
    rule: 'ID-08',
    en: { message: 'Five mails today are the most.', next: 'Use another way today.', say: 'No more mails can go out today. You can come to any desk with a photo ID, any day, without an appointment.' },
    es: { message: 'Cinco correos al día son el máximo.', next: 'Use hoy otra vía.', say: 'Hoy no pueden salir más correos. Puede venir a cualquier recepción con un documento con foto, cualquier día, sin cita.' },
  },
  RECOVERY_ENDS_LIMIT: {
    rule: 'ID-08',
    en: { message: 'The sessions were ended three times today.', next: 'Ask the privacy officer to suspend the sign-in if somebody else keeps coming in.' },
    es: { message: 'Hoy ya se cerraron las sesiones tres veces.', next: 'Si alguien más sigue entrando, pida a privacidad que suspenda el acceso.' },
  },
  RECOVERY_AGENT_LIMIT: {
    rule: 'ID-08',
    en: { message: 'You have done 20 resets in this shift.', next: 'A second person decides, or a colleague goes on.' },
    es: { message: 'Usted hizo 20 restablecimientos en este turno.', next: 'Decide una segunda persona o sigue un colega.' },
  },
} as const satisfies Record<string, ReasonText>
