"""Equations: every input by its name and of its kind; a body that adds two kinds is refused."""

from ldn_compound import (
    Mass,
    PerUnit,
    Ratio,
    UnitCount,
    Volume,
    difference,
    equation,
    per,
    share,
    times,
    total,
)
from ldn_compound.equations.taking import mass_for

active, potency = Mass.of("405 mg"), Ratio.of("27 %")
dose, volume = PerUnit.of("4.5 mg"), Volume.of("5 mL")


# What passes.
@equation(cites="usp-1160")
def powder_for(*, active: Mass, potency: Ratio, overage: Ratio) -> Mass:
    """Powder for the active, with an overage."""
    return active * (1 + overage) / potency


powder: Mass = powder_for(active=active, potency=potency, overage=Ratio.of("10 %"))
same: Mass = mass_for(active=active, potency=potency)
together: Mass = total(active, powder)
rest: Mass = difference(active, less=powder)
twice: PerUnit = times(dose, factor=2)
third: Volume = share(volume, parts=3)
each: PerUnit = per(active, by=UnitCount.of(90))
part: Ratio = per(active, by=active)

# What does not.
mass_for(active, potency)  # mypy: Too many positional arguments ; pyright: Expected 0 positional
mass_for(active=active)  # mypy: Missing named argument "potency" ; pyright: "potency"
mass_for(active=active, potency=potency, assay=potency)  # both: "assay"
mass_for(active=dose, potency=potency)  # both: "active"
mass_for(active=volume, potency=potency)  # both: "active"
mass_for(active="405 mg", potency=potency)  # both: "active"
mass_for(active=405, potency=potency)  # both: "active"
powder_for(active=active, potency=active, overage=potency)  # both: "potency"
wrong: Volume = mass_for(active=active, potency=potency)  # both: "Volume"
per(volume, by=active)  # mypy: No overload variant ; pyright: No overloads
per(dose, by=potency)  # mypy: No overload variant ; pyright: No overloads
share(volume, parts=1.5)  # both: "parts"
times(dose, factor=1.1)  # both: "factor"


@equation()
def mixed_up(*, mass: Mass, volume: Volume) -> Mass:
    """A mass and a volume together."""
    return mass + volume  # mypy: Unsupported operand types for + ; pyright: Operator "+"


@equation()
def taken_away(*, dose: PerUnit, mass: Mass) -> Mass:
    """A dose from a mass."""
    return mass - dose  # mypy: Unsupported operand types for - ; pyright: Operator "-"


@equation()
def by_float(*, mass: Mass) -> Mass:
    """A mass with a bare factor."""
    return mass * 1.1  # mypy: Unsupported operand types for * ; pyright: Operator "*"


@equation()
def plus_one(*, mass: Mass) -> Mass:
    """A mass and a bare number."""
    return mass + 1  # mypy: Unsupported operand types for + ; pyright: Operator "+"


@equation()  # both: "float"
def a_number(*, mass: Mass) -> float:
    """No kind at all."""
    return 4.5
