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
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ldn_compound.catalog import dating, excipient, names, sizes
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.fills import Calibrated, Estimated, Measured, Packed
from ldn_compound.model.bench import Balance, Bench, CapsuleMachine
from ldn_compound.model.lot import Lot
from ldn_compound.model.order import DRUG, STRENGTH_AS, Order
from ldn_compound.model.overage import Overage
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy, Severity
from ldn_compound.model.ports import Source
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.model.rounding import RoundingPolicy
from ldn_compound.model.shell import Shell
from ldn_compound.model.strength_limits import StrengthLimits
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.dates import FirstDay
from ldn_compound.quantity.kinds import Mass, PerUnit
from ldn_compound.quantity.rounding import Mode
from ldn_compound.quantity.span import Span
from ldn_compound.quantity.spelling import write_number
from ldn_compound.sources.powder import Anhydrous, AsIs, Dried, Powder
from ldn_compound.sources.tablets import Tablets

A = TypeVar("A", bound=Amount)
Drawn = SearchStrategy[Any]

# What is drawn, not what is right: the ranges are wider than any house's.
_EVERYDAY_STRENGTHS = ("4.5 mg", "1.5 mg", "3 mg", "0.5 mg", "1 mg")
_OF_A_KIT = ("0.5 mg", "1 mg")
_EVERYDAY_QUANTITIES = (90, 30, 60, 100)
_MOST_UNITS = 10_000
_HOLES = (100, 50, 300)
_TENTHS_READ = {"1 mg": 10, "0.1 mg": 1, "0.5 mg": 5, "10 mg": 100}
"""The balances' readabilities, each with its tenths of a milligram."""
_TABLET_STRENGTHS = ("50 mg", "25 mg", "4.5 mg", "1.5 mg")
_LIGHTEST, _USUAL, _HEAVIEST = 1000, 1773, 9000
"""Tenths of a milligram that a tablet weighs."""
_SHELLS = ("3", "1", "0", "00")
_HYDRATE = "naltrexone hydrochloride dihydrate"
_DATES = (date(2024, 1, 1), date(2031, 12, 31))


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
    """Masses as a balance that reads `step` shows them."""
    return _on_grid(Mass, least, most, step)


def strengths(
    *, least: str = "0.1 mg", most: str = "10 mg", step: str = "0.01 mg"
) -> SearchStrategy[PerUnit]:
    """Strengths of a capsule, the everyday ones more often."""
    low, high = PerUnit.of(least), PerUnit.of(most)
    everyday = (PerUnit.of(text) for text in _EVERYDAY_STRENGTHS)
    within = tuple(strength for strength in everyday if low <= strength <= high)
    any_of_them = _on_grid(PerUnit, least, most, step)
    return st.one_of(st.sampled_from(within), any_of_them) if within else any_of_them


@st.composite
def tablets(draw: DrawFn) -> Tablets:
    """Tablets weighed together, one by one or on average; some assayed, some without a coat."""
    return Tablets(
        strength=draw(_usually(_TABLET_STRENGTHS, _text(5, 750, 1, "mg"))),
        assay=draw(_perhaps(_percent(900, 1100, 1))),
        tapped=draw(_perhaps(_densities())),
        release=draw(_rarely("modified", "immediate")),
        lots=draw(_lots("tablets", st.integers(1, 1000))),
        **draw(st.one_of(_on_average(), _together(), _one_by_one())),
    )


@st.composite
def powders(draw: DrawFn) -> Powder:
    """Powder of the salt, its hydrate or the base, with a certificate on any basis."""
    substance = draw(st.sampled_from((STRENGTH_AS, _HYDRATE, DRUG)))
    return Powder(
        substance=substance,
        certificate=draw(_certificates()),
        assay_as=draw(_rarely(substance, None)),
        tapped=draw(_perhaps(_densities())),
        lots=draw(_lots("amount", _text(1, 1000, 0, "g"))),
    )


def sources() -> SearchStrategy[Source]:
    """Tablets or powder; a few are the everyday tablets, which failures shrink to."""
    everyday = st.builds(
        Tablets, strength=st.just("50 mg"), weighed=st.just(20), together=st.just("3546 mg")
    )
    either: Drawn = st.one_of(everyday, tablets(), tablets(), powders(), powders())
    return either


