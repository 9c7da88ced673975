"""The beyond-use date: the earliest of what the chapter, the evidence and the components allow.

Capsules of 2026-01-01 from a lot that expires 2026-05-31: 180 days would be 2026-06-29, the lot is
earlier, 2026-05-31.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ldn_compound.catalog import dating, first_day as way_to_count, studies_of
from ldn_compound.catalog.studies import Study
from ldn_compound.model.beyond_use import BeyondUse, Limit, SetAside
from ldn_compound.model.preparation import Preparation, checked_day
from ldn_compound.planning.dating import Dating
from ldn_compound.planning.day_counting import Counting
from ldn_compound.planning.evidence import (
    component_limit,
    longest_extension,
    monograph_limit,
    study_limit,
    tested_until,
)
from ldn_compound.planning.study_match import differences, packed_otherwise
from ldn_compound.quantity.dates import FirstDay


def beyond_use(
    preparation: Preparation,
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
    way = way_to_count(first_day)
    counting = Counting(checked_day(made, what="day of compounding"), first_day)
    editions = dating()
    chapter = editions.at(made) if edition is None else editions.edition(edition)
    case = Dating(preparation, chapter, counting)
    looked_at = studies_of(preparation.form) if studies is None else studies
    evidence = _weighed(case, looked_at)
    components = [component_limit(case, one) for one in preparation.components]
    known = [limit for limit in components if limit is not None]
    first, *others = sorted((*evidence.limits, *known), key=lambda limit: limit.date)
    return BeyondUse(
        date=first.date,
        made=made,
        edition=chapter.key,
        first_day=first_day,
        basis=f"{chapter.title}; {way}",
        limit=first,
        beaten=tuple(others),
        set_aside=evidence.set_aside,
        undated=tuple(one.name for one in preparation.components if one.until is None),
        notes=tuple(_notes(case)),
    )


class _Evidence(NamedTuple):
    """The limits in force beside the components', and what was set aside."""

    limits: tuple[Limit, ...]
    set_aside: tuple[SetAside, ...]


def _weighed(case: Dating, looked_at: tuple[Study, ...]) -> _Evidence:
    """A monograph takes the default's place, and so do studies that may extend it."""
    preparation, default = case.preparation, case.default()
    found = [(study, differences(study, preparation)) for study in looked_at]
    others = tuple(SetAside(name=study.title, why=why) for study, why in found if why)
    tested = tuple(study for study, why in found if not why)
    shown = tuple(study_limit(case, study) for study in tested)
    if preparation.monograph is not None:
        monograph = monograph_limit(case, preparation.monograph)
        return _Evidence((monograph, *shown), (_instead(default, of=(monograph,)), *others))
    alike = any(not packed_otherwise(study, preparation) for study in tested)
    extended = (*shown, *_ends(case))
    if alike and not _lacks_test(case) and _earliest(extended) > default.date:
        return _Evidence(extended, (_instead(default, of=shown), *others))
    stays = tuple(_stays(case, default, shown)) if alike else ()
    return _Evidence((default, *shown), (*stays, *others))


def _earliest(limits: tuple[Limit, ...]) -> date:
    return min(limit.date for limit in limits)


def _lacks_test(case: Dating) -> bool:
    return case.aqueous and case.preparation.antimicrobial_test is None


def _ends(case: Dating) -> tuple[Limit, ...]:
    """What an extension by a study may not pass."""
    test = case.preparation.antimicrobial_test
    if test is None or not case.aqueous:
        return (longest_extension(case),)
    return (longest_extension(case), tested_until(case, test))


def _instead(default: Limit, *, of: tuple[Limit, ...]) -> SetAside:
    names = " and ".join(limit.name for limit in of)
    return SetAside(name=default.name, why=(f"{default.date}; in its place: {names}",))


def _stays(case: Dating, default: Limit, shown: tuple[Limit, ...]) -> Iterator[SetAside]:
    """Why a study that lasts longer than the default does not extend it."""
    if all(limit.date <= default.date for limit in shown):
        return
    why = tuple(str(limit) for limit in _ends(case) if limit.date <= default.date)
    if _lacks_test(case):
        why = (f"no passed antimicrobial effectiveness test; {case.edition.effectiveness}", *why)
    if why:
        yield SetAside(name="extension by a study", why=why)


def _notes(case: Dating) -> Iterator[str]:
    preparation, container = case.preparation, case.preparation.container
    if case.aqueous and preparation.preserved == "unknown":
        yield "whether it is preserved is unknown: dated as without; read the vehicle's label"
    lacking = [
        word
        for word, given in (
            ("tight", container.tight),
            ("light-resistant", container.light_resistant),
        )
        if not given
    ]
    if lacking:
        yield f"{container.name}: not {' and not '.join(lacking)}; {case.edition.container}"
