import type { ResultCategory } from '#domain/portals/result-policy.ts'

type NamedGroup = Exclude<ResultCategory, 'laboratory'> | 'sti' | 'pregnancy' | 'mental-health'

/**
 * Words in the name of a test that tell its group, where codes are missing, malformed or on no list. English and the
 * abbreviations of laboratories; whole words, so that "hives" is no HIV. Assumption: chosen by hand from names in public
 * sample messages and LOINC; too many are better than too few, because a clinician looks at what is held.
 */
const words: readonly (readonly [NamedGroup, RegExp])[] = [
  ['hiv-htlv', /\b(hiv(?:[- ]?[12])?(?:[12o]+)?|htlv(?:[- ]?i{1,3}|[- ]?[12])?|human immunodeficiency|human t[- ]?(?:cell )?lymphotropic|chiv)\b/],
  ['hepatitis', /\b(hepatitis|h[abcde]v|hbs ?ag|hbsii|hbs ?ab|anti[- ]?hb[sce]|anti[- ]?h[acde]v|hbe ?a[gb]|hbc(?: ?ab)?|hbcore|a?hcv|delta agent)\b/],
  ['toxicology', /\b(toxicolog\w*|drugs? of abuse|drugs? screen\w*|(?:urine|serum) drugs?|uds|amphetamines?|methamphetamines?|mdma|ecstasy|opiates?|opioids?|morphine|codeine|heroin|6-?mam|fentanyl|norfentanyl|oxycodone|hydrocodone|buprenorphine|methadone|cocaine|benzoylecgonine|cannabi\w*|marijuana|thc|benzodiazepines?|barbiturates?|phencyclidine|pcp|ketamine|lsd|tramadol|ethanol|ethyl (?:alcohol|glucuronide)|blood alcohol|alcohol(?:, | )(?:serum|blood|urine)|cotinine|acetaminophen level|salicylates?)\b/],
  ['products-of-conception', /\b(products? of conception|conception products?|abortus|placental? (?:patholog\w*|tissue|exam\w*)|fetal tissue)\b/],
  ['bone-marrow', /\b(bone[- ]marrow|marrow (?:aspirat\w*|biops\w*|morpholog\w*))\b/],
  ['pap', /\b(pap(?: smear| test)?|papanicolaou|thin ?prep|sure ?path|cervi\w+ cytolog\w*|cervicovaginal|hpv|papilloma ?virus)\b/],
  ['cytology', /\b(cytolog\w*|cytopatholog\w*|fine needle aspirat\w*|fna|cell block)\b/],
  ['tissue-pathology', /\b(biops\w+|(?:surgical )?patholog\w*|histolog\w*|histopatholog\w*|tissue exam\w*|frozen section|excision\w*|resection\w*|skin bx|carcinoma|melanoma|malignan\w*)\b/],
  ['genetic', /\b(genetic\w*|genom\w*|genotyp\w*|genes?|mutations?|variants? analysis|chromosom\w*|karyotyp\w*|microarray|exome|sequenc\w*|carrier screen\w*|brca ?[12]?|factor v leiden|hereditary|apoe|fragile x|cell[- ]free dna|cfdna|nipt|fish analysis|methylation)\b/],
  ['radiology', /\b(x[- ]?rays?|xr|radiograph\w*|radiolog\w*|mri|mra|magnetic resonance|computed tomograph\w*|ct (?:scan|head|chest|abd\w*|pelvis|angio\w*|spine|of|with\w*)|ultrasound|sonogra\w*|mammogra\w*|dexa|dxa|bone density|pet(?:\/ct| scan)|fluoroscop\w*|scintigra\w*|angiogra\w*|imaging)\b/],
  ['sti', /\b(chlamydia\w*|gonorrh\w*|neisseria gon\w*|n\.? ?gonorrhoeae|c\.? ?trachomatis|ct\/ng|syphilis|treponem\w*|rpr|vdrl|fta[- ]?abs|trichomon\w*|herpes simplex|hsv[- ]?[12]?|mycoplasma genitalium|std|sti)\b/],
  ['pregnancy', /\b(pregnan\w*|hcg|beta[- ]hcg|gonadotropin,? chorionic|prenatal|obstetric\w*)\b/],
  ['mental-health', /\b(depression|phq-?[29]|gad-?7|psychiatr\w*|psycholog\w*|suicid\w*|lithium)\b/],
]

/** A group that a name speaks of, with the words that say so. */
export type NamedAs = { group: NamedGroup; words: string }

/** Every group of which a name speaks; the same name may speak of several. */
export function namedAs(name: string): NamedAs[] {
  const text = name.normalize('NFKC').toLowerCase().replaceAll(/[_^]+/g, ' ')
  return words.flatMap(([group, pattern]) => {
    const found = pattern.exec(text)
    return found ? [{ group, words: found[0] }] : []
  })
}

/** Sections of a laboratory or imaging department (HL7 table 0074, LOINC parts for reports) that are a category by themselves. */
const sections: Readonly<Record<string, ResultCategory>> = {
  RAD: 'radiology', IMG: 'radiology', RX: 'radiology', XRC: 'radiology', CT: 'radiology', NMR: 'radiology', NMS: 'radiology', RUS: 'radiology',
  VUS: 'radiology', OUS: 'radiology', CUS: 'radiology', 'LP29684-5': 'radiology',
  GE: 'genetic', CG: 'genetic', CP: 'cytology', SP: 'tissue-pathology', PAT: 'tissue-pathology', 'LP7839-6': 'tissue-pathology', TX: 'toxicology',
}

/** The category that a section stands for; null: an ordinary section, or none of these. */
export function sectionCategory(section: string): ResultCategory | null {
  return sections[section.trim()] ?? null
}
