/** What a message may speak of that cannot wait for a reply. */
export const urgentSigns = [
  'breathing', 'chest', 'stroke', 'unconscious', 'bleeding', 'self-harm', 'harm-by-others', 'poisoning', 'allergy', 'seizure', 'head-injury', 'fever',
  'small-baby', 'pregnancy', 'spine', 'eye', 'injury', 'sugar', 'choking', 'severe-pain', 'mind', 'asks-for-emergency',
] as const
export type UrgentSign = (typeof urgentSigns)[number]

/** One way of saying a sign: what a clause says, and where needed what the rest of the message must say too. */
export type Wording = { sign: UrgentSign; says: RegExp; along?: RegExp }

/** Up to `n` words in between. */
const gap = (n: number) => String.raw`(?: \S+){0,${n}} `
const cannot = '(?:cant|cannot|can not|couldnt|could not|unable to|not able to|hard to|hardly|barely|hard time|difficult to|struggling to|struggles to|struggle to|trouble|difficulty|difficulties|problems?|not)'

const says = (sign: UrgentSign, ...ways: string[]): Wording[] => ways.map((way) => ({ sign, says: new RegExp(String.raw`(?<!\S)(?:${way})(?!\S)`, 'g') }))
const along = (sign: UrgentSign, way: string, rest: string): Wording[] =>
  says(sign, way).map((wording) => ({ ...wording, along: new RegExp(String.raw`(?<!\S)(?:${rest})(?!\S)`) }))

