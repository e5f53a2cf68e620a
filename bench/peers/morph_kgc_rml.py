"""morph-kgc, by the RML mapping; one process, which costs the least CPU."""

import runpy
import sys
from pathlib import Path

CONFIGURATION = """\
[CONFIGURATION]
output_file: {out}
output_format: N-TRIPLES
number_of_processes: 1
na_values:
logging_level: WARNING

[contributions]
mappings: {mapping}
"""


def main() -> None:
    """Write N-Triples."""
    out = Path(sys.argv[1])
    configuration = out.with_suffix(".ini")
    mapping = Path(__file__).with_name("contribution.rml.ttl")
    configuration.write_text(CONFIGURATION.format(out=out, mapping=mapping))
    sys.argv[1] = str(configuration)
    runpy.run_module("morph_kgc", run_name="__main__")


if __name__ == "__main__":
    main()
