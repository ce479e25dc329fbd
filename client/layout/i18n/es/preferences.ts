/** Lo que los pacientes no quieren recibir. */
export const preferences = {
  preferences: {
    tab: 'Preferencias', key_tab: 'preferencias', key_record: 'anotar un deseo', title: 'No quiere', past: 'Retirado', beside: 'Qué decir, y qué se envía siempre',
    record: 'Anotar un deseo', record_title: 'Lo que el paciente no quiere', record_do: 'Anotar el deseo', recorded: 'Anotado; no se envía más',
    none: 'No se retiene nada', none_more: 'El correo sobre el portal va a la dirección registrada.', none_deceased: 'No se envía correo a quien ha fallecido.',
    what: 'Qué', portal: 'De qué portal', every_portal: 'todos los portales', by: 'Por qué vía', how_said: 'Cómo lo dijo',
    kind: { invitations: 'Invitaciones a un portal, también de campañas', notices: 'Avisos de que hay algo nuevo en el portal' },
    no: { invitations: 'Sin invitaciones %{way}', notices: 'Sin avisos %{way}' },
    way: { email: 'por correo electrónico', sms: 'por mensaje de texto', app: 'en la aplicación' },
    source: { 'in-person': 'en persona', 'by-phone': 'por teléfono', 'in-writing': 'por escrito', representative: 'lo dijo su representante' },
    effect: {
      invitations: 'No sale ninguna invitación por esa vía, ni de recepción ni de campañas; la que espera se retiene. El código en recepción sigue valiendo.',
      notices: 'No sale ningún aviso por esa vía. Lo nuevo espera en el portal.',
    },
    end_open: 'Retirar…', end_title: 'Retirar el deseo', end_do: 'Retirarlo', taken_back: 'Retirado',
    end_effect: { invitations: 'Las invitaciones pueden volver a salir por esa vía. Lo retenido mientras tanto sigue retenido.', notices: 'Los avisos vuelven a salir por esa vía. Lo retenido mientras tanto sigue retenido.' },
    by_system: 'tras una restauración',
    say: 'Por supuesto. Desde hoy dejamos de enviarle ese correo. Puede pedirlo de nuevo en cualquier recepción.',
    always: 'Los avisos que protegen una cuenta, como un cambio de dirección, se envían siempre.',
    has_account: 'También se avisa al portal. Lo que el paciente haya elegido allí sigue siendo suyo.',
    not: { invitations: 'invitaciones %{way}', notices: 'avisos %{way}' }, all_of_it: 'Preferencias',
  },
}
