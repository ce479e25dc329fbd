/** What a column of a roster may hold. `never-kept` are numbers that must not be here at all: they go no further. */
export const rosterFields = [
  'whole-name', 'family', 'given', 'middle', 'used-given', 'birth-date', 'mrn', 'sex-at-birth', 'gender', 'pronouns', 'language', 'interpreter',
  'phone', 'mobile-phone', 'home-phone', 'work-phone', 'email', 'city', 'state', 'postal-code', 'site', 'deceased', 'deceased-on', 'never-kept',
] as const
export type RosterField = (typeof rosterFields)[number]

/** What a field is called in a report, in English and Spanish. */
export const fieldNames: Record<RosterField, { en: string; es: string }> = {
  'whole-name': { en: 'Name', es: 'Nombre completo' },
  family: { en: 'Last name', es: 'Apellido' },
  given: { en: 'First name', es: 'Nombre' },
  middle: { en: 'Middle name', es: 'Segundo nombre' },
  'used-given': { en: 'Name used', es: 'Nombre que usa' },
  'birth-date': { en: 'Birth date', es: 'Fecha de nacimiento' },
  mrn: { en: 'Medical record number', es: 'Número de expediente' },
  'sex-at-birth': { en: 'Sex at birth', es: 'Sexo al nacer' },
  gender: { en: 'Gender', es: 'Género' },
  pronouns: { en: 'Pronouns', es: 'Pronombres' },
  language: { en: 'Language', es: 'Idioma' },
  interpreter: { en: 'Interpreter needed', es: 'Necesita intérprete' },
  phone: { en: 'Phone', es: 'Teléfono' },
  'mobile-phone': { en: 'Mobile phone', es: 'Celular' },
  'home-phone': { en: 'Home phone', es: 'Teléfono de casa' },
  'work-phone': { en: 'Work phone', es: 'Teléfono del trabajo' },
  email: { en: 'E-mail', es: 'Correo electrónico' },
  city: { en: 'City', es: 'Ciudad' },
  state: { en: 'State', es: 'Estado' },
  'postal-code': { en: 'ZIP code', es: 'Código postal' },
  site: { en: 'Site', es: 'Sede' },
  deceased: { en: 'Deceased', es: 'Fallecido' },
  'deceased-on': { en: 'Date of death', es: 'Fecha de fallecimiento' },
  'never-kept': { en: 'Not kept', es: 'No se guarda' },
}