const english: Wording[] = [
  ...says('breathing',
    `${cannot}${gap(2)}(?:breathe|breath|breathing|catch(?:ing)?${gap(1)}breath|get${gap(2)}air)(?! (?:\\S+ ){0,3}(?:nose|nostrils?))`,
    '(?:short|shortness|shorter) of breath', 'out of breath', 'gasp(?:ing|s)?(?: \\S+)? for (?:air|breath)', 'gasping', '(?:stopped|isnt|not|stops) breathing',
    `(?:lips|face|skin|fingers)${gap(3)}(?:blue|bluish|gr[ae]y|purple)`, `(?:turning|turned|looks?|slightly)(?: \\S+){0,1} (?:blue|bluish)`, `breathing${gap(3)}(?:fast|rapid|shallow|weird|hard|funny|labored)`,
    `(?:fast|shallow|labored|rapid)${gap(1)}breath(?:ing|s)?`, 'oxygen(?: \\S+){0,3} (?:7\\d|8[0-8])', 'suffocating', `throat${gap(2)}(?:closing|closed|tightening)`),
  ...says('chest',
    `chest${gap(3)}(?:pains?|hurts?|hurting|pressure|tight|tightness|heavy|heaviness|ache|aching|aches|crushing|squeezing|discomfort)`,
    `(?:pains?|pressure|tightness|tight|squeezing|heaviness|crushing|stabbing|weight|elephant)${gap(4)}(?:my|his|her|the|in|on|your) chest`, 'chest (?:pains?|pressure|tightness|discomfort)',
    'heart attack', `pain${gap(3)}(?:down|in|into)${gap(1)}left arm`, `left arm${gap(3)}(?:hurts?|pain|numb|tingl\\S*)`, 'heart (?:stopped|is stopping)'),
  ...says('stroke',
    '(?<!heat )strokes?', `(?:face|mouth|smile|eyelid)${gap(3)}(?:droop\\S*|crooked|lopsided|numb|sagging)`, `droop(?:y|ing)${gap(1)}(?:face|mouth)`, 'slur(?:red|ring|s|ry)?',
    `(?:cant|cannot|can not|couldnt|could not|unable to|not able to|suddenly)${gap(2)}(?:speak|talk|find words|move${gap(3)}(?:arm|leg|side|arms|legs))`, `not moving${gap(2)}(?:arms?|legs?|side)`,
    `(?:weak|weakness|numb|numbness|paraly\\S+)${gap(4)}(?:one side|left side|right side|one arm|left arm|right arm|one leg|arms and legs|arms or legs|arm and leg|side of${gap(2)}(?:body|face))`,
    `(?:one|left|right) (?:side|arm|leg)${gap(4)}(?:weak|weaker|numb|paraly\\S+|dead)`, 'double vision', `(?:cant|cannot|unable to)${gap(1)}(?:walk|stand)(?: \\S+)*? (?:suddenly|today|now|morning)`, 'unsteady and cannot walk',
    'worst headache', `thunderclap`, `sudden(?:ly)?${gap(5)}(?:headaches?|vision|blind|numb|numbness|weakness|confus\\S+|dizzy|speech)`, `vision${gap(2)}(?:gone|blacked out|disappeared)`,
    `(?:lost|losing|loss of)${gap(3)}(?:vision|sight|speech)(?! insurance)`),
  ...says('unconscious',
    'unconscious', 'unresponsive', `(?:not|isnt|wont|doesnt|dont|stopped)${gap(3)}(?:respond|responding|react|reacting)(?! to(?: \\S+){0,3} (?:messages?|e?mails?|calls?|treatment|medicine|medication|antibiotics?|texts?|request|therapy))`,
    `(?:wont|cant|not|couldnt|hard to|difficult to)${gap(2)}(?:wake|waking|awaken)(?: (?:him|her|them|up))+`, '(?:pass|passed|passes|passing|black|blacked|blacking) out', 'faint(?:ed|ing|s)', '(?:about|going) to faint', '(?:i|he|she|might|may|will|almost|nearly|keeps?|kept|feel|feeling|felt|feels)(?: \\S+){0,2} faint', 'collaps(?:ed|es|ing|e)', 'lifeless',
    '(?:is|limp|looks|went|going|goes) limp', 'in and out of(?: \\S+)? (?:consciousness|it)', '(?:lost|losing|loses) consciousness', 'no pulse', 'weak pulse', '(?:very|so|extremely|really|too) lethargic'),
  ...says('bleeding',
    `(?:wont|doesnt|not|cant|cannot|never)${gap(3)}(?:stop${gap(2)}(?:bleeding|blood)|stop bleeding|bleeding stop|clot)`, `bleeding${gap(3)}(?:a lot|badly|heavily|so much|heavy|profusely|wont stop|nonstop|uncontrollabl\\S+|everywhere|and wont stop)`,
    '(?:so much|lots of|a lot of|too much|losing) blood', 'blood everywhere', 'heavy bleeding', 'heavily bleeding', 'hemorrhag\\S+', `(?:vomit\\S*|puk\\S+|thr(?:ow|ew|owing|own)(?: \\S+)? up|cough\\S*|spit\\S*)${gap(3)}blood`,
    `blood in${gap(1)}vomit`, '(?:black|tarry)(?: \\S+){0,2} (?:stools?|poop)', `(?:cut|gash|stabbed|sliced)${gap(3)}(?:badly|really deep|very deep|to the bone|wont stop)`, 'gushing', `soak\\S*${gap(5)}pads?`, `(?:vomit|throw up) (?:that )?looks? like coffee`),
  ...says('self-harm',
    'suicid\\S*', 'kill (?:myself|himself|herself|themselves)', `(?:end|ending|take|taking) (?:my|his|her|their) (?:own )?life`, 'end(?:ing)? it all', `(?:want|wants|wanted|wish|wishing)(?: \\S+){0,3} (?:to die|dead|was dead|were dead)`,
    `dont(?: \\S+)? want to (?:live|be here|be alive|exist|wake up)(?: \\S+)?`, 'better off (?:dead|without me)', '(?:no reason|nothing) to live(?: for)?', `(?:want|wants|going|thinking|thoughts?|urges?|might|afraid|scared|plan|planning|will)${gap(5)}(?:hurt|hurting|harm|harming|cut|cutting) (?:myself|himself|herself)`,
    'self ?harm(?:ing)?', `(?:cant|cannot)(?: \\S+)? (?:go on|take it|do this)(?: \\S+)? (?:anymore|any longer|any more)`, 'been cutting (?:myself|herself|himself)'),
  ...says('harm-by-others',
    `(?:kill|killing|shoot|stab|hurt|harm) (?:him|her|them|someone|somebody|people|my (?:baby|wife|husband|kids?|child|children|boss|neighbor))(?! feelings)`, `(?:husband|wife|boyfriend|girlfriend|partner|ex|dad|father|stepdad|he|she)${gap(3)}(?:hit|hits|hitting|beat|beats|beating|punched|choked|strangled|threatened|threatens|threatening|raped) me`,
    'raped', 'sexually assaulted', `(?:afraid|scared|fear)${gap(4)}for my life`, 'not safe at home', 'unsafe at home', `going to kill me`, 'domestic violence', 'being abused', 'abuses me'),
  ...says('poisoning',
    'overdos(?:e|ed|ing)', `(?:took|taken|swallowed|ate|eaten|drank|drunk|ingested|swallow)${gap(5)}(?:too many|too much|handful|whole bottle|entire bottle|bleach|antifreeze|batter(?:y|ies)|magnets?|coins?|detergent|cleaner|poison|berries|all (?:my|of|the|his|her)(?: \\S+)? (?:pills|meds|medication))`,
    `(?:took|gave|given|taken|injected)${gap(4)}(?:double|twice|triple|extra|wrong|too much|too many)${gap(4)}(?:insulin|warfarin|oxycodone|opioids?|methadone|digoxin|pills|morphine|fentanyl)`, '(?:been|was|were|got) poisoned', '(?:carbon monoxide|rat poison)(?! detectors?)'),
  ...says('allergy',
    `(?:tongue|lips|face|mouth|throat)${gap(3)}(?:swell|swells|swelling|swollen|swelled|puffing)(?: up)?`, `(?:swelling|swollen|swelled)(?: \\S+){0,3} (?:tongue|lips|face)`, 'anaphyla\\S+', `(?:used|gave|need|use)${gap(2)}epi ?pen`,
    '(?:severe|bad|serious|terrible) allergic reaction', `(?:hives|rash)${gap(6)}(?:breath|breathe|breathing|swallow)`),
  ...says('seizure', 'seizures?', 'seizing', 'convuls\\S+', `shaking${gap(2)}uncontrollabl\\S+`, `eyes roll(?:ed|ing)?${gap(2)}back`),
  ...along('head-injury', `(?:hit|hurt|banged|bumped|injured|struck|fell|fallen|landed|kicked|blow)${gap(5)}head`, 'vomit\\S*|thr(?:ow|ew|owing)(?: \\S+)? up|passed out|dizzy|confused|sleepy|drows\\S+|blood|bleeding|unconscious|blacked out|headache|memory|remember|blurry|blood thinners?|warfarin|eliquis|xarelto'),
  ...along('fever', 'stiff neck|neck(?: \\S+){0,3} stiff', 'fever\\S*|temperature|headache|confus\\S*|light|rash'),
  ...says('fever', '(?:fever|temp|temperature)(?: \\S+){0,5} (?:10[4-9]|40|41|42)(?:\\.\\d)?', '(?:10[4-9]|40|41|42)(?:\\.\\d)?(?: \\S+){0,3} (?:fever|temperature|temp)'),
  ...along('small-baby', 'newborn|(?:\\d+|one|two|three|four|five|six|seven|eight) (?:day|days|week|weeks)(?: old)?(?: \\S+)? (?:old|baby|infant|son|daughter|boy|girl)|(?:one|two|1|2) months? old', 'fever\\S*|temp|temperature|wont (?:eat|feed|nurse|wake)|not (?:eating|feeding|nursing|waking)|blue|breath\\S*|limp|10\\d(?:\\.\\d)?'),
  ...along('pregnancy', 'pregnan\\S+|\\d+ weeks|trimester|expecting', `bleeding|spotting heavily|(?:hasnt|not|isnt|havent felt|stopped|dont feel|less|no|cant feel)${gap(4)}(?:mov\\S+|kick\\S*)|water (?:broke|has broken)|contractions|severe headache|blurr\\S+ vision|severe (?:pain|cramp\\S*)|seeing spots`),
  ...along('pregnancy', 'post ?partum|after (?:giving birth|delivery|my c section)|just had (?:a|my) baby', 'severe headaches?|blurr\\S+ vision|heavy bleeding|soaking|chest|short of breath|numb\\S*'),
  ...says('spine', `(?:numb|numbness|cant feel|no feeling|tingling)${gap(5)}(?:groin|genital\\S*|saddle|private\\S*|between my legs|buttocks|crotch)`, `(?:genitals?|groin|saddle|privates|buttocks|crotch)(?: area)?${gap(3)}numb`,
    `(?:lost|losing|loss of|no)${gap(2)}(?:control|feeling)${gap(3)}(?:bladder|bowels?|legs?)`, `(?:numb|numbness|cant feel|cant move|cannot feel|cannot move)${gap(3)}(?:both |my |his |her |in )?legs`),
  ...says('eye', `(?:bleach|acid|chemicals?|cleaner|lye|glue)${gap(6)}eyes?`, `(?:cant|cannot|suddenly|stopped)${gap(3)}(?:see|seeing)${gap(3)}(?:of|from|in)${gap(2)}eye`, `curtain${gap(4)}(?:eye|vision)`, `(?:went|gone|going|suddenly) blind`),
  ...says('injury', 'bone(?: \\S+){0,3} (?:sticking|through|out|showing)', 'electrocuted', 'electric shock', 'amputated', `(?:finger|toe|hand|arm|leg)${gap(2)}(?:cut|chopped|torn|ripped) off`, 'gunshot', '(?:been|was|got) (?:shot|stabbed)', `pinned under`, `(?:badly|severely) (?:burned|burnt|hurt|injured)`, `third degree`, 'drown(?:ed|ing)',
    '(?:scream\\S*|howl\\S*|writhing|crying)(?: \\S+){0,2} (?:in|from) pain'),
  ...says('sugar', '(?:sugar|glucose|bg)(?: \\S+){0,5} (?:[4-9]\\d\\d|[1-3]\\d|4[0-9])(?! (?:minutes|days|years|points))', `breath${gap(2)}(?:fruity|like acetone)`, `(?:sugar|glucose)${gap(5)}(?:confused|shaking|passed|wont come up)`),
  ...along('sugar', `(?:very|extremely|really|so|suddenly|is|seems) confused`, 'diabet\\S+|sugar|insulin|fever'),
  ...says('choking', 'chok(?:ed|ing|es)(?! up)'),
  ...says('severe-pain', `(?:excruciating|unbearable|agonizing|intolerable)(?: \\S+){0,3} (?:pains?|headaches?|cramps?)`, `pain${gap(3)}(?:unbearable|excruciating|10 out of 10|10/10|intolerable)`, 'worst pain', 'extreme pain',
    `sudden(?:ly)? ?(?: \\S+){0,2} severe(?: \\S+){0,3} pain`, `(?:severe|terrible|horrible|sharp|intense)(?: \\S+){0,2} (?:stomach|abdominal|belly|testic\\S+) pain`),
  ...says('mind', 'hallucinat\\S+', `hearing voices`, `seeing(?: \\S+){0,3} (?:things|figures|people) (?:that|who|floating|not)(?: \\S+)?`, `(?:he|she|they|hes|shes|theyre|mom|mother|dad|father|husband|wife|grand\\S+|son|daughter|child|kid|baby|suddenly)${gap(3)}(?:confused|disoriented)(?! (?:about (?!where)|by|on|with|as|why|what|how|which))`, '(?:suddenly|extremely) (?:confused|disoriented)(?! (?:about|by|with))'),
  ...says('asks-for-emergency', `(?:call|calling|called|dial|dialing)(?: \\S+)? 911`, `(?:this is|its|is this|is it|medical|having|have)(?: an?)? emergency(?! (?:contact|room visit|visit|number|phone|department visit|refill))`,
    `(?:should|do|need|have)${gap(3)}(?:go|come|get|rush|take)${gap(4)}(?:er|emergency room|emergency department|hospital)`, `on(?: \\S+){0,2} way to(?: \\S+)? (?:er|emergency room|hospital)`, '(?:dying right now|i am dying|im dying|going to die)(?! of)'),
]

