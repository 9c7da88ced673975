"""A fill that no powder gives in this shell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ldn_compound.catalog import excipient, fact
from ldn_compound.equations.everyday import times
from ldn_compound.equations.filling import full_of
from ldn_compound.model.plan import Filling
from ldn_compound.quantity.kinds import Density, Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="CAP404",
    title="No powder fills this shell so",
    severity="error",
    rationale="From the lightest cellulose, loosely poured (0.20 g/mL), to lactose packed by hand "
    "(0.98 g/mL), powders give a shell a narrow choice of fills; and a diluent packs by hand to "
    "somewhat more than its tapped density, half as much again at the most. Outside it, shells "
    "were miscounted, a decimal point slipped, or the shell is of another size; and then the blend "
    "does not go into the shells.",
    bad="20 shells of size 3 packed with cellulose, 2420 mg together, noted as 10: 242 mg in 0.30 "
    "mL.",
    good="10 shells of size 3 packed with cellulose, 1210 mg together: 121 mg in 0.30 mL.",
    remedy="Weigh and count the packed shells again, net of the empty ones; a density is in g/mL.",
    cites=("density-avicel", "shells-unc", "this-library"),
    of="capsules",
    version=2,
)
def fill_impossible(case: Case) -> Iterator[Breach]:
    made = case.plan.made
    if not isinstance(made, Filling):
        return
    limits = fact("packed_density").limits(Density)
    volume = made.shell.volume.base
    fills = [(made.diluent, made.full_of_diluent, _densest(made.diluent))]
    if made.full_of_powder != made.full_of_diluent:  # otherwise it was taken to pack as that does
        fills.append((case.plan.stock.material, made.full_of_powder, limits.high))
    for powder, fill, densest in fills:
        if not limits.low.base <= fill.base / volume <= densest.base:
            around = (limits.low, densest)
            low, high = (full_of(shell=made.shell.volume, density=limit) for limit in around)
            yield Breach(
                f"{made.shell} shell, full of {powder}",
                fill,
                f"{write(low, unit='capsule')} to {write(high, unit='capsule')} in "
                f"{write(made.shell.volume, unit='capsule')}",
            )


@cache
def _densest(diluent: str) -> Density:
    """What it packs to at the most; any powder's where its tapped density is not known."""
    any_powder, tapped = fact("packed_density").limits(Density).high, excipient(diluent).tapped
    if tapped is None:
        return any_powder
    return min(any_powder, times(tapped, factor=fact("packed_above_tapped").amount(Ratio)))
