"""Tables on servers: how many bytes of a partitioned set a query fetches.

    python bench/far_tables.py --virtual GRAPH --elsewhere DIR

GRAPH is a folder that `moneytrail build --rows virtual` made; its tables are copied into DIR, the one of
contributions partitioned by election. DIR is served by HTTP with ranges, and by an S3 server (moto). It needs
`pip install fsspec aiohttp s3fs 'moto[server]'`, beside what the project needs.
"""

import argparse
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import duckdb

from graph.store import open_store
from ontology import PREFIXES

BUCKET, KEY = "moneytrail", "made-up"
CODE = "G2024"
QUERIES = {
    "sum of all gifts": "SELECT (SUM(?x) AS ?s) { ?g a mt:Contribution ; mt:amount ?x }",
    "sum of one election": "SELECT (SUM(?x) AS ?s)"
    f' {{ ?g a mt:Contribution ; mt:amount ?x ; mt:electionCode "{CODE}" }}',
    "count of one election": f'SELECT (COUNT(*) AS ?n) {{ ?g a mt:Contribution ; mt:electionCode "{CODE}" }}',
}


class Ranges(SimpleHTTPRequestHandler):
    """Serves files and parts of them, and counts the bytes."""

    sent = 0

    def do_GET(self) -> None:
        """Answer with a file, or the part of it that is asked for."""
        place = Path(self.translate_path(self.path))
        asked = self.headers.get("Range", "")
        if not asked or place.is_dir():
            Ranges.sent += 0 if place.is_dir() else place.stat().st_size
            super().do_GET()
            return
        first, _, last = asked.removeprefix("bytes=").partition("-")
        data = place.read_bytes()
        part = data[int(first) : int(last) + 1 if last else None]
        Ranges.sent += len(part)
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {first}-{int(first) + len(part) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        self.wfile.write(part)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a folder, served while it is used."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Ranges, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@contextmanager
def storing(folder: Path) -> Iterator[str]:
    """The address of a folder in a bucket of an S3 server, while it is used."""
    import boto3
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    known = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    os.environ |= known | {"AWS_SECRET_ACCESS_KEY": KEY}
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET)
    for file in sorted(folder.glob("**/*.parquet")):
        client.upload_file(str(file), BUCKET, file.relative_to(folder).as_posix())
    try:
        yield f"s3://{BUCKET}"
    finally:
        server.stop()


def copy_tables(graph: Path, elsewhere: Path) -> int:
    """Copy the tables of a graph, contributions partitioned; gives the bytes of these."""
    for table in sorted(graph.glob("converted/*/tables/*")):
        place = elsewhere / table.relative_to(graph)
        place.mkdir(parents=True, exist_ok=True)
        into = f"'{place}/0.parquet' (FORMAT parquet)"
        if table.name == "contribution":
            into = (
                f"'{place}' (FORMAT parquet, PARTITION_BY (electionCode), WRITE_PARTITION_COLUMNS, OVERWRITE)"
            )
        duckdb.execute(f"COPY (FROM '{table}/*.parquet') TO {into}")
    return sum(file.stat().st_size for file in elsewhere.glob("converted/*/tables/contribution/**/*.parquet"))


def ask(graph: Path) -> Iterator[str]:
    """A line for each query: its answer, and the bytes it fetched."""
    whole = open_store(graph)
    for name, query in QUERIES.items():
        before = Ranges.sent
        found = [str(row[0].value) for row in whole.query(query, prefixes=PREFIXES)]
        fetched = f"{Ranges.sent - before:>11,} bytes" if Ranges.sent > before else ""
        yield f"  {name:24} {found[0]:>16} {fetched}"


def main() -> None:
    """Ask what the command line names, on both kinds of server and on disk."""
    parser = argparse.ArgumentParser(description="Ask tables that lie on servers.")
    parser.add_argument("--virtual", type=Path, required=True, help="graph built with --rows virtual")
    parser.add_argument("--elsewhere", type=Path, required=True, help="folder for the partitioned tables")
    asked = parser.parse_args()
    size = copy_tables(asked.virtual, asked.elsewhere)
    print("on disk", *ask(asked.virtual), sep="\n")
    for serve in (serving, storing):
        with serve(asked.elsewhere) as address:
            os.environ["MONEYTRAIL_TABLES"] = address
            print(
                f"at {address.partition('://')[0]}, {size:,} bytes of contributions",
                *ask(asked.virtual),
                sep="\n",
            )


if __name__ == "__main__":
    main()
