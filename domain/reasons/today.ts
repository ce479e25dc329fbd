import type { ReasonText } from '#domain/reasons/text.ts'

/** Why somebody who is here today is not asked to enroll. */
export const todayReasons = {
  ENROLL_SUSPENDED: {
    rule: 'R13',
    en: { message: 'There is an account, and it is suspended. A second one is not made.', next: 'Open the record and see why; whoever suspended it lifts that.', say: 'I can’t set that up today. Somebody will look at it and call you on the number that we have.' },
    es: { message: 'Hay una cuenta y está suspendida. No se crea otra.', next: 'Abra el expediente y vea por qué; lo levanta quien la suspendió.', say: 'Hoy no puedo dejarlo listo. Alguien lo revisará y le llamará al número que tenemos.' },
  },
  ENROLL_DECLINED: {
    rule: 'R1',
    en: { message: 'Asked before, and said no to the portal.', next: 'Leave it, unless they bring it up.', say: 'If you ever want the portal: any desk, any day, no appointment.' },
    es: { message: 'Ya se le preguntó y no quiso el portal.', next: 'Déjelo, salvo que lo mencione.', say: 'Si algún día quiere el portal: en cualquier recepción, cualquier día, sin cita.' },
  },
} as const satisfies Record<string, ReasonText>
