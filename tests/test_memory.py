"""Freed memory is kept for the next batch, unless the user has set the allocator."""

import os
import subprocess
import sys

import pytest

from graph.memory import ALLOCATOR, reuse_memory

NAME = "_RJEM_MALLOC_CONF"


def test_the_allocator_is_asked_to_keep_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Polars adds what stands there to its own settings, so that it counts."""
    monkeypatch.delenv(NAME, raising=False)
    reuse_memory()
    assert os.environ[NAME] == ALLOCATOR[NAME]


def test_what_the_user_has_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sets the allocator knows why."""
    monkeypatch.setenv(NAME, "dirty_decay_ms:0")
    reuse_memory()
    assert os.environ[NAME] == "dirty_decay_ms:0"


def test_the_command_line_asks_before_polars_is_there() -> None:
    """Later it would have no effect: the allocator reads its settings once."""
    script = (
        "import sys, graph.cli, graph.errors, sources.errors, graph.memory; print('polars' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
