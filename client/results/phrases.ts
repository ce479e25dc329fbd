/** What clinicians often write under a result. English on every portal: what is clinical is not translated (R54). */
export const phrases: readonly string[] = [
  'About the same as last time. No change to your medicines.',
  'All values are where we expect them. We look again at your next visit.',
  'I would like to talk this through with you. The office will call you about a time.',
  'We will repeat this test. The office will call you about a date.',
  'Call me if you would like to talk it through sooner.',
]
