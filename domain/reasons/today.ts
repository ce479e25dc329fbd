import type { ReasonText } from '#domain/reasons/text.ts'

/** Why somebody who is here today is not asked to enroll. */
export const todayReasons = {
  ENROLL_DECEASED: {
    rule: 'R13',
    en: { message: 'The record says that this patient has died. Nobody is enrolled, and no mail goes out.', next: 'If the patient stands before you, open the record and tell a manager: the mark is wrong.' },
    es: { message: 'El expediente dice que el paciente falleció. No se inscribe y no sale correo.', next: 'Si el paciente está delante, abra el expediente y avise a la dirección: la marca está mal.' },
  },
  ENROLL_SUSPENDED: {
    rule: 'R13',
    en: { message: 'There is an account, and it is suspended. A second one is not made.', next: 'Open the record and see why; whoever suspended it lifts that.', say: 'There is an account already. I will have somebody look at it and call you back.' },
    es: { message: 'Hay una cuenta y está suspendida. No se crea otra.', next: 'Abra el expediente y vea por qué; lo levanta quien la suspendió.', say: 'Ya existe una cuenta. Pediré que la revisen y le llamaremos.' },
  },
  ENROLL_NO_PORTAL: {
    rule: 'R85',
    en: { message: 'No portal of this site takes new accounts now.', next: 'Open the record; results and bills go by mail and phone until one does.', say: 'The portal takes no new accounts at the moment. We will ask you again next time.' },
    es: { message: 'Ningún portal de este sitio admite cuentas nuevas ahora.', next: 'Abra el expediente; mientras tanto, resultados y facturas van por correo y teléfono.', say: 'El portal no admite cuentas nuevas por ahora. Le preguntaremos la próxima vez.' },
  },
  ENROLL_TOO_YOUNG: {
    rule: 'R10',
    en: { message: 'Below {age} there is no own account on this portal.', next: 'A parent or guardian can ask for access to the child’s record.', say: 'Accounts of their own begin at {age}. You can have access as a parent; I can tell you what to bring.' },
    es: { message: 'Antes de los {age} años no hay cuenta propia en este portal.', next: 'Un padre, madre o tutor puede pedir acceso al expediente.', say: 'La cuenta propia empieza a los {age} años. Usted puede tener acceso como madre o padre; le digo qué traer.' },
  },
  ENROLL_DECLINED: {
    rule: 'R1',
    en: { message: 'Asked before, and said no to the portal.', next: 'Leave it, unless they bring it up.', say: 'If you ever want the portal: any desk, any day, no appointment.' },
    es: { message: 'Ya se le preguntó y no quiso el portal.', next: 'Déjelo, salvo que lo mencione.', say: 'Si algún día quiere el portal: en cualquier recepción, cualquier día, sin cita.' },
  },
} as const satisfies Record<string, ReasonText>