@st.composite
def orders(draw: DrawFn) -> Order:
    """Capsules of 0.1 to 10 mg, 1 to 10000 of them; shell, diluent and fill stated or left open.

    About one of four has directions, and one of four is a kit's.
    """
    strength = draw(strengths())
    others = tuple(one for one in _OF_A_KIT if PerUnit.of(one) != strength)
    return Order(
        drug=DRUG,
        form=Capsules(
            strength=strength,
            quantity=draw(_usually(_EVERYDAY_QUANTITIES, st.integers(1, _MOST_UNITS))),
            shell=draw(_perhaps(_shells())),
            diluent=draw(_perhaps(_diluents())),
            fill=draw(_fills()),
            spare=draw(_usually((0,), st.integers(0, 10))),
            overage=draw(_perhaps(_overages())),
        ),
        strength_as=draw(_rarely(DRUG, STRENGTH_AS)),
        avoid=draw(_rarely(("lactose",), ())),
        directions=draw(_regimens(strength)) if draw(_rarely(True, False)) else None,
        beside=draw(_rarely(others, ())),
    )


@st.composite
def _regimens(draw: DrawFn, strength: PerUnit) -> Regimen:
    """Up to four periods, most of whole capsules of the strength."""
    whole = st.integers(1, 4).map(lambda count: _written(count * strength.value, "mg"))
    period = st.builds(
        Period,
        dose=st.one_of(whole, _text(10, 1000, 2, "mg")),
        days=st.integers(1, 90).map(lambda days: f"{days} days"),
        times_a_day=_rarely(2, 1),
    )
    periods = draw(st.lists(period, min_size=1, max_size=4))
    return Regimen(periods=tuple(periods))


@st.composite
def benches(draw: DrawFn) -> Bench:
    """The bench nobody described, or a balance and a capsule machine."""
    if not draw(st.booleans()):
        return Bench()
    readability = draw(st.sampled_from(tuple(_TENTHS_READ)))
    return Bench(balance=draw(_balances(readability)), machine=draw(_machines()))


@st.composite
def policies(draw: DrawFn, *, most_stages: int = 2) -> Policy:
    """The usual policy, the German one, or a house's own, with stages of dilution up to a few.

    What three stages cannot reach takes seconds to refuse: ask for them where time allows.
    """
    usual = st.sampled_from((Policy.usp, Policy.nrf)).map(lambda named: named())
    policy: Policy = draw(st.one_of(usual, _of_the_house()))
    return policy.model_copy(update={"most_stages": draw(st.integers(0, most_stages))})


@st.composite
def _of_the_house(draw: DrawFn) -> Policy:
    return Policy(
        name="house",
        rounding=draw(_roundings()),
        grinding_reserve=draw(_percent(0, 100, 1)),
        overage=draw(_overages()),
        negative_correction=draw(st.sampled_from(("full", "none", "capped"))),
        correct_above=draw(_percent(0, 50, 1)),
        largest_fold=draw(st.integers(2, 20)),
        shells=tuple(draw(st.permutations(_SHELLS))),
        diluent=draw(_diluents()),
        largest_powder_share=draw(_percent(500, 1000, 1)),
        first_diluent=draw(_percent(500, 900, 1)),
        content=draw(st.builds(Span, _percent(800, 1000, 1), _percent(1000, 1200, 1))),
        usual_strength=StrengthLimits(low="0.5 mg", high=draw(_text(5, 45, 1, "mg"))),
        warned_strength=draw(_perhaps(st.just(StrengthLimits(low="0.2 mg", high="6 mg")))),
        whole_tablet_tolerance=draw(_percent(1, 100, 1)),
        vehicle=draw(_perhaps(st.sampled_from(names("vehicle")))),
        first_day=draw(st.sampled_from(get_args(FirstDay))),
        edition=draw(_perhaps(st.sampled_from([one.key for one in dating().all]))),
        severities=draw(_severities()),
    )


@st.composite
def _roundings(draw: DrawFn) -> RoundingPolicy:
    weigh, measure, dose_volume = (draw(st.sampled_from(Mode)) for _ in range(3))
    return RoundingPolicy(
        weigh=weigh,
        measure=measure,
        dose_volume=dose_volume,
        weigh_tolerance=draw(_percent(1, 100, 1)),
        measure_tolerance=draw(_percent(1, 100, 1)),
        dose_volume_tolerance=draw(_percent(1, 100, 1)),
    )


