"""The limits beside the default: studies, tests, a monograph, components; each with its grounds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ldn_compound.catalog.editions import Clause, Period
from ldn_compound.catalog.studies import Stable, Study
from ldn_compound.model.base import trusted
from ldn_compound.model.beyond_use import Limit
from ldn_compound.planning.dating import Dating, kept
from ldn_compound.planning.day_counting import Counting
from ldn_compound.planning.study_match import not_compared, packed_otherwise, stable_as_kept

if TYPE_CHECKING:
    from ldn_compound.model.preparation import AntimicrobialTest, Monograph
    from ldn_compound.planning.seen import AnyComponent

_LOTS_KEPT = 256
"""Lots whose limit is remembered: each goes into many preparations."""


def monograph_limit(case: Dating, monograph: Monograph) -> Limit:
    """The date of its monograph, counted as that says."""
    period = Period(days=monograph.days)
    first_day = monograph.first_day or case.counting.first_day
    counting = Counting(case.counting.made, first_day)
    return trusted(Limit)(
        kind="monograph",
        name=monograph.title,
        date=counting.last_day(period),
        why=f"{counting.said(period)}; {case.edition.monograph.says}",
        cites=case.edition.monograph.cites,
        confirmed=case.edition.monograph.confirmed,
    )


def study_limit(case: Dating, study: Study) -> Limit:
    """The date of a study that tested it."""
    found = stable_as_kept(study, case.preparation)
    assert found is not None  # only a study of this storage is asked
    return trusted(Limit)(
        kind="study",
        name=study.title,
        date=case.counting.last_day(Period(days=found.days)),
        why="; ".join(_said_of(case, study, found)),
        cites=study.cites,
        confirmed=study.confirmed and not study.assumed,
    )


def _said_of(case: Dating, study: Study, found: Stable) -> Iterator[str]:
    yield stable_said(found)
    yield case.counting.said(Period(days=found.days))
    if packing := packed_otherwise(study, case.preparation):
        yield f"extends nothing here, {', '.join(packing)}"
    if missing := not_compared(study):
        yield f"not stated by it and not compared: {', '.join(missing)}"
    if study.assumed:
        yield f"assumed: {study.assumed}"


def stable_said(found: Stable) -> str:
    """How long it was found stable, and at what temperature, or where it was kept."""
    at = f"at {found.at}" if found.at else kept((found.storage,))
    return f"stable for {Period(days=found.days)} {at}"


def longest_extension(case: Dating) -> Limit:
    """The date that nothing extends a default beyond."""
    period, clause = case.edition.longest, case.edition.on_longest
    return trusted(Limit)(
        kind="longest",
        name="longest extension",
        date=case.counting.last_day(period),
        why=f"{case.counting.said(period)}; {clause.says}",
        cites=clause.cites,
        confirmed=clause.confirmed,
    )


def tested_until(case: Dating, test: AntimicrobialTest) -> Limit:
    """The age at which its preservation was proved."""
    period, clause = Period(days=test.aged), case.edition.effectiveness
    return trusted(Limit)(
        kind="antimicrobial test",
        name="antimicrobial effectiveness test",
        date=case.counting.last_day(period),
        why=f"passed at the age of {period}, {test.report}; {case.counting.said(period)}",
        cites=clause.cites,
        confirmed=clause.confirmed,
    )


def component_limit(case: Dating, component: AnyComponent) -> Limit | None:
    """The date of what it is made of; None where nobody gave one."""
    if component.until is None:
        return None
    return _of_component(
        component.name, component.until, component.kind, component.printed, case.edition.components
    )


@lru_cache(_LOTS_KEPT)
def _of_component(name: str, until: date, kind: str, printed: str, clause: Clause) -> Limit:
    month = f"; '{printed}' names no day and is read as the end of the month"
    its = "expiry date" if kind == "expiry" else kind
    return trusted(Limit)(
        kind="component",
        name=name,
        date=until,
        why=f"its {its}; {clause.says}{month if printed else ''}",
        cites=clause.cites,
        confirmed=clause.confirmed,
    )
