/**
 * The words of all names, beside what the schema can say: a trigger notes each new family and given name, and an index
 * of trigrams finds letters in the middle of one. Made again after every migration, as all triggers.
 */
export const sqliteNameWords = `
CREATE VIRTUAL TABLE IF NOT EXISTS name_words_tri USING fts5(word, content='name_words', content_rowid='id', columnsize=0, detail=none, tokenize='trigram');
DROP TRIGGER IF EXISTS name_words_tri_new;
CREATE TRIGGER name_words_tri_new AFTER INSERT ON name_words BEGIN INSERT INTO name_words_tri (rowid, word) VALUES (NEW.id, NEW.word); END;
${['patients', 'patient_names'].flatMap((table) => [`INSERT ON ${table}`, `UPDATE OF family_key, given_key ON ${table}`].map((act) => `
DROP TRIGGER IF EXISTS ${triggerOf(table, act)};
CREATE TRIGGER ${triggerOf(table, act)} AFTER ${act} BEGIN
INSERT INTO name_words (word) SELECT NEW.family_key WHERE NOT EXISTS (SELECT 1 FROM name_words WHERE word = NEW.family_key);
INSERT INTO name_words (word) SELECT NEW.given_key WHERE NOT EXISTS (SELECT 1 FROM name_words WHERE word = NEW.given_key); END;`)).join('\n')}`

/** On PostgreSQL once for each statement; words in order, so that two writers wait for one another and never both. */
export const postgresNameWords = `
DO $$ BEGIN CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN OTHERS THEN RAISE EXCEPTION 'Portal Desk needs the PostgreSQL extension pg_trgm to find letters inside a name. Install it (it is in the contrib package) or let this database user create it. The server said: %', SQLERRM; END $$;
CREATE INDEX IF NOT EXISTS name_words_tri ON name_words USING gin (word gin_trgm_ops);
CREATE OR REPLACE FUNCTION note_name_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO name_words (word)
SELECT word FROM (SELECT family_key AS word FROM added UNION SELECT given_key FROM added) AS new_words
WHERE NOT EXISTS (SELECT 1 FROM name_words AS known WHERE known.word = new_words.word) ORDER BY word ON CONFLICT DO NOTHING;
RETURN NULL; END $$;
${['patients', 'patient_names'].flatMap((table) => ['INSERT', 'UPDATE'].map((act) => `
DROP TRIGGER IF EXISTS ${triggerOf(table, act)} ON ${table};
CREATE TRIGGER ${triggerOf(table, act)} AFTER ${act} ON ${table} REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_name_words();`)).join('\n')}`

/** What SQLite's index is asked for: every three letters in a row, all of which the word must have. */
export function trigramsOf(letters: string): string {
  const signs = [...letters]
  return signs.slice(2).map((_, at) => `"${signs.slice(at, at + 3).join('').replaceAll('"', '""')}"`).join(' AND ')
}

function triggerOf(table: string, act: string): string {
  return `${table}_words_${act.startsWith('INSERT') ? 'new' : 'changed'}`
}
