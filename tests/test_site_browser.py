"""The pages of the site in a browser: found by typing, read by keys, light and dark; nothing hostile runs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect
from workbench_site import Site, Watched, site_of

WIDE: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 375, "height": 740}
HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(1)</script>"
PAGES = (
    "search?q=soros",
    "query?query=SELECT+*+{+%3Fa+mt:gaveTo+%3Fb+}",
    "query?query=SELECT+{",
    "page/nothing/here",
    "page/person/noah-phillips",
    "page/document/001",
    "page/contest/2018-06-05/us-06067/district-attorney",
    "page/county/us/06067",
    "browse/documents",
    "browse/people",
    "browse/contests",
    "browse/counties",
    "browse/findings",
    "vocabulary/Contribution",
)
"""Pages of every kind but those whose address is not the same in every build."""
expect.set_options(timeout=20_000)  # a busy machine is no failure


@pytest.fixture(scope="module")
def window(built: Path, bundle: Path, browser: Browser) -> Iterator[Watched]:
    """A window for all tests, with everything unwanted that happened in it."""
    with site_of(built, bundle) as site:
        context = browser.new_context(viewport=WIDE, color_scheme="dark")
        shown = Watched(context.new_page(), site)
        shown.watch()
        yield shown
        context.close()


@pytest.fixture
def pages(window: Watched) -> Iterator[Watched]:
    """The window; at the end nothing unwanted has happened."""
    window.unwanted.clear()
    yield window
    assert window.unwanted == []


def visit(pages: Watched, path: str) -> Site:
    """Go to a page."""
    pages.page.goto(pages.site.address + path)
    return pages.site


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(pages: Watched, path: str) -> None:
    """No breach of accessibility on any kind of page, light or dark; on a phone nothing sticks out."""
    visit(pages, path)
    for details in pages.page.locator("details").all()[:3]:
        details.evaluate("one => { one.open = true }")
    assert pages.breaches_in_both_themes() == []
    pages.page.set_viewport_size(PHONE)
    assert not pages.sticks_out()
    pages.page.set_viewport_size(WIDE)


@pytest.mark.parametrize("kind", ["ConsistencyFinding", "Claim", "PlainEdge", "Contribution"])
def test_axe_finds_nothing_on_what_is_derived(pages: Watched, kind: str) -> None:
    """Nor on the page of a finding, a claim, an edge and an event."""
    visit(pages, f"vocabulary/{kind}")
    pages.page.locator("main .hits a").first.click()
    expect(pages.page.locator(".kinds")).to_be_visible()
    assert pages.breaches_in_both_themes() == []


def test_a_name_is_found_as_it_is_typed(pages: Watched) -> None:
    """By keys alone: the first Tab skips to the content, the search offers things, and Enter opens one."""
    visit(pages, "browse/documents")
    pages.page.keyboard.press("Tab")
    expect(pages.page.locator(".skip")).to_be_focused()
    pages.page.keyboard.press("Tab")
    pages.page.keyboard.press("Tab")
    expect(pages.page.locator("#q")).to_be_focused()
    pages.page.keyboard.type("jones wrigt", delay=10)
    offered = pages.page.get_by_role("option")
    expect(offered.first).to_contain_text("Jones-Wright")
    pages.page.keyboard.press("ArrowDown")
    expect(pages.page.locator("#q")).to_have_attribute("aria-activedescendant", "q-0")
    assert pages.breaches("header") == []
    pages.page.keyboard.press("Enter")
    expect(pages.page.get_by_role("heading", level=1)).to_contain_text("Jones-Wright")


def test_a_page_works_without_a_script(pages: Watched, browser: Browser) -> None:
    """The search is a form, evidence opens, and everything else is there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{pages.site.address}page/person/noah-phillips")
    page.locator("summary").first.click()
    expect(page.locator("details[open] q").first).to_be_visible()
    page.locator("#q").fill("tuna")
    page.keyboard.press("Enter")
    expect(page.locator("main").get_by_role("link", name="Cari Tuna", exact=True)).to_be_visible()
    context.close()


def test_the_theme_that_is_picked_is_kept(pages: Watched) -> None:
    """On the next page and in the workbench as well."""
    visit(pages, "browse/people")
    pages.page.locator("#theme").click()
    visit(pages, "vocabulary/payer")
    assert pages.page.evaluate("document.documentElement.dataset.theme") == "light"
    visit(pages, "")
    expect(pages.page.locator("html[data-theme=light]")).to_have_count(1)


def test_a_mark_of_the_network_leads_to_its_evidence(pages: Watched) -> None:
    """A relation opens the edge with its claims, a name the page of its thing, and a claim its document."""
    visit(pages, "page/person/noah-phillips")
    pages.page.locator("svg.ties a", has_text="gave to").focus()
    pages.page.keyboard.press("Enter")
    expect(pages.page.locator(".triple")).to_have_text(re.compile("George Soros gave to Noah Phillips"))
    pages.page.locator(".claim summary").click()
    pages.page.get_by_role("link", name="document 001, paragraph 5").click()
    expect(pages.page.locator("#C001-029")).to_be_in_viewport()


def test_hostile_names_never_run(pages: Watched) -> None:
    """What the search offers, and what the address of a page says, stays text."""
    site = visit(pages, "browse/people")
    hit = {"iri": HOSTILE, "label": HOSTILE, "kind": HOSTILE, "href": "javascript:alert(1)"}
    site.made_up["/search.json?q=evil"] = [hit]
    pages.page.locator("#q").fill("evil")
    expect(pages.page.get_by_role("option").locator("span")).to_have_text(HOSTILE)
    visit(pages, f"search?q={HOSTILE}")
    expect(pages.page.get_by_role("heading", level=1)).to_contain_text(HOSTILE)
    assert pages.page.locator("main img, main script").count() == 0
