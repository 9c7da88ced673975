"""Orders of capsules, with directions and without."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from ldn_compound.catalog import names, sizes
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.fills import Estimated
from ldn_compound.forms.house_fills import Calibrated, Measured, Packed
from ldn_compound.model.order import DRUG, STRENGTH_AS, Order
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.model.shell import Shell
from ldn_compound.quantity.kinds import PerUnit
from ldn_compound.strategies.figures import (
    Drawn,
    as_read,
    densities,
    perhaps,
    rarely,
    strengths,
    text,
    usually,
    written,
)
from ldn_compound.strategies.house import SHELLS, diluents, overages

_OF_A_KIT = ("0.5 mg", "1 mg")
_EVERYDAY_QUANTITIES = (90, 30, 60, 100)
MOST_UNITS = 10_000


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
            quantity=draw(usually(_EVERYDAY_QUANTITIES, st.integers(1, MOST_UNITS))),
            shell=draw(perhaps(_shells())),
            diluent=draw(perhaps(diluents())),
            fill=draw(_fills()),
            spare=draw(usually((0,), st.integers(0, 10))),
            overage=draw(perhaps(overages())),
        ),
        strength_as=draw(rarely(DRUG, STRENGTH_AS)),
        avoid=draw(rarely(("lactose",), ())),
        directions=draw(_regimens(strength)) if draw(rarely(True, False)) else None,
        beside=draw(rarely(others, ())),
    )


@st.composite
def _regimens(draw: DrawFn, strength: PerUnit) -> Regimen:
    """Up to four periods, most of whole capsules of the strength."""
    whole = st.integers(1, 4).map(lambda count: written(count * strength.value, "mg"))
    period = st.builds(
        Period,
        dose=st.one_of(whole, text(10, 1000, 2, "mg")),
        days=st.integers(1, 90).map(lambda days: f"{days} days"),
        times_a_day=rarely(2, 1),
    )
    periods = draw(st.lists(period, min_size=1, max_size=4))
    return Regimen(periods=tuple(periods))


@cache
def plain_fills() -> Drawn:
    return st.one_of(st.builds(Estimated), st.builds(Calibrated))


@cache
def _fills() -> Drawn:
    together = st.integers(5000, 60000).map(as_read)
    packed = st.builds(Packed, shells=st.integers(5, 20), together=together)
    density = perhaps(densities())
    return st.one_of(
        plain_fills(),
        st.builds(Measured, diluent=packed, powder=perhaps(packed)),
        st.builds(Estimated, density=density, powder_density=density),
    )


@cache
def _shells() -> Drawn:
    """A shell of any maker's table, or one of the house's own."""
    listed = [(size, maker) for maker in names("maker") for size in sizes(maker=maker)]
    return st.one_of(
        st.sampled_from(SHELLS).map(Shell.of),
        st.sampled_from(listed).map(lambda one: Shell.of(one[0], maker=one[1])),
        st.builds(
            Shell,
            size=st.just("own"),
            volume=text(10, 140, 2, "mL"),
            maker=st.just("the house"),
        ),
    )
