"""Orders, sources, benches and policies as a pharmacy meets them, and worse, for your own tests.

    from hypothesis import given
    from ldn_compound.strategies import cases

    @given(case=cases())
    def test_my_rule_never_raises(case): ...

Every amount is drawn as it would be written, on the grid of what reads it, and shrinks to an
everyday one: 90 capsules of 4.5 mg from 50 mg tablets, 20 of which weigh 3546 mg. Not every case
can be planned; `Preparation.plan` raises PlanError for the others, as it would for a user. Needs
the extra `test`.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ldn_compound.catalog import excipient, names, sizes
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.fills import Calibrated, Estimated, Fill, Measured, Packed
from ldn_compound.model.bench import Balance, Bench, CapsuleMachine
from ldn_compound.model.lot import Lot
from ldn_compound.model.order import DRUG, STRENGTH_AS, Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Overage, Policy, RoundingPolicy
from ldn_compound.model.ports import Source
from ldn_compound.model.shell import Shell
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Mass, PerUnit
from ldn_compound.quantity.rounding import Mode
from ldn_compound.quantity.spelling import write_number
from ldn_compound.sources.powder import Anhydrous, AsIs, Dried, Powder
from ldn_compound.sources.tablets import Tablets

A = TypeVar("A", bound=Amount)

# What is drawn, not what is right: the ranges are wider than any house's.
_EVERYDAY_STRENGTHS = ("4.5 mg", "1.5 mg", "3 mg", "0.5 mg", "1 mg")
_EVERYDAY_QUANTITIES = (90, 30, 60, 100)
_MOST_UNITS = 10_000
_HOLES = (100, 50, 300)
_READABILITIES = {"1 mg": 10, "0.1 mg": 1, "0.5 mg": 5, "10 mg": 100}
"""Each with its tenths of a milligram."""
_TABLET_STRENGTHS = ("50 mg", "25 mg", "4.5 mg", "1.5 mg")
_TABLET_TENTHS = (1000, 9000)
_DATES = (date(2024, 1, 1), date(2031, 12, 31))
_SHELLS = ("3", "1", "0", "00")
_HYDRATE = "naltrexone hydrochloride dihydrate"


class Preparation(NamedTuple):
    """Everything that `plan` asks for."""

    order: Order
    source: Source
    bench: Bench
    policy: Policy
    on: date

    def plan(self) -> Plan:
        """The plan of it; PlanError where there is none."""
        return plan(self.order, self.source, on=self.on, bench=self.bench, policy=self.policy)


def masses(
    *, least: str = "0.1 mg", most: str = "10 g", step: str = "0.1 mg"
) -> SearchStrategy[Mass]:
    """Masses as a balance that reads `step` would show them."""
    return _on_grid(Mass, least, most, step)


def strengths(
    *, least: str = "0.1 mg", most: str = "10 mg", step: str = "0.01 mg"
) -> SearchStrategy[PerUnit]:
    """Strengths of a capsule, the usual ones among them."""
    low, high = PerUnit.of(least), PerUnit.of(most)
    usual = [PerUnit.of(text) for text in _EVERYDAY_STRENGTHS]
    within = [strength for strength in usual if low <= strength <= high]
    return _usually(within, _on_grid(PerUnit, least, most, step))


@st.composite
def tablets(draw: DrawFn) -> Tablets:
    """Tablets weighed together, one by one or on average; some assayed, some without a coat."""
    stated: dict[str, Any] = {
        "strength": draw(_usually(_TABLET_STRENGTHS, _text(5, 750, decimals=1, unit="mg"))),
        "assay": draw(_perhaps(_percent(900, 1100, decimals=1))),
        "tapped": draw(_perhaps(_densities())),
        "release": draw(_rarely("modified", otherwise="immediate")),
        "lots": draw(_lots("tablets", st.integers(1, 1000))),
    }
    return Tablets(**stated, **draw(st.one_of(_together(), _one_by_one(), _on_average())))


@st.composite
def powders(draw: DrawFn) -> Powder:
    """Powder of the salt, its hydrate or the base, with a certificate on any basis."""
    substance = draw(st.sampled_from((STRENGTH_AS, _HYDRATE, DRUG)))
    return Powder(
        substance=substance,
        certificate=draw(_certificates()),
        assay_as=draw(_rarely(substance, otherwise=None)),
        tapped=draw(_perhaps(_densities())),
        lots=draw(_lots("amount", _text(1, 1000, decimals=0, unit="g"))),
    )


def sources() -> SearchStrategy[Source]:
    """Tablets or powder."""
    either: SearchStrategy[Any] = st.one_of(tablets(), powders())
    return either


@st.composite
def orders(draw: DrawFn) -> Order:
    """Capsules of 0.1 to 10 mg, 1 to 10000 of them; shell, diluent and fill stated or left open."""
    fill: Fill = draw(_fills())
    return Order(
        drug=DRUG,
        form=Capsules(
            strength=draw(strengths()),
            quantity=draw(_usually(_EVERYDAY_QUANTITIES, st.integers(1, _MOST_UNITS))),
            shell=draw(_perhaps(_shells())),
            diluent=draw(_perhaps(_diluents())),
            fill=fill,
            spare=draw(_usually((0,), st.integers(0, 10))),
            overage=draw(_perhaps(_overages())),
        ),
        strength_as=draw(_rarely(DRUG, otherwise=STRENGTH_AS)),
        avoid=draw(_rarely(("lactose",), otherwise=())),
    )


@st.composite
def benches(draw: DrawFn) -> Bench:
    """The bench nobody described, or a balance and a capsule machine."""
    if draw(st.booleans()):
        return Bench(
            balance=draw(_balances(draw(st.sampled_from(tuple(_READABILITIES))))),
            machine=CapsuleMachine(holes=draw(st.sampled_from(_HOLES))),
        )
    return Bench()


@st.composite
def policies(draw: DrawFn) -> Policy:
    """The usual policy, the German one, or a house's own with every rounding mode."""
    named = draw(st.sampled_from((Policy.usp, Policy.nrf, None)))
    if named is not None:
        return named()
    return Policy(
        name="house",
        rounding=RoundingPolicy(weigh=draw(st.sampled_from(Mode))),
        grinding_reserve=draw(_percent(0, 100, decimals=1)),
        overage=draw(_overages()),
        negative_correction=draw(st.sampled_from(("full", "none", "capped"))),
        correct_above=draw(_percent(0, 50, decimals=1)),
        shells=tuple(draw(st.permutations(list(_SHELLS)))),
        diluent=draw(_diluents()),
        largest_powder_share=draw(_percent(500, 1000, decimals=1)),
        first_diluent=draw(_percent(500, 900, decimals=1)),
    )


