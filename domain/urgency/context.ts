/** Why a sign that was seen does not count. */
export const setAsideCauses = ['denied', 'long-past', 'family-history', 'in-general', 'thing-or-errand'] as const
export type SetAside = (typeof setAsideCauses)[number]

const word = (ways: string) => new RegExp(String.raw`(?<!\S)(?:${ways})(?!\S)`)

/** Words that may stand between a "no" and what it denies. Any other begins a new thought: missing no emergency comes first. */
const small = String.raw`(?:any|an?|the|my|his|her|more|having|have|has|had|feel|feels|feeling|felt|new|recent|signs?|symptoms?|of|real|severe|mild|kind|been|really|currently|experienc\S+|thoughts?|plans?|to|about|want|wanting|going|in|un|una|el|la|de|mi|tenido|tengo|tiene|ningun|ninguna|nada|sentido|siento|mas|dolor|dolores)`
/** A "no" right before the sign, or at the head of a list that ends in "or". Not "not sure", "not only", "no relief from". */
const denial = new RegExp(String.raw`(?<!\S)(no|not|never|without|denies|deny|denied|(?:dont|doesnt|havent|hasnt|didnt|dont think i) (?:have|had|feel|want)|isnt|arent|wasnt|negative for|free of|sin|ni|nunca|tampoco|niega|ningun|ninguna)(?! (?:sure|only|just|idea|relie\S+|seguro|segura|solo))(?:(?: ${small}){0,4}|(?: (?!(?:and|y|because|since|now|porque|desde|but|have|has|is|am|are|i|im|my|tengo|tiene|me)(?!\S))\S+){0,14} (?:or|nor|ni|o|u)(?: ${small}){0,2}) $`)
/** "Cannot walk without chest pain" and "never felt such chest pain before" deny nothing. */
const noDenial = { without: /(?<!\S)(?:cant|cannot|can not|unable|hardly|no puedo|no puede)(?!\S)/, never: /(?<!\S)(?:like this|this bad|so bad|such|before|asi|tan fuerte|antes)(?!\S)/ }
const stillHere = word('now|again|today|tonight|right now|still|this (?:morning|afternoon|evening|week)|just|currently|keeps?|since (?:yesterday|last night|this morning)|ahora|otra vez|de nuevo|hoy|todavia|sigue|esta (?:manana|tarde|noche)|acaba de|desde (?:ayer|anoche|hoy)')
const longPast = word(String.raw`(?:\S+ )?(?:years?|months?|yrs?) ago|last (?:year|month|spring|summer|fall|winter)|in (?:19|20)\d\d|back in|when i was|as a (?:child|kid|teen|baby)|used to|history of|hx of|previous(?:ly)?|in the past|past medical|hace(?: \S+){1,3} (?:anos|meses)|el (?:ano|mes) pasado|en (?:19|20)\d\d|cuando (?:era|tenia)|antecedentes?|de nin[oa]|historial de|anteriormente`)
const survived = word(String.raw`(?:after|since|following|from|recover\S+|rehab|survived|survivor|had|tuve|tuvo|despues de(?:l)?)(?: \S+){0,4}`)
const family = word('family history|runs in(?: \\S+){0,2} family|(?:father|mother|dad|mom|grandfather|grandmother|grandpa|grandma|uncle|aunt|brother|sister|parents?)(?: \\S+){0,3} (?:died (?:of|from)|passed away|had an?|had)|antecedentes familiares|(?:mi )?(?:padre|madre|papa|mama|abuelo|abuela|tio|tia)(?: \\S+){0,2} (?:murio|fallecio|tuvo)')
const general = new RegExp(String.raw`(?<!\S)(?:symptoms of|signs of|what is|what are|what causes|information (?:on|about)|info (?:on|about)|risks? (?:of|for)|chances? of|prevent(?:s|ing|ion)?|difference between|hypothetical\S*|research|article|reduce|avoid|sintomas de|que es|que son|informacion (?:sobre|de)|riesgo de|prevenir|evitar|diferencia entre)(?: (?!wrong)\S+){0,4} $`)
/** What follows the sign and makes it a thing of the office. */
const thingAfter = /^ (?:(?:med|meds|medicine|medicines|medication|medications|prescription|refill|clinic|class|hotline|group|support|screening|questionnaire|form|forms|test|results?|study|unit|doctor|specialist|rehab|follow|followup|disorder|diary|action|plan|bracelet|alert|treatments?|exercises?|machine|history|risk|prevention|appointment|visit|awareness|last (?:year|month)|cita|receta|medicina|medicamento|clinica|examen|prueba)(?!\S))/
const idiom = word('(?:gave|give|giving|nearly gave|almost gave) me an? heart attack|different strokes|food poisoning|lead poisoning|poison ivy|poison oak|nasal|stuffy nose|breath(?:ing)? (?:treatments?|exercises?|machine|test)|emergency contacts?|not an emergency|no(?:t)? es una emergencia|isnt an emergency|nothing urgent|no emergency|back is killing|killing me|stroke of luck|bad breath|dont kill')
const errand = word('bills?|billing|charged|charge|invoice|copay|insurance|claim|records?|form|paperwork|letter|note for (?:work|school)|factura|seguro|cobro|cobraron')

/**
 * Why a sign does not count: denied in its clause, long past with nothing of now, told of the family's past, asked in general,
 * or part of a thing or an errand ("seizure medicine", "bill for the stroke clinic"). Null: it counts.
 */
export function setAsideBecause(clause: string, at: number, hit: string): SetAside | null {
  const [before, after] = [clause.slice(0, at), clause.slice(at + hit.length)]
  if (idiom.test(clause) || thingAfter.test(after)) return 'thing-or-errand'
  if (isDenied(before, after)) return 'denied'
  if (stillHere.test(clause)) return null
  if (family.test(before)) return 'family-history'
  if (longPast.test(clause)) return 'long-past'
  if (general.test(before)) return 'in-general'
  if (errand.test(clause) && survived.test(before)) return 'thing-or-errand'
  return null
}

function isDenied(before: string, after: string): boolean {
  const no = denial.exec(before)?.[1]
  if (no === undefined) return false
  if ((no === 'without' || no === 'sin') && noDenial.without.test(before)) return false
  return !((no === 'never' || no === 'nunca') && noDenial.never.test(before + after))
}
