"""The beyond-use date: the earliest of what the chapter, the evidence and the components allow.

Capsules of 2026-01-01 from a lot that expires 2026-05-31: 180 days would be 2026-06-29, the lot is
earlier, 2026-05-31.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ldn_compound.catalog import edition_for, first_day as way_to_count, studies_of
from ldn_compound.catalog.studies import Study
from ldn_compound.model.base import trusted
from ldn_compound.model.beyond_use import BeyondUse, Limit, SetAside
from ldn_compound.named import NamedTuple
from ldn_compound.planning.dating import Dating
from ldn_compound.planning.day_counting import Counting
from ldn_compound.planning.evidence import (
    component_limit,
    longest_extension,
    monograph_limit,
    stable_said,
    study_limit,
    tested_until,
)
from ldn_compound.planning.seen import Seen
from ldn_compound.planning.study_match import (
    differences,
    holds_all_of,
    packed_otherwise,
    stable_as_kept,
)
from ldn_compound.quantity.dates import FirstDay, checked_day

if TYPE_CHECKING:
    from ldn_compound.planning.seen import AnyPreparation

_KEPT = 256
"""Preparations whose evidence is not weighed again."""


def beyond_use(
    preparation: AnyPreparation,
    *,
    made: date,
    edition: str | None = None,
    first_day: FirstDay = "compounding day",
    studies: tuple[Study, ...] | None = None,
) -> BeyondUse:
    """The last day of use of a preparation made on a day, what set it, and what it beat.

    `edition` is the chapter's edition by its key ("usp-795-2014"); the one official on that day
    where it is not given. `first_day` says which day is day 1. `studies` are those looked at; the
    catalogue's of this form where they are not given.
    """
    counting = Counting(checked_day(made, what="day of compounding"), first_day)
    chapter = edition_for(made, key=edition)
    looked_at = studies_of(preparation.form) if studies is None else _checked(studies)
    case = _Case(Dating(preparation, chapter, counting), looked_at)
    evidence = _weighed(case)
    components = [component_limit(case.dating, one) for one in preparation.components]
    known = [limit for limit in components if limit is not None]
    first, *others = sorted((*evidence.limits, *known), key=lambda limit: limit.date)
    return trusted(BeyondUse)(
        date=first.date,
        made=made,
        edition=chapter.key,
        first_day=first_day,
        basis=evidence.basis,
        limit=first,
        beaten=tuple(others),
        set_aside=evidence.set_aside,
        undated=tuple(one.name for one in preparation.components if one.until is None),
        notes=evidence.notes,
    )


def _checked(studies: tuple[Study, ...]) -> tuple[Study, ...]:
    from ldn_compound.planning.house_studies import checked_studies

    return checked_studies(studies)


class _Case:
    """A preparation to be dated, and the studies looked at; its components are no part of it.

    Two that are alike in all else have the same evidence, which is weighed once.
    """

    __slots__ = ("_all_else", "dating", "studies")

    def __init__(self, dating: Dating, studies: tuple[Study, ...]) -> None:
        self.dating = dating
        self.studies = studies
        seen = dating.preparation
        if isinstance(seen, Seen):
            parts = seen.all_but_components
        else:
            parts = tuple(part for name, part in vars(seen).items() if name != "components")
        self._all_else = (*parts, dating.edition, dating.counting, studies)

    def __hash__(self) -> int:
        # Of little, for there is much to it: most that are alike in this are alike in all.
        seen = self.dating.preparation
        return hash((seen.form, seen.active, seen.container, self.dating.counting))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Case) and self._all_else == other._all_else


class _Evidence(NamedTuple):
    """The limits beside the components', what was set aside, and what is to be remarked."""

    limits: tuple[Limit, ...]
    set_aside: tuple[SetAside, ...]
    notes: tuple[str, ...]
    basis: str


@lru_cache(_KEPT)
def _weighed(case: _Case) -> _Evidence:
    dating = case.dating
    limits, set_aside = _limits(dating, case.studies)
    way = way_to_count(dating.counting.first_day)
    return _Evidence(limits, set_aside, tuple(_notes(dating)), f"{dating.edition.title}; {way}")


def _limits(
    case: Dating, looked_at: tuple[Study, ...]
) -> tuple[tuple[Limit, ...], tuple[SetAside, ...]]:
    """A monograph takes the default's place, and so do studies that may extend it."""
    preparation, default = case.preparation, case.default()
    found = [(study, differences(study, preparation)) for study in looked_at]
    others = tuple(_other(case, study, why) for study, why in found if why)
    tested = tuple(study for study, why in found if not why)
    shown = tuple(study_limit(case, study) for study in tested)
    if preparation.monograph is not None:
        monograph = monograph_limit(case, preparation.monograph)
        return (monograph, *shown), (_instead(default, of=(monograph,)), *others)
    if all(packed_otherwise(study, preparation) for study in tested):
        return (default, *shown), others
    ends = ends_of(case)
    if not _lacks_test(case) and _earliest((*shown, *ends)) > default.date:
        return (*shown, *ends), (_instead(default, of=shown), *others)
    return (default, *shown), (*_stays(case, default, shown, ends), *others)


def _other(case: Dating, study: Study, why: tuple[str, ...]) -> SetAside:
    """A study of another formulation, or of this one kept otherwise."""
    kept_so = stable_as_kept(study, case.preparation)
    stable = stable_said(kept_so) if kept_so else "not kept as this is"
    close = holds_all_of(study, case.preparation)
    return trusted(SetAside)(
        kind="study", name=study.title, why=why, stable=stable if close else ""
    )


def _earliest(limits: tuple[Limit, ...]) -> date:
    return min(limit.date for limit in limits)


def _lacks_test(case: Dating) -> bool:
    return case.aqueous and case.preparation.antimicrobial_test is None


def ends_of(case: Dating) -> tuple[Limit, ...]:
    """What an extension by a study may not pass."""
    test = case.preparation.antimicrobial_test
    if test is None or not case.aqueous:
        return (longest_extension(case),)
    return (longest_extension(case), tested_until(case, test))


def _instead(default: Limit, *, of: tuple[Limit, ...]) -> SetAside:
    names = " and ".join(limit.name for limit in of)
    return trusted(SetAside)(
        kind="default", name=default.name, why=(f"{default.date}; in its place: {names}",)
    )


def _stays(
    case: Dating, default: Limit, shown: tuple[Limit, ...], ends: tuple[Limit, ...]
) -> Iterator[SetAside]:
    """Why a study that lasts longer than the default does not extend it."""
    if all(limit.date <= default.date for limit in shown):
        return
    why = tuple(str(limit) for limit in ends if limit.date <= default.date)
    if _lacks_test(case):
        why = (f"no passed antimicrobial effectiveness test; {case.edition.effectiveness}", *why)
    if why:
        yield trusted(SetAside)(kind="extension", name="extension by a study", why=why)


def _notes(case: Dating) -> Iterator[str]:
    preparation, container = case.preparation, case.preparation.container
    if case.aqueous and preparation.preserved == "unknown":
        yield "whether it is preserved is unknown: dated as without"
    if container.tight and container.light_resistant:
        return
    asked = (("tight", container.tight), ("light-resistant", container.light_resistant))
    lacking = [_lacking(word, given) for word, given in asked if not given]
    yield f"{container.name}: {' and '.join(lacking)}; {case.edition.container}"


def _lacking(word: str, given: bool | None) -> str:
    return f"not {word}" if given is False else f"not said to be {word}"
