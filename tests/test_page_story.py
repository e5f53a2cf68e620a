"""Stories, the flow view and frames in a real browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from graph.rendered import RenderedPage

STORY = Path(__file__).parent.parent / "docs" / "examples" / "story.yaml"
STEPS = 5
ID = "https://w3id.org/moneytrail/id/"


@pytest.fixture(scope="module")
def told(built: Path) -> "RenderedPage":
    """The page of the example story, made to stand in a frame."""
    return render(built, story=STORY, embed=True)


@pytest.fixture(scope="module")
def address(told: "RenderedPage", tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where it was saved."""
    return told.save(tmp_path_factory.mktemp("story") / "story.html").as_uri()


@pytest.fixture(scope="module")
def page(browser: "Browser") -> "Iterator[Page]":
    """A page that fails the test on any error in it."""
    opened = browser.new_page(viewport={"width": 1200, "height": 800})
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    yield opened
    assert errors == []
    opened.close()


def open_at(page: "Page", address: str, hash_: str = "") -> None:
    """Open a page anew."""
    page.goto("about:blank")
    page.goto(f"{address}{hash_}")
    page.wait_for_selector("body[data-ready]")


def heading(page: "Page") -> str:
    """What the step is called."""
    return page.locator("#story h2").inner_text()


def test_a_story_is_clicked_and_keyed_through(page: "Page", address: str, told: "RenderedPage") -> None:
    """Next, back and arrow keys; each step has its own view, relationships and open evidence."""
    assert told.picture.story is not None
    steps = told.picture.story.steps
    assert len(steps) == STEPS
    open_at(page, address)
    assert page.locator("#story .quiet").inner_text() == "1 of 5"
    assert page.get_by_role("button", name="Step before").is_disabled()
    for number, step in enumerate(steps, 1):
        assert heading(page) == step.title
        counts = page.locator("#counts").inner_text()
        assert f" {len(step.edges)} of {len(told.picture.edges)} relationships" in counts
        assert page.locator(f"#view-{step.view}").is_visible()
        names = {node.iri: node.label for node in told.picture.nodes}
        assert page.locator("#panel h2").inner_text() == names.get(step.select, "Overview")
        if number % 2:
            page.keyboard.press("ArrowRight")
        else:
            page.get_by_role("button", name="Next step").click()
            page.locator("#story").focus()
    assert page.get_by_role("button", name="Next step").is_disabled()
    page.keyboard.press("ArrowLeft")
    assert heading(page) == steps[STEPS - 2].title
    page.get_by_role("button", name="Leave the story").click()
    assert f"{len(told.picture.edges)} of {len(told.picture.edges)} relationships" in page.inner_text(
        "#counts"
    )


def test_a_link_to_a_step_opens_it(page: "Page", address: str) -> None:
    """With its view, and with what a reader selected in it."""
    open_at(page, address, "#step=4")
    assert heading(page) == "How much, as far as it is told"
    assert page.locator("#view-flow").is_visible()
    page.locator("#flow [role=button]", has=page.locator("title", has_text="Cari Tuna gave to")).first.click()
    link = page.url.partition("#")[2]
    open_at(page, address, f"#{link}")
    assert heading(page) == "How much, as far as it is told"
    assert "Cari Tuna gave to" in page.locator("#panel").inner_text().replace("\n", " ")


def test_flows_open_their_evidence_by_key(page: "Page", address: str) -> None:
    """One stop of the tabulator, arrow keys from there, Enter opens; what is apart is never in a flow."""
    open_at(page, address, "#step=0&view=flow")
    items = page.locator('#flow [role="button"]')
    assert page.locator('#flow [tabindex="0"]').count() == 1
    page.locator('#flow [tabindex="0"]').focus()
    for _ in range(items.count() - 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    name = page.evaluate("document.activeElement.querySelector('title').textContent")
    page.keyboard.press("Enter")
    assert page.locator('#flow [aria-pressed="true"] title').text_content() == name
    assert page.locator("#panel .card").count() > 0
    assert page.locator("#flow").get_by_text("never added to the flows").count() == 1


def test_labels_of_flows_do_not_overlap(page: "Page", address: str) -> None:
    """As the browser draws them, wide and narrow, dark and light."""
    for width in (1200, 390):
        page.set_viewport_size({"width": width, "height": 800})
        open_at(page, address, "#step=0&view=flow&theme=dark")
        boxes = page.evaluate(
            "[...document.querySelectorAll('#flow text')].map(t => t.getBoundingClientRect())"
            ".map(({left, right, top, bottom}) => [left, right, top + 2, bottom - 2])"
        )
        assert len(boxes) > 20
        for number, (left, right, top, bottom) in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = right <= other[0] or other[1] <= left or bottom <= other[2] or other[3] <= top
                assert apart, (boxes[number], other)
    page.set_viewport_size({"width": 1200, "height": 800})


def test_a_notebook_shows_a_page_that_works(page: "Page", told: "RenderedPage", tmp_path: Path) -> None:
    """In a frame without an origin of its own the page is drawn, stepped through, and asks for nothing."""
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><meta charset=utf-8>{told._repr_html_()}", "utf-8")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(notebook.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("body[data-ready]").wait_for()
    frame.get_by_role("button", name="Next step").click()
    frame.locator("#show-table").click()
    assert frame.locator("#story h2").inner_text() == "Backing is not a sum"
    assert frame.locator("tbody tr").count() == 14
    frame.locator("tbody button").first.click()
    assert frame.locator("#panel .card").count() > 0
    assert not frame.locator("#title").is_visible()
    assert asked == [notebook.as_uri()]