def _severities() -> Drawn:
    """A house's own, of rules that are not absolute."""
    codes = ("WGH304", "SRC214", "CAP401", "OUT802", "RX101")
    return st.dictionaries(
        st.sampled_from(codes), st.sampled_from(get_args(Severity)), max_size=len(codes)
    )


@st.composite
def cases(draw: DrawFn) -> Preparation:
    """A whole case; in about one of four the powder wanted lies halfway between two marks."""
    policy, on = draw(policies()), draw(st.dates(*_DATES))
    case = Preparation(draw(orders()), draw(sources()), draw(benches()), policy, on)
    if not draw(_rarely(True, False)):
        return case
    # Drawn after the plain case, so that what fails of both shrinks to a plain one.
    readability = draw(st.sampled_from(tuple(_TENTHS_READ)))
    order, source = draw(_halfway(readability)), draw(_whole_parts())
    bench = Bench(balance=draw(_balances(readability)), machine=case.bench.machine)
    return case._replace(order=order, source=source, bench=bench)


@st.composite
def _halfway(draw: DrawFn, readability: str) -> Order:
    """An order whose active is an odd number of half steps of a balance that reads d mg.

    a ÷ 20 mg in each of 10 × d × b capsules are a × b ÷ 2 steps of d, for odd a and b.
    """
    tenths = _TENTHS_READ[readability]
    form = Capsules(
        strength=PerUnit.of(_written(Fraction(draw(_odd(199)), 20), "mg")),
        quantity=tenths * draw(_odd(min(99, _MOST_UNITS // tenths))),
        shell=draw(st.sampled_from((None, Shell.of("0"), Shell.of("00")))),
        diluent="microcrystalline cellulose",
        fill=draw(_plain_fills()),
        overage=Overage(part="0 %"),
    )
    return Order(drug=DRUG, form=form)


def _whole_parts() -> Drawn:
    """Tablets or powder of potency 1 ÷ m, m odd: half a step of active is half a step of it."""
    pure = st.builds(Powder, substance=st.just(STRENGTH_AS), certificate=st.just(_PURE))
    weight = st.integers(1, 8).map(lambda half: f"{50 * (2 * half + 1)} mg")
    return st.one_of(st.builds(Tablets, strength=st.just("50 mg"), weight=weight), pure)


_PURE = AsIs(assay="100 %")


# The strategies below are made once: hypothesis looks each new one over again.


@cache
def _odd(most: int) -> SearchStrategy[int]:
    """An odd number from 1."""
    return st.integers(0, (most - 1) // 2).map(lambda half: 2 * half + 1)


@st.composite
def _together(draw: DrawFn) -> dict[str, Any]:
    """So many tablets on the pan at once; of some the coat is sieved off."""
    count = draw(_usually((20,), st.integers(1, 40)))
    tenths = draw(_usually((_USUAL * count,), st.integers(_LIGHTEST * count, _HEAVIEST * count)))
    stated: dict[str, Any] = {"weighed": count, "together": _shown(tenths)}
    if draw(_rarely(True, False)):
        stated |= {"coat": "removed", "passed": _shown(tenths * 19 // 20)}
    return stated


@st.composite
def _one_by_one(draw: DrawFn) -> dict[str, Any]:
    lightest = draw(st.integers(_LIGHTEST, _HEAVIEST))
    more = draw(st.lists(st.integers(0, lightest // 10), min_size=1, max_size=20))
    return {"weights": tuple(_shown(lightest + tenths) for tenths in more)}


@cache
def _on_average() -> Drawn:
    weight = _usually((_shown(_USUAL),), _text(_LIGHTEST, _HEAVIEST, 1, "mg"))
    return st.fixed_dictionaries({"weight": weight})


@cache
def _certificates() -> Drawn:
    assay = _usually(("100 %", "99.5 %"), _percent(900, 1100, 1))
    lost = _percent(0, 1200, 2)
    return st.one_of(
        st.builds(AsIs, assay=assay),
        st.builds(Dried, assay=assay, loss_on_drying=lost),
        st.builds(Anhydrous, assay=assay, water=lost, solvents=_percent(0, 200, 2)),
    )


@cache
def _balances(readability: str) -> Drawn:
    """A balance on each basis."""
    of_all = {
        "readability": st.just(readability),
        "capacity": st.sampled_from(("120 g", "1 kg", "20 g")),
        "accepted_error": _perhaps(_percent(1, 100, 1)),
    }
    return st.one_of(
        st.builds(Balance, sensitivity=_usually(("6 mg",), _text(1, 200, 1, "mg")), **of_all),
        st.builds(Balance, minimum_weighable=_text(1, 5000, 1, "mg"), **of_all),
        st.builds(Balance, repeatability=_text(0, _TENTHS_READ[readability], 1, "mg"), **of_all),
    )


@cache
def _machines() -> Drawn:
    return st.builds(CapsuleMachine, holes=st.sampled_from(_HOLES))


@cache
def _plain_fills() -> Drawn:
    return st.one_of(st.builds(Estimated), st.builds(Calibrated))


@cache
def _fills() -> Drawn:
    together = st.integers(5000, 60000).map(_shown)
    packed = st.builds(Packed, shells=st.integers(5, 20), together=together)
    density = _perhaps(_densities())
    return st.one_of(
        _plain_fills(),
        st.builds(Measured, diluent=packed, powder=_perhaps(packed)),
        st.builds(Estimated, density=density, powder_density=density),
    )


@cache
def _shells() -> Drawn:
    """A shell of any maker's table, or one of the house's own."""
    listed = [(size, maker) for maker in names("maker") for size in sizes(maker=maker)]
    return st.one_of(
        st.sampled_from(_SHELLS).map(Shell.of),
        st.sampled_from(listed).map(lambda one: Shell.of(one[0], maker=one[1])),
        st.builds(
            Shell,
            size=st.just("own"),
            volume=_text(10, 140, 2, "mL"),
            maker=st.just("the house"),
        ),
    )


@cache
def _diluents() -> Drawn:
    """A diluent of the catalogue; of some no density is known."""
    every = names("excipient")
    return st.sampled_from([name for name in every if excipient(name).role == "diluent"])


@cache
def _overages() -> Drawn:
    part = _percent(0, 200, 1)
    return st.one_of(
        st.builds(Overage, part=st.just("0 %")),
        st.builds(Overage, part=part),
        st.builds(Overage, part=part, below=_text(1, 20, 0, "mg")),
    )


@cache
def _lots(field: str, amount: Drawn) -> Drawn:
    """No lots, or one or two whose amount is known or not."""
    lot = st.fixed_dictionaries(
        {"number": st.sampled_from(("A1", "B2"))},
        optional={field: amount, "expiry": st.dates(*_DATES)},
    )
    several = st.lists(lot.map(Lot.model_validate), min_size=1, max_size=2)
    return st.one_of(st.just(()), several.map(tuple))


@cache
def _densities() -> Drawn:
    return _text(20, 120, 2, "g/mL")


def _percent(low: int, high: int, decimals: int) -> Drawn:
    return _text(low, high, decimals, "%")


@cache
def _text(low: int, high: int, decimals: int, unit: str) -> Drawn:
    """Amounts as text; `low` and `high` count steps of the last decimal."""
    step = Fraction(1, 10**decimals)
    return st.integers(low, high).map(lambda steps: _written(steps * step, unit))


@cache
def _usually(everyday: tuple[Any, ...], otherwise: Drawn) -> Drawn:
    """One of a few everyday values about half of the time; the first is the simplest."""
    return st.one_of(st.sampled_from(everyday), otherwise)


@cache
def _perhaps(drawn: Drawn) -> Drawn:
    return st.one_of(st.none(), drawn)


@cache
def _rarely(rare: Any, otherwise: Any) -> Drawn:
    """`rare` in about one draw of four."""
    return st.sampled_from((otherwise, otherwise, otherwise, rare))


@cache
def _on_grid(kind: type[A], least: str, most: str, step: str) -> SearchStrategy[A]:
    low, high, mark = (kind.of(text).value for text in (least, most, step))
    marks = st.integers(-(-low // mark), high // mark)
    return marks.map(lambda steps: kind.of(_written(steps * mark, kind.unit)))


def _written(value: Fraction, unit: str) -> str:
    return f"{write_number(value)} {unit}"


def _shown(tenths: int) -> str:
    """As a balance that reads 0.1 mg shows it, zeros and all."""
    return f"{tenths // 10}.{tenths % 10} mg"