const noPuede = '(?:no puedo|no puede|no podia|no podemos|no logro|no logra|me cuesta|le cuesta|cuesta|dificultad|dificultades|trabajo|problemas?|casi no|apenas)'
const spanish: Wording[] = [
  ...says('breathing', `${noPuede}${gap(3)}(?:respirar|respiracion|respiro|respira|jalar aire|tomar aire|agarrar aire)(?! por la nariz)`, `${noPuede} (?:respirar|respiro|respira)(?! (?:bien )?por la nariz)`, '(?:falta|me falta|le falta|faltando|sin)(?: el| de)? (?:aire|aliento|respiracion)',
    'no (?:esta )?respira(?:ndo)?', '(?:se|me) (?:esta |estoy )?ahog(?:a|o|ando)', 'dejo de respirar', `(?:labios|cara|piel|unas)${gap(3)}(?:azul|azules|morad[oa]s?|gris|grises)`, `(?:respira|respirando|respiracion)${gap(2)}(?:muy rapido|agitad\\S+|rapida)`),
  ...says('chest', `(?:dolor|dolores|presion|opresion|punzadas?|apreton|peso)${gap(4)}pecho`, `pecho${gap(4)}(?:duele|aprieta|apretado|oprimido|presion|dolor)`, `duele${gap(3)}pecho`, 'ataque (?:al|del) corazon', 'ataque cardiaco', 'infarto', `dolor${gap(3)}brazo izquierdo`),
  ...says('stroke', 'derrame(?: cerebral)?', 'embolia', `(?:cara|boca)${gap(3)}(?:caida|chueca|torcida|dormida|paralizada|de lado)`, `se${gap(2)}(?:torcio|chueco|enchueco)${gap(2)}(?:cara|boca)`, `(?:no puede|no puedo|dificultad para|le cuesta)(?: \\S+)? (?:hablar|mover${gap(3)}(?:brazo|pierna|lado|cuerpo))`,
    `(?:mitad|lado)${gap(3)}(?:cuerpo|izquierdo|derecho)${gap(3)}(?:dormid\\S+|paraliz\\S+|debil|entumecid\\S+)`, `(?:adormec\\S+|entumec\\S+|debilidad|dormid\\S+)${gap(4)}(?:un lado|lado izquierdo|lado derecho|brazo|media cara)`, 'vision doble', '(?:veo|ve) doble', 'habla(?: \\S+)? (?:raro|enredado|arrastrando)', 'arrastra(?:ndo)? las palabras',
    `peor dolor de cabeza`, `dolor de cabeza${gap(3)}(?:repentino|de repente|subito)`, `de repente${gap(5)}(?:vista|ver|vision|confundid\\S+|debil|hablar|dolor de cabeza|maread\\S+)`, `(?:perdi|perdio|perdiendo)${gap(2)}(?:vista|vision)`),
  ...says('unconscious', 'inconsciente', `(?:se|me)(?: \\S+)? (?:desmayo|desmaye|desmayando|desmaya)`, 'desmay(?:ado|ada|o|e)', 'no (?:responde|reacciona|despierta)(?! (?:a|mis|los|el) (?:mensajes?|correos?|tratamiento))', '(?:perdio|perdi|pierde) (?:el conocimiento|la conciencia|el sentido)', `no${gap(2)}(?:despertar|despertarlo|despertarla)`, 'sin pulso', '(?:se )?desplomo', 'esta (?:flacido|flacida|como muerto)'),
  ...says('bleeding', `(?:sangr\\S+|hemorragia)${gap(3)}(?:mucho|mucha|demasiad\\S+|sin parar|abundante|no para|no se detiene|fuerte)`, `(?:no para|no deja|no dejo|no se detiene|no puedo parar)${gap(3)}(?:sangr\\S+|sangre|hemorragia)`, `(?:mucha|demasiada|tanta) sangre`, 'hemorragia', `(?:vomit\\S*|tos\\S*|escup\\S*|devolv\\S*)${gap(3)}sangre`, `(?:heces|excremento|popo)${gap(2)}negr\\S+`),
  ...says('self-harm', 'suicid\\S*', '(?:matarme|quitarme la vida|acabar con (?:mi|su) vida|terminar con (?:mi|su) vida)', '(?:ya )?no quier[oe](?: seguir)? (?:vivir|viviendo|estar vivo|estar viva|estar aqui|despertar)', '(?:me )?quier[oe] morir(?:me|se)?', '(?:hacerme dano|lastimarme|cortarme las venas|hacerse dano)', '(?:estaria|estarian|estan) mejor (?:muert[oa]|sin mi)', 'sin ganas de vivir', 'no vale la pena vivir', 'se quiere matar', 'quitarse la vida'),
  ...says('harm-by-others', `(?:esposo|marido|pareja|novio|el|ella|papa|ex)${gap(3)}me (?:pega|golpea|golpeo|pego|ahorco|amenaza|amenazo)`, 'me va a matar', 'miedo por mi vida', 'me violaron', 'me violo', 'violencia domestica', '(?:matar|lastimar) a (?:mi|alguien|otra)'),
  ...says('poisoning', 'sobredosis', `(?:tomo|tome|tomado|trago|trague|ingirio|comio|bebio|bebi)${gap(5)}(?:demasiad\\S+|muchas pastillas|todas${gap(2)}pastillas|cloro|lejia|veneno|moneda|pila|bateria|iman|detergente|frasco(?: \\S+)? (?:entero|completo)|anticongelante)`, 'envenen\\S+', 'monoxido de carbono'),
  ...says('allergy', `(?:lengua|labios|cara|boca|garganta)${gap(3)}(?:hinch\\S+|cerr\\S+|cierra|inflamando)`, `(?:hinch\\S+|cierra|cerrando)${gap(3)}(?:lengua|labios|cara|boca|garganta)`, 'anafila\\S+', 'reaccion alergica (?:grave|fuerte|severa|muy)'),
  ...says('seizure', 'convuls\\S+', 'ataques? epileptic\\S+', `(?:ojos)${gap(2)}en blanco`),
  ...along('head-injury', `(?:golpe\\S*|pego|pegue|cayo|cai)${gap(5)}cabeza`, 'vomit\\S*|mare\\S+|confund\\S+|sueno|dormid\\S+|sangr\\S*|inconsciente|desmay\\S*|dolor de cabeza|no recuerda|anticoagulantes?'),
  ...along('fever', 'cuello(?: \\S+){0,3} (?:rigido|tieso|duro)|rigidez(?: \\S+){0,2} (?:cuello|nuca)', 'fiebre|calentura|dolor de cabeza|confund\\S+|luz'),
  ...says('fever', '(?:fiebre|calentura|temperatura)(?: \\S+){0,4} (?:10[4-9]|40|41|42)(?:\\.\\d)?'),
  ...along('small-baby', '(?:recien nacid[oa]|(?:\\d+|un|una|dos|tres|cuatro|cinco|seis) (?:dias?|semanas?)(?: de nacid[oa])?|(?:un|dos|1|2) mes(?:es)?(?: de nacid[oa])?)', 'fiebre|calentura|temperatura|no (?:come|quiere comer|despierta|toma)|morad[oa]|azul|respir\\S*'),
  ...along('pregnancy', 'embaraz\\S+|\\d+ semanas', 'sangr\\S+|no se mueve|no (?:siento|he sentido)(?: \\S+){0,4} (?:mover\\S*|bebe|movimientos?|patad\\S+)|rompi(?:o)?(?: \\S+){0,2} (?:fuente|agua)|contracciones|veo (?:luces|borroso|manchas)|vision borrosa|dolor(?: \\S+)? (?:fuerte|intenso|severo)'),
  ...says('spine', `(?:adormec\\S+|dormid\\S+|entumec\\S+|no siento)${gap(4)}(?:ingle|genitales|entrepierna|partes intimas|nalgas|las piernas)`, `(?:perdi|perdio|sin|no controlo|no controla)${gap(3)}(?:control|orina|esfinteres|vejiga)`, 'no (?:puedo|puede) mover las piernas'),
  ...says('eye', `(?:cloro|acido|quimico|pegamento)${gap(5)}ojos?`, `(?:no veo|no ve|deje de ver)${gap(3)}ojo`, '(?:me )?qued(?:e|o) cieg[oa]'),
  ...says('injury', `hueso${gap(3)}(?:salido|fuera|expuesto|afuera)`, 'electrocut\\S+', 'descarga electrica', 'amput\\S+', '(?:balazo|disparo|apunal\\S+)', 'quemaduras? (?:grave|severa|profunda)s?', 'se (?:esta )?ahogo'),
  ...says('sugar', '(?:azucar|glucosa)(?: \\S+){0,4} (?:[4-9]\\d\\d|[1-4]\\d)(?! (?:minutos|dias|anos))', `aliento${gap(3)}(?:frutas?|acetona)`),
  ...says('choking', 'atragant\\S+', 'asfixi\\S+', 'se atoro'),
  ...says('severe-pain', `dolor${gap(3)}(?:insoportable|insufrible|10 de 10|el peor)`, 'peor dolor', 'no (?:aguanto|soporto)(?: \\S+){0,2} dolor', `grit\\S+${gap(2)}dolor`),
  ...says('mind', 'alucin\\S+', '(?:oigo|escucho|oye|escucha) voces', `(?:muy|esta|totalmente) (?:confundid[oa]|desorientad[oa])(?! (?:con|por|sobre|de))`),
  ...says('asks-for-emergency', `(?:llamar|llamo|llame|marcar|marco)(?: \\S+){0,2} 911`, '(?:es|tengo|tenemos) una emergencia', `(?:debo|deberia|tengo que|necesito)${gap(2)}(?:ir|llevarlo|llevarla)${gap(4)}(?:hospital|urgencias|emergencias?|sala de emergencias?)`, '(?:me|se) (?:estoy|esta) muriendo', 'me muero'),
]

/** Every wording, English and Spanish side by side: a message may hold both. */
export const wordings: readonly Wording[] = [...english, ...spanish]

