"""What comes out of it: capsules of a size, or a liquid in its bottle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ldn_compound.equations.everyday import difference
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.plan import Filling, Plan
from ldn_compound.model.shell import THE_HOUSE
from ldn_compound.model.steps import Encapsulate
from ldn_compound.quantity.writing import write
from ldn_compound.records.sheet import Fact
from ldn_compound.records.words import counted, each, listed, said


def named(plan: Plan) -> str:
    """Strength and quantity, for a title."""
    match plan.made:
        case Filling():
            return f"{each(plan.strength)}, {said(plan.units)}"
        case made:
            return f"{said(made.concentration)}, {said(made.volume)}"


def ordered(plan: Plan) -> Iterator[Fact]:
    """Strength, what its milligrams count, and quantity."""
    match plan.made:
        case Filling():
            yield Fact(
                "Strength", value=f"{said(plan.strength)}; {_counts(each(plan.strength), plan)}"
            )
            if plan.order.strength_as != plan.stock.active:
                as_source = f"{said(plan.strength_in_source)} of {counted(plan.stock.active)}"
                yield Fact("In the source's terms", value=as_source)
            yield Fact("Quantity", value=_quantity(plan))
        case made:
            strength = made.concentration
            yield Fact("Strength", value=f"{said(strength)}; {_counts(each(strength), plan)}")
            yield Fact("Quantity", value=said(made.volume))
            if made.doses:
                yield Fact("Doses", value=listed(tuple(said(dose) for dose in made.doses)))


def held_in(plan: Plan) -> Iterator[Fact]:
    """What it is put into: shells and machine runs, or vehicle and bottle."""
    match plan.made:
        case Filling(shell=shell, container=container, storage=storage):
            volume = said(shell.volume)
            table = shell.maker if shell.maker == THE_HOUSE else f"{shell.maker} table"
            yield Fact("Shell", value=f"size {shell.size}, {volume} ({table})")
            yield Fact("Capsule machine", value=_machine(plan))
            yield Fact("Container", value=container or "nobody named it")
            yield Fact("Storage", value=storage)
        case made:
            kind = "suspension: shake before each dose" if made.suspension else "solution"
            yield Fact("Dosage form", value=f"oral {kind}")
            yield Fact("Vehicle", value=f"{made.vehicle} (preserved: {made.preserved})")
            if made.displaced is not None:
                yield Fact("Displacement", value=f"the drug takes up {said(made.displaced)}")
            bottles = write(made.bottles, unit="bottle")
            yield Fact("Container", value=f"{bottles} of {said(made.bottle)}, {made.container}")
            yield Fact("Storage", value=made.storage)


def _counts(strength: str, plan: Plan) -> str:
    return f"{strength} counts {counted(plan.order.strength_as)}"


def _quantity(plan: Plan) -> str:
    form = plan.order.form
    if not isinstance(form, Capsules) or form.quantity == plan.units:
        return said(plan.units)
    spare = difference(plan.units, less=form.quantity)
    return f"{said(form.quantity)}, and {said(spare)} to spare: {said(plan.units)} are made"


def _machine(plan: Plan) -> str:
    runs = tuple(said(step.units) for step in plan.steps if isinstance(step, Encapsulate))
    equal = ((len(tuple(same)), units) for units, same in groupby(runs))
    each_of = tuple(f"{count} run{'s' if count > 1 else ''} of {units}" for count, units in equal)
    return f"{write(plan.bench.machine.holes, unit='hole')}; {listed(each_of)}"
