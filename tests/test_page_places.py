"""Map and timeline in a browser: what they show, what a click and a key open, and what the filters leave."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.page import to_html
from graph.rendering import make_picture

ID = "https://w3id.org/moneytrail/id/"


@pytest.fixture(scope="module")
def page(built: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page of the shipped sources, loaded once; it makes no request and no error."""
    file = tmp_path_factory.mktemp("places") / "page.html"
    file.write_text(to_html(make_picture(built)), "utf-8")
    said: list[str] = []
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: said.append(request.url))
    opened.goto(file.as_uri())
    opened.wait_for_selector("body[data-ready]")
    yield opened
    opened.close()
    assert [line for line in said if line != file.as_uri() and not line.startswith("blob:")] == []


def on_map(page: Page) -> None:
    """The map, with nothing selected and nothing filtered."""
    page.evaluate("location.hash = 'view=map'")
    expect(page.locator("svg.map .area").first).to_be_visible()


def on_timeline(page: Page) -> None:
    """The timeline of all times, with nothing selected."""
    page.evaluate("location.hash = 'view=timeline'")
    page.locator(".ranges button").first.click()
    expect(page.locator("svg.timeline .mark").first).to_be_visible()


def area(name: str) -> str:
    """The area of a place that can be chosen."""
    return f'.area.stop[aria-label^="{name}"]'


def overlaps(page: Page, selector: str) -> list[list[str]]:
    """Texts of a drawing that lie over each other."""
    return page.evaluate(
        """selector => {
          const boxOf = each => [each.textContent, each.getBoundingClientRect()];
          const boxes = [...document.querySelectorAll(selector)].map(boxOf);
          const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
            && a.top < b.bottom - 4 && b.top < a.bottom - 4;
          return boxes.flatMap(([name, one], place) =>
            boxes.slice(place + 1).filter(([, other]) => meet(one, other)).map(([other]) => [name, other]));
        }""",
        selector,
    )


def test_every_contest_is_on_the_map_or_named_as_not_on_it(page: Page) -> None:
    """Each place once, all of its contests beside it, and what has no boundary with a way to its evidence."""
    on_map(page)
    assert page.locator(".area.stop").count() == 13
    expect(page.locator(".map-head")).to_contain_text(
        "Not on the map, since no source names their counties: Orange-Osceola jurisdiction, Savannah"
    )
    assert page.locator(".callout .line.stop").count() == 16
    page.locator(".twin summary").click()
    assert page.locator(".twin tbody tr").count() == 18
    page.locator(".twin summary").click()
    assert overlaps(page, "svg.map .callout text") == []


def test_outcomes_differ_by_pattern_and_money_by_fill(page: Page) -> None:
    """No two looks share a pattern; a floor is solid, an amount that is only about is not."""
    on_map(page)
    fills = page.eval_on_selector_all(
        ".area.stop", "areas => areas.map(each => [each.classList[1], each.getAttribute('fill')])"
    )
    assert {look for look, _ in fills} == {"won", "lost", "open", "recalled"}
    assert all(fill == f"url(#look-{look})" for look, fill in fills)
    sacramento = page.locator(".callout", has_text="Sacramento")
    expect(sacramento).to_contain_text("Schubert won by ≥30 pts")
    expect(sacramento).to_contain_text("gifts ~$400k")
    expect(sacramento).to_contain_text("to committees ≥$650k")
    assert sacramento.locator(".money.sure").count() == 1
    assert sacramento.locator(".money.possible").count() == 1
    assert sacramento.locator(".money.open").count() == 1


def test_a_click_on_a_county_opens_it_and_on_a_line_its_contest(page: Page) -> None:
    """The panel shows the evidence, and the area stands out."""
    on_map(page)
    page.locator(area("San Diego County")).click()
    expect(page.locator("#panel h2")).to_have_text("San Diego County")
    expect(page.locator(area("San Diego County"))).to_have_class("area won stop lit")
    page.locator(".callout", has_text="Alameda").locator(".line", has_text="2024 Price recalled").click()
    expect(page.locator("#panel h2")).to_have_text("Recall of Price, Alameda County")


def test_keys_walk_from_county_to_county_and_its_contests(page: Page) -> None:
    """Enter opens what has the focus; every county and contest is on the way."""
    on_map(page)
    page.locator(area("San Bernardino County")).focus()
    walked = []
    for _ in range(29):
        walked.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        page.keyboard.press("ArrowRight")
    assert len(set(walked)) == 29
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == walked[0]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("DA contest, San Bernardino County, June 2018")


