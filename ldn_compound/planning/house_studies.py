"""A study of the house's own, looked through before anything is dated by it.

What is no study, or says its storage in other words, would be set aside as one of another
formulation, and nobody would learn why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from ldn_compound.catalog import excipient, vehicle
from ldn_compound.catalog.facts import Limits
from ldn_compound.catalog.lookup import taken
from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.errors import AmountError, CatalogError, KindError
from ldn_compound.model.ports import FORMS
from ldn_compound.model.preparation import Storage
from ldn_compound.quantity.kinds import Concentration, Days, Mass, PerUnit, Volume


def checked_studies(studies: Iterable[Study]) -> tuple[Study, ...]:
    """The studies. KindError or AmountError names the first fault with what to write instead."""
    looked_at = tuple(studies)
    for one in looked_at:
        if not isinstance(one, Study):
            raise KindError(
                f"{one!r} is no study: write Study(name=..., title=..., form=..., active=..., "
                "contents=..., stable=..., cites=(), confirmed=True)"
            )
        for fault in _faults(one):
            raise AmountError(f"study {one.name!r}, {fault}")
    return looked_at


def _faults(study: Study) -> Iterator[str]:
    if study.form not in FORMS:
        yield f"form: {study.form!r}; write {' or '.join(map(repr, FORMS))}"
    if study.strength is not None and not _limits(study.strength):
        yield (
            f"strength: {study.strength!r}; write Limits(low=PerUnit.of('1 mg'), "
            "high=PerUnit.of('5 mg'), texts=('1 mg', '5 mg'))"
        )
    if not isinstance(study.concentration, Concentration | None):
        yield f"concentration: {study.concentration!r}; write Concentration.of('1 mg/mL')"
    for content in study.contents:
        yield from _content(content)
    if not study.stable:
        yield "stable: nothing; write Stable(storage='room', days=Days.of('90 days'))"
    for stable in study.stable:
        yield from _stable(stable)


def _limits(strength: object) -> bool:
    return isinstance(strength, Limits) and isinstance(strength.low, PerUnit)


def _content(content: object) -> Iterator[str]:
    if not isinstance(content, StudyContent):
        yield f"contents: {content!r}; write StudyContent(name='lactose monohydrate')"
    elif not isinstance(content.mass, Mass | None):
        yield f"contents, {content.name}, mass: {content.mass!r}; write Mass.of('100 mg')"
    elif not isinstance(content.volume, Volume | None):
        yield f"contents, {content.name}, volume: {content.volume!r}; write Volume.of('20 mL')"
    else:
        for name in (content.name, *content.also):
            yield from _several(name)


def _several(name: str) -> Iterator[str]:
    """A name that the catalogue refuses, as one of several things, would be equal to none."""
    for look_up, file, what in (
        (excipient, "excipients", "excipient"),
        (vehicle, "vehicles", "vehicle"),
    ):
        try:
            if taken(name, file=file, what=what):
                look_up(name)
        except CatalogError as error:
            yield f"contents, {error}"
            return


def _stable(stable: object) -> Iterator[str]:
    if not isinstance(stable, Stable):
        yield f"stable: {stable!r}; write Stable(storage='room', days=Days.of('90 days'))"
    elif stable.storage not in get_args(Storage):
        yield f"storage: {stable.storage!r}; write {' or '.join(map(repr, get_args(Storage)))}"
    elif not isinstance(stable.days, Days):
        yield f"days: {stable.days!r}; write Days.of('90 days')"
