import { describe, expect, test } from 'vitest'
import { urgencyOf } from '#domain/urgency/urgency.ts'

const signs = (text: string) => urgencyOf(text).reasons.map(({ sign }) => sign)
const aside = (text: string) => urgencyOf(text).setAside.map(({ sign, because }) => `${sign}: ${because}`)

describe('what cannot wait is flagged', () => {
  test.each([
    ['breathing', 'Can I get a refill? Also I can’t catch my breath since this morning.'],
    ['breathing', 'she is having a really hard time breathing and her lips look blue'],
    ['breathing', 'shortness of breath when I lie down, getting worse'],
    ['chest', 'Question about my bill. By the way there has been a tight feeling in my chest all day.'],
    ['chest', 'My chest has been hurting since lunch'],
    ['chest', 'pressure like an elephant on my chest'],
    ['stroke', 'my husband’s face is drooping on one side and he can’t lift his arm'],
    ['stroke', 'suddenly I cannot find words and my right arm is numb'],
    ['stroke', 'this is the worst headache of my life'],
    ['unconscious', 'I passed out twice in the shower today'],
    ['unconscious', 'mom is not responding to me and I can’t wake her up'],
    ['bleeding', 'the cut won’t stop bleeding after an hour'],
    ['bleeding', 'I’ve been throwing up blood'],
    ['self-harm', 'I don’t want to live anymore'],
    ['self-harm', 'some days I think everyone would be better off without me'],
    ['self-harm', 'my son says he wants to kill himself'],
    ['harm-by-others', 'my boyfriend choked me last night and I am not safe at home'],
    ['poisoning', 'My toddler swallowed a button battery'],
    ['poisoning', 'I accidentally took double my insulin dose'],
    ['allergy', 'After the new antibiotic my tongue is swelling'],
    ['seizure', 'he had a seizure an hour ago and is still shaking'],
    ['head-injury', 'Grandpa fell and hit his head. He takes eliquis for his heart.'],
    ['fever', 'My daughter has a stiff neck and a fever'],
    ['small-baby', 'Our three week old son has a temp of 101'],
    ['pregnancy', 'I am 34 weeks pregnant and the baby hasn’t moved today'],
    ['spine', 'back pain and now I am numb between my legs'],
    ['eye', 'got bleach in my eye'],
    ['sugar', 'my sugar is over 450 and I feel sick'],
    ['choking', 'he choked on a grape and still coughs'],
    ['severe-pain', 'the pain is unbearable'],
    ['asks-for-emergency', 'Do I need to go to the emergency room?'],
  ])('%s: %s', (sign, text) => {
    expect(signs(text)).toContain(sign)
  })

  test.each([
    ['breathing', 'Buenas tardes, no puedo respirar bien desde anoche'],
    ['breathing', 'mi bebé tiene los labios morados'],
    ['chest', 'Tengo un dolor muy fuerte en el pecho'],
    ['chest', 'siento presión en el pecho y me duele el brazo'],
    ['stroke', 'a mi mamá se le torció la boca y no puede mover el brazo'],
    ['unconscious', 'mi papá se desmayó y no responde'],
    ['bleeding', 'estoy vomitando sangre'],
    ['bleeding', 'no para de sangrar la herida'],
    ['self-harm', 'ya no quiero vivir'],
    ['poisoning', 'mi hijo se tomó todas las pastillas de la abuela'],
    ['allergy', 'se me está hinchando la lengua'],
    ['seizure', 'mi hija está convulsionando'],
    ['pregnancy', 'estoy embarazada de 30 semanas y no siento al bebé moverse'],
    ['fever', 'el niño tiene fiebre y el cuello tieso'],
    ['choking', 'se atragantó con una moneda'],
    ['asks-for-emergency', '¿Debo ir a la sala de emergencias?'],
  ])('in Spanish, %s: %s', (sign, text) => {
    expect(signs(text)).toContain(sign)
  })

  test.each([
    'I cant breth right', 'trouble brething all night', 'cheast pain since noon', 'he is unconcious on the floor', 'having a siezure', 'I feel suicidle',
    'vomting blood', 'the bleeeding won’t stop bleeding', 'no puedo respirrar', 'dolor en el pehco',
  ])('with a slip of the fingers: %s', (text) => {
    expect(urgencyOf(text).flagged).toBe(true)
  })

  test('wherever it stands in a long message, and with the words that say it', () => {
    const text = `${'Thank you for the referral, the new office is lovely. '.repeat(40)}Anyway, the chest pain is back. ${'Please send the form. '.repeat(40)}`
    expect(urgencyOf(text).reasons).toEqual([{ sign: 'chest', quote: 'Anyway, the chest pain is back.' }])
  })
})

