/** Practitioners of the feeds, and who stands in for whom. */
export const clinicians = {
  practitioners: {
    parts: 'Practitioners, loose ends and cover', list: 'Practitioners', loose: 'Loose ends', covers: 'Cover',
    under: 'Who the feeds say ordered and looks after, and which colleague that is. The NPI decides; where it cannot, a person does.',
    search: 'Name or NPI', name: 'Practitioner', npi: 'NPI', specialty: 'Specialty', site: 'Site', who: 'Here', act: 'Match', source: 'From',
    nobody: 'No practitioner yet', nobody_text: 'They come with the first import.', not_found: 'No practitioner of that name or NPI',
    how: { npi: 'by NPI', hand: 'by hand', apart: 'nobody here' }, not_known: 'Not matched',
    match: 'Match…', match_title: 'Which colleague is %{name}?', match_do: 'This is the colleague', apart: 'Nobody here', matched: 'Matched', set_apart: 'Kept: nobody here',
    hangs: '%{teams} in care teams, %{orders} orders', ties: 'Depends on it', roles: 'Works as', gives: 'The colleague gets these ties, and with them the results that wait.',
    same_npi: 'The same NPI', by: '%{how}, %{name}', candidate: 'Colleague', candidate_filter: 'Narrow by name', no_candidate: 'No clinician of that name',
    dangling: {
      'practitioner-unmatched': 'Matched with no colleague: nobody gets what waits.',
      'npi-ambiguous': 'One feed gives this NPI to two names. Say which of them is a colleague.',
      'npi-differs': 'Matched by hand, but the two NPIs differ now.',
      'nobody-covers': 'The colleague has left and nobody stands in.',
      'cover-idle': 'Stands in, but can no longer act.',
    },
    dangling_heading: 'What is loose', about: 'Colleague', all_tied: 'No loose ends', all_tied_text: 'Every order and every care team leads to somebody who can act.',
    more_loose: 'The first %{shown}. More follow as these are settled.',
    set_cover: 'Set cover…', set_cover_title: 'Who stands in?', set_do: 'Set cover', set_done: 'Cover set', away: 'Away', stands_in: 'Stands in', from: 'From', until: 'Until', ending: 'End',
    first_day: 'First day away', last_day: 'Last day away', whole_days: 'Whole days, by the practice’s clock. Today counts from now.', choose: 'Choose…',
    set_by: 'Set by', state: 'State', states: { running: 'Now', 'to-come': 'To come', over: 'Over' }, end: 'End now…', call_off: 'Call off…', end_title: 'End this cover',
    end_effect: 'From now on %{covering} no longer stands in for %{absent}.', ended: 'Cover ended', no_cover: 'Nobody stands in for anybody',
    no_cover_text: 'Whoever will be away sets it for a time; a practice manager does it for anybody.',
    you_cover: 'You stand in for %{name}', covers_you: '%{name} stands in for you', your_cover: 'Cover', nobody_away: 'You stand in for nobody', to_cover: 'Set or end cover',
    until_at: 'until', from_at: 'from',
  },
}
