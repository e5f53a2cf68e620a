"""Queries that run on: each would take minutes at least, or all memory, over any graph of some size."""

ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
PAIR = "?a ?b ?c . ?d ?e ?f"
STEP = "(!mt:none|^!mt:none)"
DIGITS = " ".join(map(str, range(10)))
NUMBERS = " ".join(f"VALUES ?{name} {{ {DIGITS} }}" for name in "abcdefghijkl")
RUNAWAYS = {
    "a product of three, counted": f"SELECT (COUNT(*) AS ?n) {{ {ALL} }}",
    "a product of three, written": f"SELECT * {{ {ALL} }}",
    "a product of three, sorted": f"SELECT * {{ {ALL} }} ORDER BY ?i ?a",
    "a product of three, distinct": f"SELECT DISTINCT ?a ?f ?i {{ {ALL} }}",
    "a product of three, grouped": f"SELECT ?a ?h (COUNT(?f) AS ?n) {{ {ALL} }} GROUP BY ?a ?h",
    "a product and a sum": f"SELECT (SUM(STRLEN(STR(?c)) + STRLEN(STR(?i))) AS ?n) {{ {ALL} }}",
    "a product joined to one text": f"SELECT (GROUP_CONCAT(?c) AS ?t) {{ {PAIR} }}",
    "a product asked for what is not": f"ASK {{ {ALL} FILTER(STRLEN(?c) + STRLEN(?f) < STRLEN(?i) - 9999) }}",
    "a product with an offset": f"SELECT * {{ {ALL} }} OFFSET 1000000000000 LIMIT 1",
    "a product in a CONSTRUCT": f"CONSTRUCT {{ ?a ?e ?i }} {{ {ALL} }}",
    "a product described": f"DESCRIBE ?a ?d ?g {{ {ALL} }}",
    "a product within a product": f"SELECT (COUNT(*) AS ?n) {{ {{ SELECT * {{ {PAIR} }} }} ?g ?h ?i }}",
    "a product of graphs": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } ?x ?y ?z }",
    "a product of options": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f } OPTIONAL { ?g ?h ?i }}",
    "a product of unions": "SELECT (COUNT(*) AS ?n) { { ?a ?b ?c } UNION { ?d ?b ?c } { ?e ?f ?g } UNION"
    " { ?h ?i ?g } ?j ?k ?l }",
    "texts compared, each with each": f"SELECT (COUNT(*) AS ?n) {{ {PAIR} FILTER(STR(?c) < STR(?f)) }}",
    "texts matched, each with each": f"SELECT (COUNT(*) AS ?n) {{ {PAIR} FILTER(REGEX(STR(?c), STR(?d))) }}",
    "texts replaced, each with each": f"SELECT (MAX(REPLACE(STR(?c), STR(?e), STR(?f))) AS ?n) {{ {PAIR} }}",
    "digests of each with each": f"SELECT (MAX(SHA512(CONCAT(STR(?c), STR(?f)))) AS ?n) {{ {PAIR} }}",
    "not there, each with each": f"SELECT (COUNT(*) AS ?n) {{ {PAIR} FILTER NOT EXISTS {{ ?c ?x ?f }} }}",
    "without, each with each": f"SELECT (COUNT(*) AS ?n) {{ {PAIR} MINUS {{ ?a ?x ?i . ?d ?y ?i }} }}",
    "sorted by what is worked out": f"SELECT ?a {{ {PAIR} }} ORDER BY MD5(CONCAT(STR(?c), STR(?f)))",
    "any path, counted": f"SELECT (COUNT(*) AS ?n) {{ ?a {STEP}* ?b }}",
    "any path, written": f"SELECT * {{ ?a {STEP}+ ?b . ?c ?d ?e }}",
    "two paths that meet": f"SELECT (COUNT(*) AS ?n) {{ ?a {STEP}+ ?b . ?c {STEP}+ ?b }}",
    "a path in a path": f"SELECT (COUNT(*) AS ?n) {{ ?a ({STEP}/{STEP})*/{STEP}+ ?b . ?x ?y ?z }}",
    "twelve digits": f"SELECT (COUNT(*) AS ?n) {{ {NUMBERS} }}",
    "twelve digits, distinct": f"SELECT DISTINCT * {{ {NUMBERS} }} ORDER BY ?a",
    "twelve digits, filtered": f"SELECT * {{ {NUMBERS} FILTER(?a + ?b + ?l > 100) }}",
    "texts that grow": "SELECT (MAX(STRLEN(?z)) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
    " BIND(CONCAT(STR(?c), STR(?f), STR(?i), STR(?a), STR(?d)) AS ?z) }",
}