/** How columns are headed in English and Spanish. Case, accents, spaces and signs do not matter; `#` reads as "number". */
const spellings: Record<RosterField, readonly string[]> = {
  'whole-name': ['Name', 'Full Name', 'Patient Name', 'Patient', 'Nombre completo', 'Nombre y apellidos', 'Apellidos y nombre', 'Paciente', 'Nombre del paciente'],
  family: [
    'Last Name', 'Surname', 'Family Name', 'Last', 'LName', 'Name Last', 'Patient Last Name', 'Pt Last Name', 'Legal Last Name',
    'Apellido', 'Apellidos', 'Apellido paterno', 'Primer apellido',
  ],
  given: [
    'First Name', 'Given Name', 'Given Names', 'Forename', 'First', 'FName', 'Name First', 'Patient First Name', 'Pt First Name', 'Legal First Name',
    'Nombre', 'Nombres', 'Primer nombre', 'Nombre de pila',
  ],
  middle: ['Middle Name', 'Middle', 'Middle Initial', 'MI', 'MName', 'Middle Names', 'Patient Middle Name', 'Segundo nombre', 'Inicial'],
  'used-given': [
    'Preferred Name', 'Preferred First Name', 'Nickname', 'Goes By', 'Chosen Name', 'Name Used', 'Known As', 'AKA',
    'Nombre preferido', 'Nombre que usa', 'Nombre social', 'Apodo',
  ],
  'birth-date': [
    'DOB', 'D.O.B.', 'Birth Date', 'Birthdate', 'Date of Birth', 'Birthday', 'Patient DOB', 'Pt DOB', 'Date Birth',
    'Fecha de nacimiento', 'Fecha nacimiento', 'Fecha nac.', 'F. Nac.', 'FDN', 'Nacimiento',
  ],
  mrn: [
    'MRN', 'Chart #', 'Chart No.', 'Chart Number', 'Medical Record Number', 'Medical Record #', 'Medical Record No', 'MR #', 'Patient ID', 'Patient Number', 'Patient #',
    'Pt ID', 'Account #', 'Record Number', 'Expediente', 'Número de expediente', 'No. de expediente', 'Historia clínica', 'NHC', 'ID del paciente',
  ],
  'sex-at-birth': ['Sex', 'Birth Sex', 'Sex at Birth', 'Sex Assigned at Birth', 'Patient Sex', 'Legal Sex', 'Sexo', 'Sexo al nacer', 'Sexo biológico'],
  gender: ['Gender', 'Gender Identity', 'Patient Gender', 'Administrative Gender', 'Género', 'Identidad de género'],
  pronouns: ['Pronouns', 'Preferred Pronouns', 'Patient Pronouns', 'Pronombres', 'Pronombre'],
  language: [
    'Language', 'Preferred Language', 'Primary Language', 'Lang', 'Patient Language', 'Spoken Language', 'Idioma', 'Idioma preferido', 'Lengua', 'Idioma principal',
  ],
  interpreter: ['Interpreter', 'Interpreter Needed', 'Needs Interpreter', 'Interpreter Required', 'Intérprete', 'Necesita intérprete', 'Requiere intérprete'],
  phone: ['Phone', 'Phone Number', 'Phone #', 'Telephone', 'Tel', 'Primary Phone', 'Contact Phone', 'Patient Phone', 'Phone 1', 'Phone 2', 'Teléfono', 'Número de teléfono', 'Tel. 1', 'Tel. 2'],
  'mobile-phone': ['Mobile', 'Mobile Phone', 'Cell', 'Cell Phone', 'Cellphone', 'Mobile Number', 'Cell #', 'Phone Cell', 'Phone Mobile', 'Celular', 'Móvil', 'Teléfono celular', 'Teléfono móvil'],
  'home-phone': ['Home Phone', 'Home', 'Phone Home', 'Home Telephone', 'Home #', 'Teléfono de casa', 'Teléfono fijo', 'Tel. casa', 'Teléfono particular'],
  'work-phone': ['Work Phone', 'Work', 'Phone Work', 'Business Phone', 'Work #', 'Teléfono del trabajo', 'Tel. trabajo', 'Teléfono laboral'],
  email: ['Email', 'E-mail', 'Email Address', 'E-mail Address', 'Patient Email', 'Mail', 'Correo', 'Correo electrónico', 'Correo-e'],
  city: ['City', 'Town', 'Home City', 'Address City', 'Patient City', 'Ciudad', 'Localidad', 'Municipio', 'Población'],
  state: ['State', 'ST', 'State Code', 'Address State', 'Patient State', 'State/Province', 'Estado', 'Provincia'],
  'postal-code': ['ZIP', 'Zip Code', 'Zipcode', 'Postal Code', 'Postcode', 'ZIP+4', 'Address Zip', 'Código postal', 'C.P.', 'Cód. postal'],
  site: ['Site', 'Location', 'Clinic', 'Office', 'Facility', 'Practice Location', 'Sede', 'Clínica', 'Consultorio', 'Centro'],
  deceased: ['Deceased', 'Deceased?', 'Is Deceased', 'Expired', 'Fallecido', 'Difunto', 'Fallecida'],
  'deceased-on': ['Date of Death', 'Death Date', 'DOD', 'Deceased Date', 'Fecha de fallecimiento', 'Fecha de defunción', 'Fecha de muerte'],
  'never-kept': [
    'SSN', 'SS #', 'SSN #', 'Social Security', 'Social Security Number', 'Social Security #', 'Social', 'SSN4', 'Last 4 SSN', 'Tax ID', 'ITIN', "Driver's License", 'Drivers License Number',
    'Driver License', 'License #', 'DL #', 'Passport', 'Passport #', 'Seguro social', 'Número de seguro social', 'NSS', 'Licencia de conducir', 'Pasaporte',
  ],
}

const fieldBySpelling = new Map(rosterFields.flatMap((field) => spellings[field].map((spelling) => [foldHeader(spelling), field] as const)))

/** A heading in lower case with letters and digits alone, so that "E-Mail Address", "email_address" and "EMAIL ADDRESS" are one. */
export function foldHeader(heading: string): string {
  return heading.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('#', 'number').replace(/[^\p{L}\p{N}]/gu, '')
}

/** The field that a heading names in English or Spanish; null: none that is known. */
export function fieldOf(heading: string): RosterField | null {
  return fieldBySpelling.get(foldHeader(heading)) ?? null
}
