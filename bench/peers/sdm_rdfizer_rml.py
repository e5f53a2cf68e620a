"""SDM-RDFizer, by the RML mapping."""

import runpy
import sys
from pathlib import Path
from types import ModuleType

CONFIGURATION = """\
[default]
main_directory: {folder}

[datasets]
number_of_datasets: 1
output_folder: ${{default:main_directory}}
all_in_one_file: no
remove_duplicate: no
enrichment: yes
ordered: no
output_format: n-triples
name: {name}

[dataset1]
name: {name}
mapping: {mapping}
"""


def main() -> None:
    """Write N-Triples.

    Its driver for databases wants a library of the system; no database is read here.
    """
    sys.modules["pyodbc"] = ModuleType("pyodbc")
    out = Path(sys.argv[1])
    configuration = out.with_suffix(".ini")
    mapping = Path(__file__).with_name("contribution.rml.ttl")
    values = {"folder": out.parent.resolve(), "name": out.stem, "mapping": mapping}
    configuration.write_text(CONFIGURATION.format(**values))
    sys.argv[1:] = ["-c", str(configuration)]
    runpy.run_module("rdfizer", run_name="__main__")


if __name__ == "__main__":
    main()
