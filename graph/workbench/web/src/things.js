/** Things of the graph by their names, as the server's search finds them: begun words and misspelt ones too. */

/** The likeliest things first: IRI, label, kind, and the address of their page. */
export async function findThings(text, signal) {
  const answer = await fetch(`/search.json?${new URLSearchParams({ q: text })}`, { signal });
  return answer.ok ? answer.json() : [];
}
