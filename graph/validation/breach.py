"""What breaks a rule of the shapes."""

from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode

Term = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule of a shape that a thing does not keep.

    Attributes:
        focus: IRI of the thing.
        rule: Local name of the shape, for example "Claim-subject".
        severity: "violation" or "warning".
        message: The rule in plain words.
        path: IRI of the property it is about, "" when it is about several or none.
        value: The value that breaks it, None when it is about all values or a missing one.
    """

    focus: str
    rule: str
    severity: str
    message: str
    path: str
    value: Term | None

    @property
    def order(self) -> tuple[str, ...]:
        """What breaches are sorted by: violations first."""
        return ("0" if self.severity == "violation" else "1", self.focus, self.rule, str(self.value))
