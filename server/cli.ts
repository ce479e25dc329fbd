/** The operator's commands, by their first word. Answers 2 for a word that is none of them. */
process.stderr.write(`Portal Desk has no command "${process.argv[2] ?? ''}".\n`)
process.exitCode = 2
