"""A preparation under one edition of the chapter: whether it is aqueous, and its default date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.catalog.editions import Category, Edition
from ldn_compound.model.base import trusted
from ldn_compound.model.beyond_use import Limit
from ldn_compound.named import NamedTuple
from ldn_compound.planning.day_counting import Counting

if TYPE_CHECKING:
    from ldn_compound.planning.seen import AnyPreparation

_KEPT_AT = {"room": "at room temperature", "refrigerator": "in a refrigerator"}


class Dating(NamedTuple):
    """A preparation, the edition it is dated by, and how days are counted."""

    preparation: AnyPreparation
    edition: Edition
    counting: Counting

    @property
    def aqueous(self) -> bool:
        """As the edition has it: by water activity, where that is measured, or by water in it."""
        measured, least = self.preparation.water_activity, self.edition.water_activity
        if measured is None or least is None:
            return self.preparation.contains_water
        return measured >= least

    def default(self) -> Limit:
        """The date of its sort, or none where the chapter has none for the way it is kept."""
        preparation = self.preparation
        sort = self.edition.category(
            form=preparation.form, water=self.aqueous, preserved=preparation.preserved == "yes"
        )
        if preparation.storage in sort.storage:
            return _default(sort, self.counting, exception="")
        if sort.unless and preparation.refrigeration_harms:
            exception = f", unless {sort.unless}: {preparation.refrigeration_harms}"
            return _default(sort, self.counting, exception=exception)
        return _no_default(sort, self.counting, stored=preparation.storage)


def _default(sort: Category, counting: Counting, *, exception: str) -> Limit:
    return trusted(Limit)(
        kind="default",
        name=f"default of {sort.name}",
        date=counting.last_day(sort.period),
        why=f"{counting.said(sort.period)}, kept {kept(sort.storage)}{exception}",
        cites=sort.cites,
        confirmed=sort.confirmed,
    )


def _no_default(sort: Category, counting: Counting, *, stored: str) -> Limit:
    only, here = kept(sort.storage), kept((stored,))
    return trusted(Limit)(
        kind="no default",
        name="no default",
        date=counting.made,
        why=f"{sort.name} are dated {only} only, and this is kept {here}: "
        f"not beyond the day of compounding; keep it {only}",
        cites=sort.cites,
        confirmed=False,
    )


def kept(storage: tuple[str, ...]) -> str:
    """Where it is kept, in words."""
    return " or ".join(_KEPT_AT[place] for place in storage)
