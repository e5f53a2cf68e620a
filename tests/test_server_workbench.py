"""The workbench under the addresses of the server: its page, its files, and what it knows of the graph."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from serving import Server, serving
from starlette.exceptions import HTTPException
from starlette.requests import Request

from graph.server.settings import Settings
from graph.server.workbench import file, page
from graph.workbench import assets as bundled
from graph.workbench.assets import MISSING


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[Server]:
    """A server of the shipped sources."""
    with serving(built) as found:
        yield found


def test_the_data_of_the_workbench_are_those_of_the_graph(server: Server) -> None:
    """Prefixes, terms and named queries come as JSON with a tag, and not again for who has them."""
    answer = server.get("/workbench/data.json")
    assert answer.status_code == 200
    told = json.loads(answer.content)
    assert told["prefixes"]["mt"].endswith("ns#")
    again = server.get("/workbench/data.json", if_none_match=answer.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")


def test_links_to_where_the_workbench_was_lead_on(server: Server) -> None:
    """The workbench is the front page; what follows # in a link is taken along by the browser."""
    answer = server.get("/workbench")
    assert (answer.status_code, answer.headers["location"]) == (308, "/")


def _request(bundle: Path | None, **path: str) -> Request:
    pool = SimpleNamespace(settings=Settings(Path(), "", bundle=bundle))
    app = SimpleNamespace(state=SimpleNamespace(pool=pool))
    return Request({"type": "http", "headers": [], "path_params": path, "app": app})


async def _page_twice(bundle: Path) -> tuple[str, str]:
    answers = [await page(_request(bundle)) for _ in range(2)]
    return answers[0].headers["content-security-policy"], answers[1].headers["content-security-policy"]


def test_the_page_has_a_policy_of_its_own(tmp_path: Path) -> None:
    """Each answer has a new nonce, and allows no script but that of the site."""
    first, second = asyncio.run(_page_twice(tmp_path))
    assert first != second
    assert "script-src 'self';" in first


@pytest.mark.parametrize("name", ["data.txt", "..", "../app.py", ""])
def test_nothing_but_the_bundled_files_is_handed_out(tmp_path: Path, name: str) -> None:
    """A name that is no file of the bundle is not looked for on the disk."""
    with pytest.raises(HTTPException) as refused:
        asyncio.run(file(_request(tmp_path, name=name)))
    assert (refused.value.status_code, refused.value.detail) == (404, f"no file {name!r} of the workbench")


def test_a_bundle_that_is_missing_is_said(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A developer reads on the front page how to make it; its files are told to be missing."""
    monkeypatch.setattr(bundled, "BUNDLE", tmp_path)
    assert Settings(built, "").bundle is None
    with pytest.raises(HTTPException) as refused:
        asyncio.run(file(_request(None, name="workbench.js")))
    assert (refused.value.status_code, refused.value.detail) == (404, MISSING)
