/** What the look-up and the list of differences say of a record; the rest comes with the rooms. */
export const record = {
  record: {
    closed_link: 'Open a closed chart…', create_short: 'Create patient…', differences: 'The feed says otherwise',
    differences_more: 'More follow as these are settled.', differences_under: 'What a desk decided stays until somebody settles it.',
    differs_field: 'Field', differs_since: 'since', email: 'E-mail', no: 'No', nothing_said: 'nothing', phone: 'Phone', taken_for: 'May be taken for',
    yes: 'Yes',
    alike: {
      'same-name': 'Same name, same birth date', 'similar-name': 'Similar name, same birth date', 'twin-names': 'Family name and birth date; perhaps a twin',
      'same-household': 'Same phone, same birth date', 'same-number': 'Same number',
    },
  },
}
