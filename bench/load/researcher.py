"""Twenty queries of a researcher over rows of contributions and the claims of articles."""

QUERIES = {
    "one thing": "SELECT ?p ?o { <person/cari-tuna> ?p ?o }",
    "whom one gave to": "SELECT ?to { <person/george-soros> mt:gaveTo ?to }",
    "what kind it is": "ASK { <person/noah-phillips> a mt:Person }",
    "one thing whole": "CONSTRUCT WHERE { <person/george-soros> ?p ?o }",
    "things by a name": 'SELECT ?thing { ?thing rdfs:label "George Soros" }',
    "claims of a document": """
      SELECT ?claim ?n { ?claim mt:document <document/001> ; mt:paragraphNumber ?n }
    """,
    "how many triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "kinds counted": "SELECT ?kind (COUNT(*) AS ?n) { ?s a ?kind } GROUP BY ?kind",
    "contributions added up": """
      SELECT (SUM(?amount) AS ?sum) { ?row a mt:Contribution ; mt:amount ?amount }
    """,
    "new money": """
      SELECT (SUM(?amount) AS ?sum) { ?row a mt:Contribution ; mt:amount ?amount OPTIONAL {
      ?row mt:notNewMoney ?mark } FILTER(!BOUND(?mark)) }
    """,
    "by committee": """
      SELECT ?to (SUM(?amount) AS ?sum) (COUNT(?row) AS ?n) { ?row a mt:Contribution ;
      mt:payee ?to ; mt:amount ?amount } GROUP BY ?to ORDER BY DESC(?sum) ?to
    """,
    "by state": """
      SELECT ?state (SUM(?amount) AS ?sum) { ?row a mt:Contribution ; mt:payer ?who ;
      mt:amount ?amount . ?who mt:stateCode ?state } GROUP BY ?state ORDER BY ?state
    """,
    "by year": """
      SELECT ?year (SUM(?amount) AS ?sum) { ?row a mt:Contribution ; mt:amount ?amount ;
      mt:date ?day BIND(YEAR(?day) AS ?year) } GROUP BY ?year ORDER BY ?year
    """,
    "the largest": """
      SELECT ?row ?who ?amount { ?row a mt:Contribution ; mt:payer ?who ; mt:amount ?amount }
      ORDER BY DESC(?amount) ?row LIMIT 100
    """,
    "donors of several": """
      SELECT ?who (COUNT(DISTINCT ?to) AS ?n) { ?row a mt:Contribution ; mt:payer ?who ;
      mt:payee ?to } GROUP BY ?who HAVING(COUNT(DISTINCT ?to) > 1) ORDER BY DESC(?n) ?who
      LIMIT 100
    """,
    "a name in any spelling": """
      SELECT ?who ?name { ?who rdfs:label ?name FILTER(CONTAINS(LCASE(?name), "smith")) }
      ORDER BY ?who
    """,
    "reported twice": """
      SELECT ?row ?other ?amount { ?row mt:alsoReportedAs ?other ; mt:amount ?amount } ORDER
      BY ?row
    """,
    "without a date": """
      SELECT (COUNT(*) AS ?n) { ?row a mt:Contribution FILTER NOT EXISTS { ?row mt:date ?day }
      }
    """,
    "rows of a file": """
      SELECT ?row ?line { ?row mt:sourceFile ?file ; mt:line ?line FILTER(?line < 1000) }
      ORDER BY ?line ?row
    """,
    "who says so": "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
}