@st.composite
def cases(draw: DrawFn) -> Preparation:
    """A whole case; in about one of four the powder wanted lies halfway between two marks."""
    bench, policy, on = draw(benches()), draw(policies()), draw(st.dates(*_DATES))
    if not draw(_rarely(True, otherwise=False)):
        return Preparation(draw(orders()), draw(sources()), bench, policy, on)
    order, source, readability = draw(_at_a_tie())
    balance = draw(_balances(readability))
    return Preparation(order, source, Bench(balance=balance, machine=bench.machine), policy, on)


@st.composite
def _at_a_tie(draw: DrawFn) -> tuple[Order, Source, str]:
    """An order whose powder is an odd number of half steps of a balance's readability.

    a ÷ 20 mg × (10 d × b) capsules = a × b ÷ 2 steps of d, for a, b odd; ground tablet of potency
    1 ÷ m, m odd, keeps that.
    """
    readability = draw(st.sampled_from(tuple(_READABILITIES)))
    tenths = _READABILITIES[readability]
    units = tenths * _odd(draw, most=min(99, _MOST_UNITS // tenths))
    strength = _written(Fraction(_odd(draw, most=199), 20), "mg")
    form = Capsules(
        strength=strength,
        quantity=units,
        shell=draw(st.sampled_from((None, "0", "00"))),
        diluent="microcrystalline cellulose",
        fill=draw(st.sampled_from((Estimated(), Calibrated()))),
        overage="0 %",
    )
    pure = Powder(substance=STRENGTH_AS, certificate=AsIs(assay="100 %"))
    times = 1 + _odd(draw, most=15)
    heavy = Tablets(strength="50 mg", weight=_written(Fraction(50 * (times + 1)), "mg"))
    return Order(drug=DRUG, form=form), draw(st.sampled_from((heavy, pure))), readability


def _odd(draw: DrawFn, *, most: int) -> int:
    """An odd number from 1."""
    return 1 + 2 * draw(st.integers(0, (most - 1) // 2))


def _together() -> SearchStrategy[dict[str, Any]]:
    """So many tablets on the pan at once, some sieved free of their coat."""

    @st.composite
    def weighing(draw: DrawFn) -> dict[str, Any]:
        count = draw(_usually((20,), st.integers(1, 40)))
        low, high = _TABLET_TENTHS
        tenths = draw(_usually((1773 * count,), st.integers(low * count, high * count)))
        stated: dict[str, Any] = {"weighed": count, "together": _shown(tenths)}
        if draw(_rarely(True, otherwise=False)):
            stated |= {"coat": "removed", "passed": _shown(tenths * 19 // 20)}
        return stated

    return weighing()


@st.composite
def _one_by_one(draw: DrawFn) -> dict[str, Any]:
    usual = draw(st.integers(*_TABLET_TENTHS))
    spread = draw(st.lists(st.integers(0, usual // 10), min_size=1, max_size=20))
    return {"weights": tuple(_shown(usual + more) for more in spread)}


def _on_average() -> SearchStrategy[dict[str, Any]]:
    low, high = _TABLET_TENTHS
    return st.fixed_dictionaries({"weight": _text(low, high, decimals=1, unit="mg")})


def _certificates() -> SearchStrategy[Anhydrous | Dried | AsIs]:
    assay = _usually(("100 %", "99.5 %"), _percent(900, 1100, decimals=1))
    lost = _percent(0, 1200, decimals=2)
    return st.one_of(
        st.builds(AsIs, assay=assay),
        st.builds(Dried, assay=assay, loss_on_drying=lost),
        st.builds(Anhydrous, assay=assay, water=lost, solvents=_percent(0, 200, decimals=2)),
    )


def _balances(readability: str) -> SearchStrategy[Balance]:
    """A balance on each basis."""
    bases: list[dict[str, SearchStrategy[Any]]] = [
        {"sensitivity": _usually(("6 mg",), _text(1, 200, decimals=1, unit="mg"))},
        {"minimum_weighable": _text(1, 5000, decimals=1, unit="mg")},
        {"repeatability": _text(0, 50, decimals=1, unit="mg")},
    ]
    capacity = st.sampled_from(("120 g", "1 kg", "20 g"))
    error = _perhaps(_percent(1, 100, decimals=1))
    return st.sampled_from(bases).flatmap(
        lambda basis: st.builds(
            Balance,
            readability=st.just(readability),
            capacity=capacity,
            accepted_error=error,
            **basis,
        )
    )


def _fills() -> SearchStrategy[Any]:
    packed = st.builds(
        Packed, shells=st.integers(5, 20), together=st.integers(5000, 60000).map(_shown)
    )
    density = _perhaps(_densities())
    return st.one_of(
        st.just(Estimated()),
        st.just(Calibrated()),
        st.builds(Measured, diluent=packed, powder=_perhaps(packed)),
        st.builds(Estimated, density=density, powder_density=density),
    )


def _shells() -> SearchStrategy[Shell]:
    """A shell of any maker's table, or one of the house's own."""
    listed = [(size, maker) for maker in names("maker") for size in sizes(maker=maker)]
    catalogued = st.sampled_from(listed).map(lambda one: Shell.of(one[0], maker=one[1]))
    volume = _text(10, 140, decimals=2, unit="mL")
    own = st.builds(Shell, size=st.just("own"), volume=volume, maker=st.just("the house"))
    return st.one_of(st.sampled_from(("3", "1", "0")).map(Shell.of), catalogued, own)


def _diluents() -> SearchStrategy[str]:
    """A diluent of the catalogue; of some no density is known."""
    diluents = [name for name in names("excipient") if excipient(name).role == "diluent"]
    return st.sampled_from(diluents)


def _overages() -> SearchStrategy[Overage]:
    return st.one_of(
        st.just(Overage(part="0 %")),
        st.builds(Overage, part=_percent(0, 200, decimals=1)),
        st.builds(Overage, part=_percent(0, 200, decimals=1), below=_text(1, 20, 0, "mg")),
    )


def _lots(field: str, amount: SearchStrategy[Any]) -> SearchStrategy[tuple[Lot, ...]]:
    """No lots, or one or two of which the amount is known or not."""
    lot = st.fixed_dictionaries(
        {"number": st.sampled_from(("A1", "B2"))},
        optional={field: amount, "expiry": st.dates(*_DATES)},
    ).map(Lot.model_validate)
    return st.one_of(st.just(()), st.lists(lot, min_size=1, max_size=2).map(tuple))


def _densities() -> SearchStrategy[str]:
    return _text(20, 120, decimals=2, unit="g/mL")


def _percent(low: int, high: int, *, decimals: int) -> SearchStrategy[str]:
    return _text(low, high, decimals, "%")


def _text(low: int, high: int, decimals: int, unit: str) -> SearchStrategy[str]:
    """Amounts as text; `low` and `high` count steps of the last decimal."""
    return st.integers(low, high).map(
        lambda steps: _written(Fraction(steps, 10**decimals), unit)
    )


def _on_grid(kind: type[A], least: str, most: str, step: str) -> SearchStrategy[A]:
    low, high, mark = (kind.of(text).value for text in (least, most, step))
    return st.integers(-(-low // mark), high // mark).map(
        lambda steps: kind.of(_written(steps * mark, kind.unit))
    )


def _written(value: Fraction, unit: str) -> str:
    return f"{write_number(value)} {unit}"


def _shown(tenths: int) -> str:
    """As a balance that reads 0.1 mg shows it, zeros and all."""
    return f"{tenths // 10}.{tenths % 10} mg"


def _usually(first: Any, otherwise: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """One of a few everyday values about half of the time, and towards the first when shrinking."""
    return st.one_of(st.sampled_from(first), otherwise) if first else otherwise


def _perhaps(drawn: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.one_of(st.none(), drawn)


def _rarely(value: Any, *, otherwise: Any) -> SearchStrategy[Any]:
    """`value` in about one draw of four."""
    return st.sampled_from((otherwise, otherwise, otherwise, value))
