"""A stock solution of more drug than its solvent dissolves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ldn_compound.catalog import fact, substance, vehicle
from ldn_compound.catalog.lookup import if_known
from ldn_compound.equations.everyday import times
from ldn_compound.equations.potency import potency_as_form
from ldn_compound.model.ports import kinds_of
from ldn_compound.quantity.kinds import Concentration, Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.hydrates import without_water
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="SRC217",
    title="The stock solution holds more drug than dissolves",
    severity="error",
    rationale="A part measured out of a solution holds its share only where all is dissolved. What "
    "lies at the bottom is left there, or comes all at once. Known is what water dissolves: about "
    "100 mg of the hydrochloride in 1 mL; the base is insoluble in it.",
    bad="5000 mg of hydrochloride brought to 10 mL with water: 500 mg/mL.",
    good="200 mg of hydrochloride brought to 20 mL with water: 10 mg/mL.",
    remedy="Dissolve less in more of it, take a solvent that is known to dissolve it, or weigh a "
    "trituration instead.",
    cites=("label-74087d2f", "vivitrol-label"),
    of="liquids",
)
def does_not_dissolve(case: Case) -> Iterator[Breach]:
    solution: Any = case.plan.taken_from
    if "stock solution" not in kinds_of(solution) or not _is_water(solution.solvent):
        return
    stock = solution.stock()
    # What the powder is, not what its assay counts: base counted as the salt is no salt.
    name = without_water(stock.active if case.powder is None else case.powder.substance)
    holds, dissolves = _counted_as(name, stock), substance(name).water_solubility
    if dissolves is None or holds > dissolves:
        yield Breach(
            f"stock solution, {name} in {solution.solvent}",
            holds,
            f"a solvent that dissolves it: {substance(name).solubility}"
            if dissolves is None
            else f"{write(dissolves)} or less",
        )


def _counted_as(name: str, stock: Any) -> Concentration:
    """What it holds of a substance, that `stock` may count as another."""
    whole = fact("intended_content").amount(Ratio)
    part = potency_as_form(
        potency=whole,
        molar_mass=substance(stock.active).molar_mass,
        molar_mass_wanted=substance(name).molar_mass,
    )
    strength: Concentration = stock.concentration
    return strength if part == whole else times(strength, factor=part)


def _is_water(solvent: str) -> bool:
    """Whether it is water or made with it, as far as its name is known."""
    known = if_known(vehicle, solvent)
    named = solvent.strip().lower() in fact("water_names").texts
    return named or (known is not None and known.water)
