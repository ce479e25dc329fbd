/** Words of the signs that are long enough to be known when one letter is wrong, missing, doubled or changed places. */
const known = [
  'breathe', 'breathing', 'breath', 'pressure', 'tightness', 'unconscious', 'unresponsive', 'responding', 'fainted', 'fainting', 'collapsed',
  'bleeding', 'vomiting', 'vomited', 'coughing', 'suicide', 'suicidal', 'overdose', 'overdosed', 'swallowed', 'poison', 'poisoned', 'swelling',
  'swollen', 'throat', 'tongue', 'anaphylaxis', 'anaphylactic', 'allergic', 'reaction', 'seizure', 'seizures', 'convulsion', 'convulsions', 'convulsing',
  'paralyzed', 'slurring', 'slurred', 'drooping', 'confused', 'emergency', 'choking', 'hallucinating', 'pregnant', 'newborn', 'stroke', 'attack',
  'respirar', 'respira', 'respiracion', 'pecho', 'desmayo', 'desmayado', 'desmaye', 'inconsciente', 'sangrado', 'sangrando', 'sangre', 'vomitando', 'convulsion',
  'convulsiones', 'convulsionando', 'suicidarme', 'suicidio', 'matarme', 'sobredosis', 'pastillas', 'garganta', 'hinchada', 'hinchando', 'embarazada', 'emergencia', 'ahogando',
]
const knownSet = new Set(known)
/** Ordinary words one letter away from a known one. */
const ordinary = new Set([
  'breaths', 'breast', 'breasts', 'cooking', 'leading', 'breeding', 'attach', 'attacks', 'strokes', 'pressured', 'pressures', 'reactions', 'pregnancy',
  'throats', 'poisons', 'confuse', 'confuses', 'stoke', 'strike', 'stroked', 'pechos', 'sangrar', 'sangro', 'respirara', 'respiro', 'peche', 'confusing', 'wreath',
  'tongues', 'breather', 'bleed', 'threat',
])

const usual: Record<string, string> = {
  cheast: 'chest', chset: 'chest', ches: 'chest', hart: 'heart', haert: 'heart', breth: 'breath', brething: 'breathing', breathin: 'breathing', breating: 'breathing',
  brath: 'breath', siezure: 'seizure', siezures: 'seizures', sezure: 'seizure', suicidle: 'suicidal', sucidal: 'suicidal', suiside: 'suicide', cnt: 'cant',
  unconcious: 'unconscious', unconsious: 'unconscious', anaphalaxis: 'anaphylaxis', stroek: 'stroke', numness: 'numbness', nummness: 'numbness', siezing: 'seizing',
  respirer: 'respirar', resipirar: 'respirar', pechp: 'pecho', pehco: 'pecho', pcho: 'pecho', chst: 'chest', doloor: 'dolor', emergancy: 'emergency',
}

/** Clause words with the misspellings of urgent ones mended; everything else as it is. */
export function mended(words: string): string {
  return words.split(' ').map(mendedWord).join(' ')
}

function mendedWord(word: string): string {
  const there = usual[word]
  if (there) return there
  if (word.length < 5 || knownSet.has(word) || ordinary.has(word)) return word
  return known.find((one) => one.length >= 6 && one.charAt(0) === word.charAt(0) && isOneLetterAway(one, word)) ?? word
}

/** One letter changed, missing or too many, or two neighbours swapped. */
function isOneLetterAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (one[from] === other[from] && from < one.length) from++
  let [endOne, endOther] = [one.length, other.length]
  while (endOne > from && endOther > from && one[endOne - 1] === other[endOther - 1]) {
    endOne--
    endOther--
  }
  const [restOne, restOther] = [one.slice(from, endOne), other.slice(from, endOther)]
  return restOne.length + restOther.length <= 1 || (restOne.length === 1 && restOther.length === 1)
    || (restOne.length === 2 && restOther === `${restOne[1]}${restOne[0]}`)
}
