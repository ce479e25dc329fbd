/** Languages of the interface. */
export type Language = 'en' | 'es'

/** What a refusal says: what is so, the next safe step, and, where somebody listens, a sentence to say aloud. */
export type Sentences = { message: string; next: string; say?: string }

/** A reason in every language, with the id of the rule or requirement behind it. */
export type ReasonText = { rule: string; en: Sentences; es: Sentences }
