"""Random groups of patterns: what stands between braces in a query."""

from random_stars import RARE, Group, Stars
from random_steps import FLAT, STEPS, anything


class Groups(Stars):
    """Makes groups, one after the other."""

    def group(self, depth: int = 2) -> Group:
        """A group of patterns with what follows them."""
        table = self.random.choice(sorted(self.of.subjects))
        subject = f"?{self.name('s')}"
        if self.chance(RARE):
            subject = self.random.choice(self.of.subjects[table])
        group = Group("", table, subject)
        if subject.startswith("?"):
            group.typed[subject[1:]] = "id"
        group.text = self.star(group, self.random.choice((1, 1, 2, 2, 3)))
        for step in self.random.choices(STEPS, k=self.random.choice((0, 0, 1, 1, 1, 2, 2, 3, 4))):
            if self.chance(RARE / 2):
                group.text += f" {anything(self, group)}"
            if depth > 0 or step in FLAT:
                group.text += f" {step(self, group, depth - 1)}"
        return group