describe('a "no" that denies nothing hides nothing', () => {
  test.each([
    'No fever, chest pain since this morning', 'I have never had chest pain like this', 'no relief from the chest pain', 'I’m not sure if this is chest pain or heartburn',
    'I can’t walk up the stairs without chest pain', 'not only dizzy, I also passed out', 'No fever but trouble breathing', 'not feeling well chest pain',
    'No tengo fiebre pero me falta el aire', 'nothing helps, chest pain all night', 'no one told me why I faint',
    'I had a heart attack last year and now the chest pain is back', 'my father died of a stroke and today my own arm is numb on the left side',
  ])('%s', (text) => {
    expect(urgencyOf(text).flagged).toBe(true)
  })
})

describe('what is denied, long past, of the family or a thing of the office is set aside, and says so', () => {
  test.each([
    ['I have no chest pain', 'chest: denied'],
    ['She denies any thoughts of suicide', 'self-harm: denied'],
    ['No fever, chills, or shortness of breath', 'breathing: denied'],
    ['I don’t have any trouble breathing', 'breathing: denied'],
    ['sin dolor en el pecho ni falta de aire', 'chest: denied'],
    ['No tengo dificultad para respirar', 'breathing: denied'],
    ['I had a stroke in 2015, do I need another flu shot', 'stroke: long-past'],
    ['Tuve un infarto hace tres años, necesito copia de mis estudios', 'chest: long-past'],
    ['There is a family history of stroke', 'stroke: family-history'],
    ['my grandfather died of a heart attack', 'chest: family-history'],
    ['What are the symptoms of a stroke?', 'stroke: in-general'],
    ['I need my seizure medication refilled', 'seizure: thing-or-errand'],
    ['can I move my stroke clinic appointment to Monday', 'stroke: thing-or-errand'],
    ['that bill almost gave me a heart attack', 'chest: thing-or-errand'],
  ])('%s', (text, expected) => {
    expect(signs(text)).toEqual([])
    expect(aside(text)).toContain(expected)
  })
})

describe('an ordinary errand is not flagged', () => {
  test.each([
    'I’d like an appointment next Friday for a runny nose', 'Can you help me understand my copay?', 'I’m confused about how to take my medicine', 'please update my emergency contact',
    'I can’t breathe through my nose with this cold', 'I need a note for work', 'my chest x-ray results please', 'Is my blood pressure pill the right one?', 'I hit my head against this billing problem',
    'Necesito una cita para mi hija el martes', 'quiero renovar mi receta de la presión', '¿Cuánto debo de la última visita?', 'no puedo respirar por la nariz, tengo gripe', 'My back is killing me after gardening',
    'Which tests need fasting?', 'This is not an emergency', 'the number on my numb question form', '', '👍',
  ])('%s', (text) => {
    expect(urgencyOf(text)).toMatchObject({ flagged: false, reasons: [] })
  })
})

test('a text of any size and shape is answered at once and never fails', () => {
  for (const text of ['no '.repeat(20_000), 'a'.repeat(100_000), 'chest '.repeat(5_000), `${'pain '.repeat(10_000)}in my`, '\u0000\uD800<script>', ', '.repeat(10_000)]) {
    expect(urgencyOf(text)).toHaveProperty('flagged')
  }
})
