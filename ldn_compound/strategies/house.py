"""Benches and policies: the usual ones, and a house's own."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import ceil
from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from ldn_compound.catalog import dating, excipient, names
from ldn_compound.model.bench import Balance, Bench, CapsuleMachine
from ldn_compound.model.overage import Overage
from ldn_compound.model.policy import Policy, Severity
from ldn_compound.model.rounding import RoundingPolicy
from ldn_compound.model.strength_limits import StrengthLimits
from ldn_compound.quantity.dates import FirstDay
from ldn_compound.quantity.rounding import Mode
from ldn_compound.quantity.span import Span
from ldn_compound.strategies.figures import Drawn, percent, perhaps, text, usually

_HOLES = (100, 50, 300)
TENTHS_READ = {"1 mg": 10, "0.1 mg": 1, "0.5 mg": 5, "10 mg": 100}
"""What a balance reads, and that in tenths of a milligram."""
SHELLS = ("3", "1", "0", "00")


@st.composite
def benches(draw: DrawFn) -> Bench:
    """The bench nobody described, or a balance and a capsule machine."""
    if not draw(st.booleans()):
        return Bench()
    readability = draw(st.sampled_from(tuple(TENTHS_READ)))
    return Bench(balance=draw(balances(readability)), machine=draw(_machines()))


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
        grinding_reserve=draw(percent(0, 100, 1)),
        overage=draw(overages()),
        negative_correction=draw(st.sampled_from(("full", "none", "capped"))),
        correct_above=draw(percent(0, 50, 1)),
        largest_fold=draw(st.integers(2, 20)),
        shells=tuple(draw(st.permutations(SHELLS))),
        diluent=draw(diluents()),
        largest_powder_share=draw(percent(500, 1000, 1)),
        first_diluent=draw(percent(500, 900, 1)),
        content=draw(st.builds(Span, percent(800, 1000, 1), percent(1000, 1200, 1))),
        usual_strength=StrengthLimits(low="0.5 mg", high=draw(text(5, 45, 1, "mg"))),
        warned_strength=draw(perhaps(st.just(StrengthLimits(low="0.2 mg", high="6 mg")))),
        whole_tablet_tolerance=draw(percent(1, 100, 1)),
        vehicle=draw(perhaps(st.sampled_from(names("vehicle")))),
        first_day=draw(st.sampled_from(get_args(FirstDay))),
        edition=draw(perhaps(st.sampled_from([one.key for one in dating().all]))),
        severities=draw(_severities()),
    )


@st.composite
def _roundings(draw: DrawFn) -> RoundingPolicy:
    weigh, measure, dose_volume = (draw(st.sampled_from(Mode)) for _ in range(3))
    return RoundingPolicy(
        weigh=weigh,
        measure=measure,
        dose_volume=dose_volume,
        weigh_tolerance=draw(percent(1, 100, 1)),
        measure_tolerance=draw(percent(1, 100, 1)),
        dose_volume_tolerance=draw(percent(1, 100, 1)),
    )


def _severities() -> Drawn:
    """A house's own, of rules that are not absolute."""
    codes = ("WGH304", "SRC214", "CAP401", "OUT802", "RX101")
    return st.dictionaries(
        st.sampled_from(codes), st.sampled_from(get_args(Severity)), max_size=len(codes)
    )


@cache
def balances(readability: str) -> Drawn:
    """A balance on each basis, none finer than half of what its display reads."""
    tenths = TENTHS_READ[readability]
    of_all = {
        "readability": st.just(readability),
        "capacity": st.sampled_from(("120 g", "1 kg", "20 g")),
    }
    errors = perhaps(percent(1, 100, 1))
    sensitivity = usually(("6 mg",), text(ceil(tenths / 2), 200, 1, "mg"))
    return st.one_of(
        st.builds(Balance, sensitivity=sensitivity, accepted_error=errors, **of_all),
        st.one_of(st.none(), st.integers(1, 100)).flatmap(
            lambda thousandths: st.builds(
                Balance,
                minimum_weighable=_minima(tenths, thousandths or 50),
                accepted_error=st.just(thousandths and f"{thousandths / 10} %"),
                **of_all,
            )
        ),
        st.builds(Balance, repeatability=text(0, tenths, 1, "mg"), accepted_error=errors, **of_all),
    )


def _minima(tenths: int, thousandths: int) -> Drawn:
    """What a balance that reads so many tenths of a milligram may weigh, at so much error."""
    least = ceil(Fraction(tenths * 1000, 2 * thousandths))
    return text(least, max(5000, 2 * least), 1, "mg")


@cache
def _machines() -> Drawn:
    return st.builds(CapsuleMachine, holes=st.sampled_from(_HOLES))


@cache
def diluents() -> Drawn:
    """A diluent of the catalogue; of some no density is known."""
    every = names("excipient")
    return st.sampled_from([name for name in every if excipient(name).role == "diluent"])


@cache
def overages() -> Drawn:
    part = percent(0, 200, 1)
    return st.one_of(
        st.builds(Overage, part=st.just("0 %")),
        st.builds(Overage, part=part),
        st.builds(Overage, part=part, below=text(1, 20, 0, "mg")),
    )
