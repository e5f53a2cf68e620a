"""A page in the browser, watched, and a made-up picture for it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page

from graph.picture import (
    ClaimCard,
    Column,
    DocumentCard,
    Edge,
    FindingCard,
    Interval,
    Node,
    Picture,
    Quotation,
)

BASE = "https://example.org/id/"


def claim(key: str, gloss: str, document: str = "d1", *, positive: bool = True) -> ClaimCard:
    """A claim of a made-up document."""
    return ClaimCard(
        key, BASE + key, document, 3, 120, 180, "handed over a sum", "Ada Quill", "gave to", "Bridge Fund",
        gloss, positive, ("asserted",), ("document d1", "Harbour Gazette", "a spokesman"),
    )  # fmt: skip


def node(name: str, label: str, column: Column, **more: Any) -> Node:
    """A node of a made-up place."""
    return Node(BASE + name, label, more.pop("kind", "Person"), column, **more)


def edge(number: int, source: str, target: str, relation: str, label: str, family: str, **more: Any) -> Edge:
    """An edge between two of the nodes."""
    claims = more.pop("claims", ("c1",))
    return Edge(
        f"{BASE}e{number}", BASE + source, BASE + target, relation, label, family, claims=claims, **more
    )


MORE_THAN = Interval(Decimal(1500000), low_open=True, text="more than $1.5 million")
EXACTLY = Interval(Decimal(20000), Decimal(20000), text="$20,000")
NODES = (
    node(
        "quill", "Ada Quill", Column.DONORS,
        money_out=MORE_THAN, facts=(("Also written as", "A. Quill"),), claims=("c1", "c4", "denied"),
    ),
    node("wharf", "Wharf Holdings", Column.DONORS, kind="Company"),
    node("bridge", "Bridge Fund", Column.COMMITTEES, kind="Committee", money_in=MORE_THAN),
    node("tamar", "Tamár Voss", Column.CANDIDATES, kind="Candidate", subtitle="Prosecutor, Alder County"),
    node("osei", "Kwame Osei", Column.CANDIDATES, kind="Candidate"),
    node("alder", "Alder County", Column.COUNTIES, kind="County"),
    node("birch", "Birch County", Column.COUNTIES, kind="County"),
    node("contest1", "Prosecutor, Alder, 2030", Column.OUTCOMES, kind="Contest"),
    node("contest2", "Prosecutor, Birch, 2034", Column.OUTCOMES, kind="Contest"),
)  # fmt: skip
FIRST, SECOND = BASE + "contest1", BASE + "contest2"
EDGES = (
    edge(
        1, "quill", "bridge", "gaveTo", "gave to", "money",
        amount=MORE_THAN, claims=("c1", "c2"), how_sure="Said by 2 documents of 1 origin.",
    ),
    edge(2, "quill", "tamar", "backed", "backed", "support", claims=("c2",)),
    edge(
        3, "quill", "tamar", "gaveTo", "gave to", "money",
        amount=EXACTLY, hedges=("reported",), claims=("c3",),
    ),
    edge(4, "quill", "tamar", "linkedTo", "linked to", "tie", claims=("c2",)),
    edge(5, "bridge", "osei", "spentAgainst", "spent against", "opposition", amount=EXACTLY, claims=("c2",)),
    edge(6, "tamar", "alder", "ranIn", "ran in", "candidacy", contest=FIRST),
    edge(7, "alder", "contest1", "heldIn", "held", "outcome", contest=FIRST),
    edge(8, "tamar", "contest1", "won", "won", "candidacy", result="won", contest=FIRST),
    edge(9, "osei", "contest1", "lost", "lost", "candidacy", result="lost", contest=FIRST),
    edge(10, "osei", "birch", "ranIn", "ran in", "candidacy", contest=SECOND),
    edge(11, "birch", "contest2", "heldIn", "held", "outcome", contest=SECOND),
    edge(12, "osei", "contest2", "won", "won", "candidacy", result="won", contest=SECOND),
    edge(13, "wharf", "bridge", "gaveTo", "gave to", "money", amount=EXACTLY, claims=("c3",)),
)  # fmt: skip
CLAIMS = (
    replace(
        claim("c1", "Quill paid the fund a large sum"), quantity="over 1.5 million", note="Only one year"
    ),
    replace(
        claim("c2", "Quill stood behind Voss"),
        quotation=Quotation("Last year ", "she handed over a sum to Voss", " in the harbour."),
    ),
    replace(claim("c3", "Money is said to have gone to Voss", "d2"), modality=("reported", "attributed")),
    claim("c4", "Quill was seen at a rally"),
    claim("denied", "Quill paid Osei", positive=False),
)
DOCUMENTS = (
    DocumentCard(
        "d1", BASE + "d1", "A report on Alder", "Harbour Gazette", "2030-06-02", "Gazette", "ab" * 32
    ),
    DocumentCard("d2", BASE + "d2", "A later report", "Birch Post", "2034-06-02", "Post", "cd" * 32),
)
FINDINGS = (
    FindingCard(
        "R01-aa", BASE + "f1", "contradiction", "alarm", "contradiction", "R01", "Part against count",
        "A majority and twelve of 25 cannot both hold.", "12/25 = 48 percent", "high", "", "Both stand.",
        ("c2", "c4"), ("Ada Quill",), ("A law of Alder",),
    ),
    FindingCard(
        "R04-bb", BASE + "f2", "confirmed", "agreement", "confirmed", "R04", "Ratio against share",
        "The share fits the ratio.", "65/35 = 1.86 : 1", "high", "", "Both stand.", ("c1",), ("Ada Quill",),
    ),
)  # fmt: skip
SAMPLE = Picture(
    "Harbour money", "Made-up data", NODES, EDGES,
    {card.key: card for card in CLAIMS}, {card.key: card for card in DOCUMENTS}, FINDINGS,
)  # fmt: skip


@dataclass
class Screen:
    """A page in the browser, with everything that must not happen to it."""

    page: Page
    address: str
    unwanted: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note errors, dialogs and requests other than for the file itself."""
        self.page.on("pageerror", lambda error: self.unwanted.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: self.unwanted.append(f"dialog: {dialog.message}"))
        self.page.on("console", lambda line: self.unwanted.append(f"console: {line.text}"))
        self.page.on("request", lambda request: self._note_request(request.url))

    def _note_request(self, url: str) -> None:
        if url.split("#", maxsplit=1)[0] != self.address and not url.startswith(("data:", "blob:")):
            self.unwanted.append(f"request: {url}")

    def open(self, hash_part: str = "") -> "Screen":
        """Open the page, with a hash if given, and wait until it can be used."""
        self.page.goto(self.address + hash_part)
        self.page.wait_for_selector("body[data-ready]")
        return self

    def select(self, name: str) -> None:
        """Select a node or edge through the address."""
        self.page.evaluate("iri => { location.hash = new URLSearchParams({select: iri}) }", BASE + name)
        self.page.wait_for_function("iri => moneytrail.standingOut().includes(iri)", arg=BASE + name)

    def click_mark(self, name: str) -> None:
        """Click where a node or edge stands on the screen."""
        place = self.page.evaluate("iri => moneytrail.placeOf(iri)", BASE + name)
        self.page.mouse.click(place["x"], place["y"])

    @property
    def panel(self) -> Locator:
        """The panel on the right."""
        return self.page.locator("#panel")

    @property
    def counts(self) -> Locator:
        """The line that says how much is shown."""
        return self.page.locator("#counts")


def new_screen(browser: Browser, file: Path, **settings: Any) -> Screen:
    """A watched page of its own, not yet opened."""
    context = browser.new_context(**{"viewport": {"width": 1600, "height": 950}, **settings})
    context.set_default_timeout(8000)
    screen = Screen(context.new_page(), file.as_uri())
    screen.watch()
    return screen


def afresh(window: Screen) -> Iterator[Screen]:
    """A page opened anew in a window; fails if it then did anything unwanted."""
    window.page.goto("about:blank")
    window.unwanted.clear()
    yield window.open()
    window.page.emulate_media(media="screen")
    assert window.unwanted == []


def saved(screen: Screen, button: str) -> bytes:
    """What a save button saves."""
    with screen.page.expect_download() as download:
        screen.page.click(button)
    return Path(download.value.path()).read_bytes()
