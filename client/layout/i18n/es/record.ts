import type { record as english } from '#client/layout/i18n/en/record.ts'

/** Lo que dicen la búsqueda y la lista de diferencias de un expediente; lo demás viene con las salas. */
export const record: typeof english = {
  record: {
    closed_link: 'Abrir un expediente cerrado…', create_short: 'Crear paciente…', differences: 'El envío dice otra cosa',
    differences_more: 'Siguen más cuando se resuelvan estos.',
    differences_under: 'Lo que decidió una ventanilla se queda hasta que alguien lo resuelva.', differs_field: 'Campo', differs_since: 'desde',
    email: 'Correo', no: 'No hace falta', nothing_said: 'nada', phone: 'Teléfono', taken_for: 'Se puede confundir con', yes: 'Sí',
    alike: {
      'same-name': 'Mismo nombre y nacimiento', 'similar-name': 'Nombre parecido, mismo nacimiento', 'twin-names': 'Apellido y nacimiento; quizá gemelo',
      'same-household': 'Mismo teléfono y nacimiento', 'same-number': 'Mismo número',
    },
  },
}
