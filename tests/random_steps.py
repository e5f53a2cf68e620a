"""Random steps by which a group of patterns grows: what follows its first patterns."""

from collections.abc import Callable

from random_sample import LINKS, MIXED, property_of
from random_stars import Group, Stars

from ontology import TABLES

PATHS = (
    *("mt:gaveTo+", "mt:gaveTo*", "mt:gaveTo/mt:gaveTo", "mt:gaveTo?", "mt:gaveTo|^mt:gaveTo", "mt:partOf+"),
    *("rdfs:label|mt:title", "mt:gaveTo/rdfs:label", "(mt:gaveTo|mt:partOf)*", "^mt:payee/mt:amount"),
    *("mt:dataset/mt:title", "mt:partOf*/rdfs:label", "mt:stateCode|mt:city", "^mt:payee|^mt:payer"),
    *("mt:filer?", "mt:dataset?/rdfs:label", "!(rdfs:label|a)", "^mt:payer/mt:payee"),
    *("(^mt:payee|^mt:filer)/(mt:amount|mt:filedOn)", "mt:payee|mt:payer", "(mt:payee|mt:payer)/mt:city"),
)


def optional(stars: Stars, at: Group, depth: int) -> str:
    """OPTIONAL, at times with a filter that may look outside, or with another in it."""
    group = stars.within(at, stars.random.randint(1, 2))
    text = stars.with_known(at, group)
    if depth > 0 and stars.chance(0.25):
        text += f" {optional(stars, group, depth - 1)}"
    if stars.chance(0.3):
        text += f" FILTER{stars.truth({**at.typed, **group.typed})}"
    at.typed |= group.typed
    return f"OPTIONAL {{ {text} }}"


def linked(stars: Stars, at: Group, _: int) -> str:
    """What is told of a thing that is named."""
    ids = [name for name, kind in at.typed.items() if kind == "id"]
    if not ids:
        return ""
    name, new = stars.random.choice(ids), stars.name("l")
    at.typed[new] = MIXED
    if stars.chance(0.3):
        return f"?{name} {_path(stars)} ?{new} ."
    link = stars.random.choice((*LINKS, "^mt:gaveTo"))
    at.typed[new] = "id" if link == "^mt:gaveTo" else stars.of.kinds[link]
    return f"?{name} {link} ?{new} ."


def _path(stars: Stars) -> str:
    """A path through the store, and at times through rows."""
    return stars.random.choice(PATHS)


def joined(stars: Stars, at: Group, _: int) -> str:
    """Patterns on another subject that meet a value."""
    ids = [name for name, kind in at.typed.items() if kind in ("id", "text")]
    if not ids:
        return ""
    value = stars.random.choice(ids)
    columns = [one for one in stars.of.values if stars.of.kinds[property_of(*one)] == at.typed[value]]
    table, column = stars.random.choice(columns)
    group = Group("", table, f"?{stars.name('j')}")
    group.typed[group.subject[1:]] = "id"
    text = f"{stars.star(group, 1)} {group.subject} {property_of(table, column)} ?{value} ."
    at.typed |= group.typed
    return text


def filtered(stars: Stars, at: Group, _: int) -> str:
    """FILTER."""
    return f"FILTER{stars.truth(at.typed)}"


def bound(stars: Stars, at: Group, _: int) -> str:
    """BIND."""
    name = stars.name("b")
    text = stars.expressions.any(at.typed or {"unbound": "text"})
    at.typed[name] = MIXED
    return f"BIND({text} AS ?{name})"


def exists(stars: Stars, at: Group, depth: int) -> str:
    """EXISTS, NOT EXISTS or MINUS, at times with a filter that looks outside."""
    word = stars.random.choice(("FILTER NOT EXISTS", "FILTER EXISTS", "MINUS"))
    group = stars.within(at, 1)
    test = f" FILTER{stars.truth({**at.typed, **group.typed})}" if stars.chance(0.3) else ""
    if depth > 0 and stars.chance(0.1):
        test += f" {optional(stars, group, 0)}"
    return f"{word} {{ {stars.with_known(at, group)}{test} }}"


