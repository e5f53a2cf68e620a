"""The workbench under the addresses of the server: its page, its files, and what it knows of the graph."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Server, serving
from starlette.exceptions import HTTPException
from starlette.requests import Request

from graph.server.workbench import file, page
from graph.workbench import assets as bundled
from graph.workbench.assets import FILES, MISSING


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A made-up bundle in place of the real one."""
    folder = tmp_path_factory.mktemp("bundle")
    for name in FILES:
        (folder / name).write_text(f"made up: {name}", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundled, "BUNDLE", folder)
        yield folder


@pytest.fixture(scope="module")
def server(built: Path, bundle: Path) -> Iterator[Server]:
    """A server of the shipped sources with that bundle."""
    assert bundle.is_dir()
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


def _request(**path: str) -> Request:
    return Request({"type": "http", "headers": [], "path_params": path})


async def _page_twice() -> tuple[str, str]:
    answers = [await page(_request()) for _ in range(2)]
    return answers[0].headers["content-security-policy"], answers[1].headers["content-security-policy"]


def test_the_page_has_a_policy_of_its_own(bundle: Path) -> None:
    """Each answer has a new nonce, and allows no script but that of the site."""
    assert bundle.is_dir()
    first, second = asyncio.run(_page_twice())
    assert first != second
    assert "script-src 'self';" in first


@pytest.mark.parametrize("name", ["data.txt", "..", "../app.py", ""])
def test_nothing_but_the_bundled_files_is_handed_out(bundle: Path, name: str) -> None:
    """A name that is no file of the bundle is not looked for on the disk."""
    assert bundle.is_dir()
    with pytest.raises(HTTPException) as refused:
        asyncio.run(file(_request(name=name)))
    assert (refused.value.status_code, refused.value.detail) == (404, f"no file {name!r} of the workbench")


def test_a_bundle_that_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page tells a developer how to make it."""
    monkeypatch.setattr(bundled, "BUNDLE", tmp_path)
    with pytest.raises(HTTPException) as refused:
        asyncio.run(page(_request()))
    assert (refused.value.status_code, refused.value.detail) == (404, MISSING)