def test_filters_hold_on_the_map(page: Page) -> None:
    """Without the source of 2018 its contests are gone, and what is left is told."""
    on_map(page)
    page.evaluate("location.hash = 'view=map&hide=source%2F003'")
    expect(page.locator(area("Macomb County"))).to_have_count(0)
    expect(page.locator(area("Sacramento County"))).to_have_count(1)


def test_what_has_no_date_is_told_with_its_number(page: Page) -> None:
    """It stands at the day it was told, apart from what has a date, and is listed."""
    on_timeline(page)
    summary = page.locator(".time-foot summary")
    expect(summary).to_have_text("Without a date: 8 gifts, 10 expenditures, 4 events")
    summary.click()
    page.get_by_role("button", name="George Soros gave to Noah Phillips").click()
    expect(page.locator("#panel")).to_contain_text("about $400,000")
    summary.click()


def test_spans_are_drawn_as_spans(page: Page) -> None:
    """A year is as wide as a year, and a day is none; no text lies over another."""
    on_timeline(page)
    year = page.locator(".mark", has_text="removed Monique Worrell").locator("rect.span")
    tenth = page.locator(".time-view > svg").bounding_box()["width"] / 10  # type: ignore[index]
    assert year.bounding_box()["width"] > tenth  # type: ignore[index]
    assert page.locator(".mark", has_text="Pamela Price recalled").locator("rect.span").count() == 0
    assert overlaps(page, ".time-view > svg .mark text, .time-view > svg .title") == []


def test_a_part_of_the_time_is_shown_alone_and_filters_the_page(page: Page) -> None:
    """The months around an election show its contests one by one; All brings everything back."""
    on_timeline(page)
    expect(page.locator(".mark.election", has_text="9 contests")).to_have_count(1)
    page.get_by_role("button", name="Aug–Dec 2024").click()
    expect(page.locator(".mark.election")).to_have_count(9)
    expect(page.locator(".mark.election", has_text="Los Angeles: Nathan Hochman won")).to_have_count(1)
    assert page.locator(".handle.from").get_attribute("aria-valuetext") == "2024-08-22"
    page.locator(".handle.from").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".handle.from")).to_have_attribute("aria-valuetext", "2024-07-08")
    page.get_by_role("button", name="All", exact=True).click()
    expect(page.locator(".mark.election", has_text="9 contests")).to_have_count(1)


def test_a_part_can_be_drawn_with_the_pointer(page: Page) -> None:
    """A drag over the strip shows that time; a click shows all."""
    on_timeline(page)
    strip = page.locator("svg.overview").bounding_box()
    assert strip is not None
    middle = strip["y"] + strip["height"] / 2
    page.mouse.move(strip["x"] + 20, middle)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] / 3, middle, steps=3)
    page.mouse.up()
    expect(page.locator(".mark.poll")).to_have_count(0)
    page.mouse.click(strip["x"] + strip["width"] / 2, middle)
    expect(page.locator(".mark.poll")).to_have_count(1)


def test_a_happening_opens_its_claims(page: Page) -> None:
    """A poll is no mark of the network, and still shows who says so; several of one mark are listed."""
    on_timeline(page)
    page.locator(".mark.poll").click()
    expect(page.locator("#panel h2")).to_contain_text("UC Berkeley poll on the LA DA race: undecided 28%")
    assert page.locator("#panel .card .where").count() == 7
    page.locator(".mark", has_text="9 contests").focus()
    page.keyboard.press("Enter")
    assert page.locator("#panel .several li").count() == 9
    page.locator("#panel .several li").first.get_by_role("button").click()
    expect(page.locator("#panel h2")).to_have_text("Prosecutor contest, Maricopa County, November 2024")


def test_counts_are_told_with_their_bounds(page: Page) -> None:
    """A share that is only bounded is open to the top."""
    on_timeline(page)
    track = page.locator(".track", has_text="San Diego 2018")
    expect(track).to_contain_text(">60 % Summer Stephan")
    expect(track).to_contain_text("36 % Geneviéve Jones-Wright")
    assert track.locator(".possible").count() == 1
    track.locator(".stop", has=page.locator(".possible")).click()
    expect(page.locator("#panel .chip.kind")).to_have_text("Count")
    expect(page.locator("#panel .card .where")).to_have_count(1)


def test_both_views_fit_a_phone(page: Page) -> None:
    """Nothing is wider than the screen."""
    page.set_viewport_size({"width": 390, "height": 780})
    for view in (on_map, on_timeline):
        view(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.locator(".view:visible svg").nth(1).bounding_box()["width"] <= 390  # type: ignore[index]
    page.set_viewport_size({"width": 1440, "height": 900})
