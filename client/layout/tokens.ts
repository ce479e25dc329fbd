/** One colour per name; the theme is made from these and no screen writes a colour of its own. */
export type Tokens = {
  canvas: string
  surface: string
  sunken: string
  rail: string
  line: string
  line2: string
  ink: string
  ink2: string
  ink3: string
  accent: string
  accentHover: string
  onAccent: string
  accentSoft: string
  late: string
  lateSoft: string
  due: string
  dueSoft: string
  held: string
  heldSoft: string
  blocked: string
  blockedSoft: string
  ok: string
  okSoft: string
}

export const light: Tokens = {
  canvas: '#F3F5F4',
  surface: '#FFFFFF',
  sunken: '#EAEEEC',
  rail: '#F9FAF9',
  line: '#DCE2DF',
  line2: '#7D8986',
  ink: '#15201E',
  ink2: '#42504C',
  ink3: '#5A6763',
  accent: '#0B6470',
  accentHover: '#084C55',
  onAccent: '#FFFFFF',
  accentSoft: '#DFF0F1',
  late: '#AE2217',
  lateSoft: '#FBE9E7',
  due: '#8A4B00',
  dueSoft: '#FCF0DC',
  held: '#65389C',
  heldSoft: '#F0E9F9',
  blocked: '#3C454B',
  blockedSoft: '#E4E8EA',
  ok: '#1D6A40',
  okSoft: '#E3F2E9',
}

export const dark: Tokens = {
  canvas: '#0E1414',
  surface: '#161D1E',
  sunken: '#0A0F10',
  rail: '#121819',
  line: '#2A3535',
  line2: '#74827F',
  ink: '#E7EDEB',
  ink2: '#B3BFBC',
  ink3: '#93A19D',
  accent: '#66C6D0',
  accentHover: '#8AD6DE',
  onAccent: '#04262B',
  accentSoft: '#12343A',
  late: '#FF9A8F',
  lateSoft: '#3A1815',
  due: '#F0B765',
  dueSoft: '#34250F',
  held: '#C7A8F3',
  heldSoft: '#2A1E3E',
  blocked: '#C2CBD0',
  blockedSoft: '#262E32',
  ok: '#7ED0A0',
  okSoft: '#122E20',
}
