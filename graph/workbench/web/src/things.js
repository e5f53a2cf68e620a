/** Things of the graph by their names, as the server's search finds them: begun words and misspelt ones too. */

/** The likeliest things first: IRI, label, kind, and the address of their page. A search that nobody waits for any
 * more is let run: to break it off would cost the server a process. */
export async function findThings(text) {
  const answer = await fetch(`/search.json?${new URLSearchParams({ q: text })}`);
  return answer.ok ? answer.json() : [];
}
