"""Paths followed from some terms to all that they lead to, each once, whatever a step is."""

from abc import ABC, abstractmethod
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

import rdflib
from rdflib.paths import AlternativePath, InvPath, MulPath, SequencePath

Place = TypeVar("Place")


class Following(ABC, Generic[Place]):
    """Follows paths; where a step leads is None when it is not known."""

    @abstractmethod
    def step(
        self, iri: rdflib.URIRef, starts: AbstractSet[Place], *, back: bool
    ) -> AbstractSet[Place] | None:
        """Where a property leads to, or comes from."""

    @abstractmethod
    def give_up(self, path: object) -> None:
        """Told of a path that is not followed: not from something known, or along all properties but some."""

    def follow(
        self, path: object, starts: AbstractSet[Place], *, back: bool = False
    ) -> AbstractSet[Place] | None:
        """Where a path leads to, or comes from; None where that is not known."""
        match path:
            case rdflib.URIRef():
                return self.step(path, starts, back=back)
            case InvPath():
                return self.follow(path.arg, starts, back=not back)
            case SequencePath():
                return self._one_by_one(path, starts, back=back)
            case AlternativePath():
                return self._each(path, starts, back=back)
            case MulPath():
                return self._again(path, starts, back=back)
        self.give_up(path)
        return None

    def _one_by_one(
        self, path: SequencePath, starts: AbstractSet[Place], *, back: bool
    ) -> AbstractSet[Place] | None:
        here: AbstractSet[Place] | None = starts
        for part in reversed(path.args) if back else path.args:
            if here is None:
                self.give_up(part)
            else:
                here = self.follow(part, here, back=back)
        return here

    def _each(
        self, path: AlternativePath, starts: AbstractSet[Place], *, back: bool
    ) -> AbstractSet[Place] | None:
        found = [self.follow(part, starts, back=back) for part in path.args]
        told = [places for places in found if places is not None]
        return frozenset[Place]().union(*told) if len(told) == len(found) else None

    def _again(self, path: MulPath, starts: AbstractSet[Place], *, back: bool) -> AbstractSet[Place] | None:
        seen: set[Place] = set(starts) if path.zero else set()
        new: AbstractSet[Place] = starts
        while new:
            found = self.follow(path.path, new, back=back)
            if found is None:
                self.give_up(path)
                return None
            new = found - seen if path.more else frozenset()
            seen |= found
        return seen
