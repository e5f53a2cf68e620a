"""Scores of nomenklatura's matchers for pairs; runs in an environment of its own.

Reads pairs of entities of FollowTheMoney as JSON, a line a pair, and writes a line of scores for each:
one for each matcher named on the command line.
"""

import json
import sys

from followthemoney.proxy import EntityProxy
from nomenklatura.matching import get_algorithm
from nomenklatura.matching.types import ScoringConfig


def main() -> None:
    """Score every pair."""
    matchers = [get_algorithm(name) for name in sys.argv[1:]]
    config = ScoringConfig.defaults()
    for line in sys.stdin:
        left, right = (EntityProxy.from_dict(entity) for entity in json.loads(line))
        scores = (matcher.compare(left, right, config).score for matcher in matchers)
        print(*(f"{score:.4f}" for score in scores))


if __name__ == "__main__":
    main()
