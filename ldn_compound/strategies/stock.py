"""Tablets and powder, as a pharmacy has them in stock, and worse."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ldn_compound.model.lot import Lot
from ldn_compound.model.order import DRUG, STRENGTH_AS
from ldn_compound.model.ports import Source
from ldn_compound.sources.powder import Anhydrous, AsIs, Dried, Powder
from ldn_compound.sources.tablets import Tablets
from ldn_compound.strategies.figures import (
    DATES,
    Drawn,
    as_read,
    densities,
    percent,
    perhaps,
    rarely,
    text,
    usually,
)

_TABLET_STRENGTHS = ("50 mg", "25 mg", "4.5 mg", "1.5 mg")
_LIGHTEST, _USUAL, _HEAVIEST = 1000, 1773, 9000
"""Tenths of a milligram that a tablet weighs."""
_HYDRATE = "naltrexone hydrochloride dihydrate"


@st.composite
def tablets(draw: DrawFn) -> Tablets:
    """Tablets weighed together, one by one or on average; some assayed, some without a coat."""
    return Tablets(
        strength=draw(usually(_TABLET_STRENGTHS, text(5, 750, 1, "mg"))),
        assay=draw(perhaps(percent(900, 1100, 1))),
        tapped=draw(perhaps(densities())),
        release=draw(rarely("modified", "immediate")),
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
        assay_as=draw(rarely(substance, None)),
        tapped=draw(perhaps(densities())),
        lots=draw(_lots("amount", text(1, 1000, 0, "g"))),
    )


def sources() -> SearchStrategy[Source]:
    """Tablets or powder; a few are the everyday tablets, which failures shrink to."""
    everyday = st.builds(
        Tablets, strength=st.just("50 mg"), weighed=st.just(20), together=st.just("3546 mg")
    )
    either: Drawn = st.one_of(everyday, tablets(), tablets(), powders(), powders())
    return either


@st.composite
def _together(draw: DrawFn) -> dict[str, Any]:
    """So many tablets on the pan at once; of some the coat is sieved off."""
    count = draw(usually((20,), st.integers(1, 40)))
    tenths = draw(usually((_USUAL * count,), st.integers(_LIGHTEST * count, _HEAVIEST * count)))
    stated: dict[str, Any] = {"weighed": count, "together": as_read(tenths)}
    if draw(rarely(True, False)):
        stated |= {"coat": "removed", "passed": as_read(tenths * 19 // 20)}
    return stated


@st.composite
def _one_by_one(draw: DrawFn) -> dict[str, Any]:
    lightest = draw(st.integers(_LIGHTEST, _HEAVIEST))
    more = draw(st.lists(st.integers(0, lightest // 10), min_size=1, max_size=20))
    return {"weights": tuple(as_read(lightest + tenths) for tenths in more)}


@cache
def _on_average() -> Drawn:
    weight = usually((as_read(_USUAL),), text(_LIGHTEST, _HEAVIEST, 1, "mg"))
    return st.fixed_dictionaries({"weight": weight})


@cache
def _certificates() -> Drawn:
    assay = usually(("100 %", "99.5 %"), percent(900, 1100, 1))
    lost = percent(0, 1200, 2)
    return st.one_of(
        st.builds(AsIs, assay=assay),
        st.builds(Dried, assay=assay, loss_on_drying=lost),
        st.builds(Anhydrous, assay=assay, water=lost, solvents=percent(0, 200, 2)),
    )


@cache
def _lots(field: str, amount: Drawn) -> Drawn:
    """No lots, or one or two whose amount is known or not."""
    lot = st.fixed_dictionaries({}, optional={field: amount, "expiry": st.dates(*DATES)})
    several = st.lists(lot, min_size=1, max_size=2)
    return st.one_of(st.just(()), several.map(_numbered))


def _numbered(lots: list[dict[str, Any]]) -> tuple[Lot, ...]:
    numbers = ("A1", "B2")
    return tuple(Lot(number=number, **lot) for number, lot in zip(numbers, lots, strict=False))
