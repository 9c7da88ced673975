"""The limits that a beyond-use date may have, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ldn_compound.catalog.editions import Edition, Period
from ldn_compound.catalog.studies import Stable, Study
from ldn_compound.model.beyond_use import Limit
from ldn_compound.model.preparation import AntimicrobialTest, Component, Monograph, Preparation
from ldn_compound.planning.day_counting import Counting
from ldn_compound.planning.study_match import not_compared, packed_otherwise, stable_as_kept

_KEPT = {"room": "at room temperature", "refrigerator": "in a refrigerator"}


class Dating(NamedTuple):
    """A preparation, the edition it is dated by, and how days are counted."""

    preparation: Preparation
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
        kept = " or ".join(_KEPT[place] for place in sort.storage)
        harms = preparation.refrigeration_harms if sort.unless else ""
        if preparation.storage not in sort.storage and not harms:
            return Limit(
                kind="no default",
                name="no default",
                date=self.counting.made,
                why=f"{sort.name} are dated {kept} only, and this is kept "
                f"{_KEPT[preparation.storage]}: not beyond the day of compounding; keep it {kept}",
                cites=sort.cites,
                confirmed=False,
            )
        instead = preparation.storage not in sort.storage
        why = f"{self.counting.said(sort.period)}, kept {kept}"
        return Limit(
            kind="default",
            name=f"default of {sort.name}",
            date=self.counting.last_day(sort.period),
            why=f"{why}, unless {sort.unless}: {harms}" if instead else why,
            cites=sort.cites,
            confirmed=sort.confirmed,
        )

    def monograph(self, monograph: Monograph) -> Limit:
        """The date of its monograph, counted as that says."""
        period = Period(days=monograph.days)
        first_day = monograph.first_day or self.counting.first_day
        counting = Counting(self.counting.made, first_day)
        return Limit(
            kind="monograph",
            name=monograph.title,
            date=counting.last_day(period),
            why=f"{counting.said(period)}; {self.edition.monograph.says}",
            cites=self.edition.monograph.cites,
            confirmed=self.edition.monograph.confirmed,
        )

    def study(self, study: Study) -> Limit:
        """The date of a study that tested it."""
        found = stable_as_kept(study, self.preparation)
        assert found is not None  # only a study of this storage is asked
        return Limit(
            kind="study",
            name=study.title,
            date=self.counting.last_day(Period(days=found.days)),
            why="; ".join(self._said_of(study, found)),
            cites=study.cites,
            confirmed=study.confirmed and not study.assumed,
        )

    def _said_of(self, study: Study, found: Stable) -> Iterator[str]:
        at = f"at {found.at}" if found.at else _KEPT[self.preparation.storage]
        yield f"stable for {found.days} {at}"
        yield self.counting.said(Period(days=found.days))
        if packing := packed_otherwise(study, self.preparation):
            yield f"extends nothing here, {', '.join(packing)}"
        if missing := not_compared(study):
            yield f"not stated by it and not compared: {', '.join(missing)}"
        if study.assumed:
            yield f"assumed: {study.assumed}"

    def longest(self) -> Limit:
        """The date that nothing extends a default beyond."""
        period, clause = self.edition.longest, self.edition.on_longest
        return Limit(
            kind="longest",
            name="longest extension",
            date=self.counting.last_day(period),
            why=f"{self.counting.said(period)}; {clause.says}",
            cites=clause.cites,
            confirmed=clause.confirmed,
        )

    def antimicrobial_test(self, test: AntimicrobialTest) -> Limit:
        """The age at which its preservation was proved."""
        period, clause = Period(days=test.aged), self.edition.effectiveness
        return Limit(
            kind="antimicrobial test",
            name="antimicrobial effectiveness test",
            date=self.counting.last_day(period),
            why=f"passed at the age of {period}, {test.report}; {self.counting.said(period)}",
            cites=clause.cites,
            confirmed=clause.confirmed,
        )

    def component(self, component: Component) -> Limit | None:
        """The date of what it is made of; None where nobody gave one."""
        if component.until is None:
            return None
        clause, kind = self.edition.components, component.kind
        month = f"; '{component.printed}' names no day and is read as the end of the month"
        return Limit(
            kind="component",
            name=component.name,
            date=component.until,
            why=f"its {kind if kind != 'expiry' else 'expiry date'}; {clause.says}"
            f"{month if component.printed else ''}",
            cites=clause.cites,
            confirmed=clause.confirmed,
        )