def union(stars: Stars, at: Group, depth: int) -> str:
    """UNION of properties, in the same variable at times."""
    branches = []
    common, kinds = stars.name("u"), set()
    for _ in range(stars.random.randint(2, 3)):
        group = stars.within(at, 1)
        if stars.chance(0.6):
            column = stars.columns(group.table, 1)[0]
            prop = property_of(group.table, column)
            group.text = f"{group.subject} {prop} ?{common} ."
            kinds.add(stars.of.kinds[prop])
        if stars.chance(0.2):
            group.text += f" FILTER{stars.truth({**at.typed, **group.typed})}"
        if depth > 0 and stars.chance(0.1):
            group.text += f" {optional(stars, group, 0)}"
        at.typed |= group.typed
        branches.append(f"{{ {group.text} }}")
    at.typed[common] = kinds.pop() if len(kinds) == 1 else MIXED
    return " UNION ".join(branches)


def values(stars: Stars, at: Group, _: int) -> str:
    """VALUES of a property, at times with UNDEF."""
    column, other = (stars.columns(at.table, 1)[0] for _ in range(2))
    one, two, prop = stars.name("w"), stars.name("w"), property_of(at.table, column)
    told, more = stars.of.values[at.table, column], stars.of.values[at.table, other]
    at.typed[one] = stars.of.kinds[prop]
    if stars.chance(0.3):
        at.typed[two] = MIXED
        rows = [f"({stars.random.choice(told)} {stars.random.choice((*more, 'UNDEF'))})" for _ in range(2)]
        return f"VALUES (?{one} ?{two}) {{ {' '.join(rows)} }} {at.subject} {prop} ?{one} ."
    some = [*stars.random.sample(told, k=min(2, len(told))), *(["UNDEF"] if stars.chance(0.1) else [])]
    return f"VALUES ?{one} {{ {' '.join(some)} }} {at.subject} {prop} ?{one} ."


def inner(stars: Stars, at: Group, _: int) -> str:
    """A SELECT within, on a variable outside."""
    ids = [name for name, kind in at.typed.items() if kind == "id"]
    if not ids:
        return ""
    name, new = stars.random.choice(ids), stars.name("n")
    table = stars.random.choice(sorted(stars.of.subjects))
    columns = [one for one in stars.columns(table, 9) if TABLES[table].columns[one].kind == "id"]
    if not columns:
        return ""
    body = f"?{stars.name('i')} {property_of(table, columns[0])} ?{name}"
    at.typed[new] = "integer"
    kind = stars.random.random()
    if kind < 0.5:
        return f"{{ SELECT ?{name} (COUNT(*) AS ?{new}) {{ {body} }} GROUP BY ?{name} }}"
    at.typed.pop(new)
    distinct = "DISTINCT " if kind < 0.75 else ""
    limit = f" LIMIT {stars.random.randint(1, 5)}" if stars.chance(0.6) else ""
    order = f"ORDER BY {'DESC' if kind > 0.9 else ''}(?{name})"
    return f"{{ SELECT {distinct}?{name} {{ {body} }} {order}{limit} }}"


def nested(stars: Stars, at: Group, _: int) -> str:
    """A group in braces with a filter of its own."""
    group = stars.within(at, 1)
    at.typed |= group.typed
    return f"{{ {group.text} FILTER{stars.truth(group.typed)} }}"


def in_graph(stars: Stars, at: Group, _: int) -> str:
    """Patterns on named graphs."""
    ids = [name for name, kind in at.typed.items() if kind == "id"]
    subject = f"?{stars.random.choice(ids)}" if ids else f"?{stars.name('g')}"
    name, graph = stars.name("g"), stars.name("g")
    at.typed |= {name: MIXED, graph: "id"}
    link = stars.random.choice(("rdfs:label", "mt:gaveTo", "mt:amount", "mt:payee", "?p"))
    where = stars.random.choice((f"?{graph}", f"?{graph}", "<graph/some>"))
    return f"GRAPH {where} {{ {subject} {link} ?{name} }}"


def anything(stars: Stars, at: Group) -> str:
    """A variable for a property, with its values told at times."""
    prop, value = stars.name("p"), stars.name("o")
    at.typed |= {prop: "code", value: MIXED}
    names = [property_of(at.table, column) for column in stars.columns(at.table, 2)]
    told = f"VALUES ?{prop} {{ {' '.join(names)} }} " if stars.chance(0.8) else ""
    return f"{told}{at.subject} ?{prop} ?{value} ."


Step = Callable[[Stars, Group, int], str]
FLAT: tuple[Step, ...] = (
    *(linked, linked, joined, filtered, filtered, filtered, bound),
    *(values, exists, nested, optional),
)
STEPS: tuple[Step, ...] = (*FLAT, *FLAT, *(optional, optional, exists, union, union, inner, in_graph))
