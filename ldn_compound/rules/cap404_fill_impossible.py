"""A fill that no powder gives in this shell."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog import fact
from ldn_compound.equations.filling import full_of
from ldn_compound.model.plan import Filling
from ldn_compound.quantity.kinds import Density
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="CAP404",
    title="No powder fills this shell so",
    severity="error",
    rationale="From the lightest cellulose, loosely poured (0.20 g/mL), to lactose packed by hand "
    "(0.98 g/mL), powders give a shell a narrow choice of fills. Outside it, shells were "
    "miscounted, a decimal point slipped, or the shell is of another size.",
    bad="10 shells of size 3 packed with cellulose, 12100 mg together: 1210 mg in 0.30 mL.",
    good="10 shells of size 3 packed with cellulose, 1210 mg together: 121 mg in 0.30 mL.",
    remedy="Weigh and count the packed shells again, net of the empty ones; a density is in g/mL.",
    cites=("density-avicel", "shells-unc", "this-library"),
    of="capsules",
)
def fill_impossible(case: Case) -> Iterator[Breach]:
    made = case.plan.made
    if not isinstance(made, Filling):
        return
    limits = fact("packed_density").limits(Density)
    volume = made.shell.volume.base
    least, most = limits.low.base * volume, limits.high.base * volume
    fills = {made.diluent: made.full_of_diluent}
    if made.full_of_powder != made.full_of_diluent:  # otherwise it was taken to pack as that does
        fills[case.plan.stock.material] = made.full_of_powder
    for powder, fill in fills.items():
        if not least <= fill.base <= most:
            low, high = (full_of(shell=made.shell.volume, density=limit) for limit in limits[:2])
            yield Breach(
                f"{made.shell} shell, full of {powder}",
                fill,
                f"{write(low, unit='capsule')} to {write(high, unit='capsule')} in "
                f"{write(made.shell.volume, unit='capsule')}",
            )
