"""What a rule looks at: a plan and its dry run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from ldn_compound.model.flagged import behind, flagged_in
from ldn_compound.model.order import STRENGTH_AS
from ldn_compound.model.outcome import Outcome
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import kinds_of
from ldn_compound.model.steps import Count, Weigh
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kept import kept
from ldn_compound.rules.avoidance import diluents
from ldn_compound.rules.strengths import Dose, doses

if TYPE_CHECKING:
    from ldn_compound.catalog.entries import Excipient
    from ldn_compound.model.liquid_steps import MeasureOut
    from ldn_compound.rules.directed import Directed
    from ldn_compound.rules.dosing import Drawn
    from ldn_compound.sources.powder import Powder
    from ldn_compound.sources.tablets import Tablets


class Case:
    """A plan and its outcome."""

    def __init__(self, plan: Plan, outcome: Outcome) -> None:
        self.plan = plan
        self.outcome = outcome
        self.severities = plan.policy.severities
        """The house's, other than the rules' own, by code."""
        self.fills = isinstance(plan.made, Filling)
        """Whether capsules are made."""
        self.unit = "capsule" if self.fills else "preparation"
        """The word for what is made: a capsule, or the one preparation."""

    @property
    def powder(self) -> Powder | None:
        """The powder that the active comes from; None, and none is imported, where it is none."""
        source = self.plan.origin
        return source if "powder" in kinds_of(source) else None

    @property
    def subjects(self) -> frozenset[str]:
        """What this plan has that rules may be asked of."""
        plan, order, origin = self.plan, self.plan.order, self.plan.origin
        kinds, made = kinds_of(origin), plan.made
        return _subjects(
            kinds,
            "refrigerator" if made.storage == "refrigerator" else "",
            "measured fill" if isinstance(made, Filling) and made.basis == "measured" else "",
            *(_of_tablets(origin) if "tablets" in kinds else ()),
            "shortages" if self.outcome.shortages else "",
            "" if order.strength_as == STRENGTH_AS else "strength as base",
            "capsules" if self.fills else "liquids",
            "lots stated" if any(lots for _, lots in plan.lots) else "",
            "" if plan.policy is Policy.usp() else "house's policy",
            "volumes measured" if "measure" in self._by_verb else "",
            "" if order.directions is None else "directions",
            "excipients avoided" if order.avoid else "",
        )

    @kept
    def directed(self) -> Directed | None:
        """What the patient takes; None where nothing is directed, and then nothing is loaded."""
        if self.plan.order.directions is None:
            return None
        from ldn_compound.rules.directed import Directed

        return Directed(self.plan, self.plan.order.directions)

    @kept
    def drawn(self) -> tuple[Drawn, ...]:
        """Each dose of a liquid in a syringe; none where no liquid is made."""
        if self.fills:
            return ()
        from ldn_compound.rules.dosing import drawn

        return drawn(self.plan)

    @kept
    def diluents(self) -> tuple[Excipient, ...]:
        """Each diluent that the catalogue knows."""
        return diluents(self.plan)

    @kept
    def doses(self) -> tuple[Dose, ...]:
        """What is taken at once, as ordered and as hydrochloride."""
        return tuple(doses(self.plan))

    @kept
    def _by_verb(self) -> dict[str, list[tuple[int, Any]]]:
        """The steps with their numbers, by their verbs."""
        found: dict[str, list[tuple[int, Any]]] = {}
        for number, step in enumerate(self.plan.steps, start=1):
            found.setdefault(step.verb, []).append((number, step))
        return found

    @property
    def countings(self) -> Sequence[tuple[int, Count]]:
        """Each counting of tablets, with its step's number."""
        return self._by_verb.get("count", ())

    @kept
    def weighings(self) -> tuple[tuple[int, str, Weigh], ...]:
        """Each weighing with its step's number and its place in words."""
        return tuple(
            (number, f"step {number}, weigh {step.what}", step)
            for number, step in self._by_verb.get("weigh", ())
        )

    @kept
    def measurings(self) -> tuple[tuple[int, str, MeasureOut], ...]:
        """Each volume measured, with its step's number and its place in words."""
        return tuple(
            (number, f"step {number}, measure {step.what} with the {step.measure}", step)
            for number, step in self._by_verb.get("measure", ())
        )

    @kept
    def flagged(self) -> list[tuple[int | None, Amount]]:
        """What the steps' amounts came from that was spelled oddly or is unconfirmed.

        Each once, with the number of the step where it is met first; last, the plan's own.
        """
        plan = self.plan
        own = (plan.active, plan.potency, plan.wanted, plan.taken, plan.made)
        found: list[tuple[int | None, Amount]] = []
        if not flagged_in(plan.steps, own):  # one walk for all, where there is nothing to tell
            return found
        seen: set[int] = set()
        for number, step in enumerate(plan.steps, start=1):
            found += [(number, one) for one in behind(flagged_in(step), seen=seen)]
        found += [(None, one) for one in behind(flagged_in(own), seen=seen)]
        return found


def _of_tablets(tablets: Tablets) -> tuple[str, str, str]:
    return (
        "" if tablets.release == "immediate" else "modified release",
        "other actives" if tablets.other_actives else "",
        "tablets weighed singly" if tablets.weights else "",
    )


@cache
def _subjects(kinds: frozenset[str], *others: str) -> frozenset[str]:
    return frozenset(("any plan", *kinds, *others))
