"""Queries over a built graph or over RDF files, each in a process that is ended when it runs on."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import warn

from graph.errors import NotRdfError, QueryError, QueryTimeoutError
from graph.sparql.explained import ENDED, Asked, as_error
from graph.sparql.results import Result
from graph.sparql.selection import columns_of, select_bound
from graph.sparql.terms import BASE, Bindable, Prefixes, json_term
from graph.sparql.tokens import read_tokens, refuse_forbidden
from graph.spilled import remove_spilled
from graph.store import DEFAULT_FOLDER, generation_folder, read_manifest
from ontology import PREFIXES

if TYPE_CHECKING:
    from graph.remote.query import Endpoint

ADDRESSES = ("http://", "https://")
USER = "MONEYTRAIL_USER"
CHECKING = 20.0


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked.

    Attributes:
        folder: Folder of the built graph; not used when there are files or an endpoint.
        files: RDF files to ask instead of a built graph.
        endpoint: A graph on a server to ask instead.
    """

    folder: Path = DEFAULT_FOLDER
    files: tuple[Path, ...] = ()
    endpoint: "Endpoint | None" = None

    def prefixes(self) -> Prefixes:
        """The prefixes known without declaring them, `id:` as this graph has it; raises NoGraphError."""
        if self.endpoint is not None:
            return self.endpoint.prefixes()
        base = BASE if self.files else read_manifest(self.folder).base
        return Prefixes({**PREFIXES, "id": f"{base}id/"})


def query(
    sparql: str, graph: str | Path = DEFAULT_FOLDER, timeout: float | None = None, **values: Bindable
) -> Result:
    """Ask a built graph.

    Known prefixes need not be declared, and `<person/noah-phillips>` is short for the IRI of a thing.

    Args:
        sparql: A SELECT, ASK, CONSTRUCT or DESCRIBE.
        graph: Folder of the built graph, or the address for queries of a server that holds it.
        timeout: Seconds after which the query is stopped; None lets it run.
        values: Values of variables, by their names. An IRI may be written in full or with a known prefix
            (`id:person/noah-phillips`); any other string is a string.

    Raises:
        NoGraphError: Nothing is built there.
        QuerySyntaxError: It is not SPARQL; the message says where and what was probably meant.
        ForbiddenQueryError: It asks for the network or for a change.
        QueryTimeoutError: It ran too long.
        QueryError: It cannot be answered for another reason.
        EndpointError: The server does not answer, or holds no graph of ours.
    """
    if not str(graph).startswith(ADDRESSES):
        return ask(sparql, Target(Path(graph)), values, timeout=timeout)
    from graph.remote.query import opened

    with opened(str(graph), os.environ.get(USER), None, warn) as endpoint:
        for wrong in endpoint.warnings(sparql):
            warn(f"{graph} {wrong}", stacklevel=2)
        return ask(sparql, Target(endpoint=endpoint), values, timeout=timeout)


def ask(
    sparql: str,
    target: Target,
    values: Mapping[str, Bindable] | None = None,
    *,
    timeout: float | None = None,
    name: str = "query",
    labels: bool = False,
) -> Result:
    """Ask a target; as `query`, with a name for messages and, if wished, the labels of what is found."""
    refuse_forbidden(sparql, name)
    prefixes = target.prefixes()
    bound = {key: json_term(value, prefixes) for key, value in (values or {}).items()}
    _refuse_unused(sparql, name, tuple(bound))
    if target.endpoint is not None:
        told, found = target.endpoint.answer(sparql, bound, timeout=timeout, name=name, labels=labels)
        return Result.read(told, found, prefixes, columns_of(sparql))
    text, added = select_bound(sparql, list(bound))
    request = {
        **_request(text, prefixes),
        "values": bound,
        "store": None if target.files else str(generation_folder(target.folder)),
        "data": [str(path) for path in target.files],
        "labels": labels,
    }
    process = _run(request, timeout)
    if process.returncode != 0:
        raise _error(process, Asked(sparql, name, prefixes, added))
    head, _, body = process.stdout.partition(b"\n")
    found = json.loads(head)
    return replace(Result.read(found, body, prefixes, columns_of(sparql), hidden=added), way=found["way"])


def refuse_mistakes(sparql: str, prefixes: Prefixes, name: str = "query") -> None:
    """Raise what is wrong with the words of a query, by asking it of an empty graph.

    Raises:
        QueryError: As `ask`.
    """
    process = _run(_request(sparql, prefixes), CHECKING)
    if process.returncode != 0:
        raise _error(process, Asked(sparql, name, prefixes, ()))


def _request(text: str, prefixes: Prefixes) -> dict[str, object]:
    """What the worker is told to ask an empty graph."""
    return {
        "query": text,
        "prefixes": dict(prefixes.namespaces),
        "base_iri": prefixes.namespaces["id"],
        "values": {},
        "store": None,
        "data": [],
        "labels": False,
        "parent": os.getpid(),
    }


def _run(request: Mapping[str, object], timeout: float | None) -> "subprocess.CompletedProcess[bytes]":
    """Run the worker to its end; whatever happens, no process is left behind."""
    command = [sys.executable, "-P", "-m", "graph.sparql.worker"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:  # noqa: S603 - ours
        try:
            out, err = process.communicate(json.dumps(request).encode(), timeout)
        except subprocess.TimeoutExpired as error:
            raise QueryTimeoutError(timeout or 0) from error
        finally:
            process.kill()
            remove_spilled(process.pid)
        return subprocess.CompletedProcess(command, process.returncode, out, err)


def _error(process: "subprocess.CompletedProcess[bytes]", asked: Asked) -> QueryError | NotRdfError:
    """What the worker says went wrong, as an error."""
    try:
        said = json.loads(process.stderr)
    except ValueError:
        return QueryError(f"{asked.name}: the process of the query ended ({process.returncode}); {ENDED}")
    return as_error(said, asked)


def _refuse_unused(sparql: str, name: str, variables: tuple[str, ...]) -> None:
    """Refuse a value for a variable the query does not have: it would change nothing, unsaid."""
    if variables == ():
        return
    used = {token.text[1:] for token in read_tokens(sparql) if token.kind == "variable"}
    unused = [variable for variable in variables if variable not in used]
    if unused:
        near = get_close_matches(unused[0], sorted(used), n=1)
        hint = f"; did you mean ?{near[0]}?" if near else ""
        raise QueryError(f"{name}: a value is given for ?{unused[0]}, which the query does not have{hint}")
