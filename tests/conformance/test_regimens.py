"""Published titrations, tapers and supplies: every answer of every row is asserted.

The rows, their sources and what is wrong in print stand in regimens.yaml, next to this file.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from ldn_compound.equations.everyday import difference, per, share, times, total
from ldn_compound.equations.taking import tablets_for
from ldn_compound.model.measure import Measure
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.dispense import Dispensing, dispense
from ldn_compound.planning.kit import Kit, Portion, Wish, kit
from ldn_compound.planning.liquid_course import liquid_course
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Concentration, Mass, PerTablet, TabletCount, Volume
from ldn_compound.quantity.rounding import Mode, Rounding

Row = Mapping[str, Any]
Answers = dict[str, Any]

_TEXT = (Path(__file__).parent / "regimens.yaml").read_text("utf-8")
_BOOK: Mapping[str, Any] = yaml.safe_load(_TEXT)
ROWS: Mapping[str, Row] = {row["id"]: row for row in _BOOK["cases"]}

FIRST_DAY = date(2026, 12, 1)
MOST_A_DOSE = 12  # tablets of the tapers
WHOLE_TABLETS = Rounding("tablets to take", TabletCount.of(1), Mode.UP)


def regimen_of(row: Row) -> Regimen:
    stated = row["inputs"]
    return Regimen(
        periods=tuple(
            Period(dose=dose, days=days, times_a_day=stated.get("times_a_day", 1))
            for dose, days in zip(stated["doses"], stated["days"], strict=True)
        )
    )


def kit_of(regimen: Regimen, row: Row) -> Kit:
    """As many as fit of the largest strength, and the rest of the smaller ones."""
    return kit(
        regimen,
        strengths=row["inputs"]["strengths"],
        most_a_dose=MOST_A_DOSE,
        wishes=[Wish.CAPSULES_A_DAY],
    )


def held(made: Kit, row: Row) -> Dispensing:
    pairs = zip(row["inputs"]["strengths"], row["inputs"]["held"], strict=True)
    portions = tuple(Portion(strength=strength, units=units) for strength, units in pairs)
    return dispense(made.regimen, made, first_day=FIRST_DAY, held=portions)


def carried(strengths: list[str], units: Sequence[int]) -> Mass:
    """Drug in so many of each strength."""
    pairs = zip(strengths, units, strict=True)
    return total(*(times(Mass.of(strength), factor=count) for strength, count in pairs))


def units_of_each_period(made: Kit) -> list[Fraction]:
    periods = made.regimen.periods
    return [
        combination.units.base * period.doses
        for combination, period in zip(made.combinations, periods, strict=True)
    ]


def a_titration(row: Row) -> Answers:
    made = kit_of(regimen_of(row), row)
    return {
        "total": made.regimen.total,
        "capsules": made.taken,
        "each_step": units_of_each_period(made),
    }


def a_starter_kit(row: Row) -> Answers:
    stated = row["inputs"]
    names = ("start", "step", "every", "target")
    regimen = Regimen.titration(**{name: stated[name] for name in names})
    made = kit_of(regimen, row)
    dispensed = held(made, row)
    smaller, larger = dispensed.supplies[0].contents
    out = dispensed.runs_out
    assert out is not None
    used = (int(smaller.taken.base), int(larger.taken.base))
    (missing,) = out.missing
    to_4_mg = Regimen(periods=regimen.periods[:-1])
    alone = kit(to_4_mg, strengths=stated["strengths"][:1], most_a_dose=MOST_A_DOSE)
    return {
        "used_of_the_smaller": smaller.taken,
        "used_of_the_larger": larger.taken,
        "taken_from_it": carried(stated["strengths"], used),
        "lasts": out.days,
        "held_in_all": carried(stated["strengths"], stated["held"]),
        "larger_for_the_whole": made.contents[1].taken,
        "larger_missing": missing.units,
        "first_dose_missing": out.dose,
        "smaller_if_there_were_no_larger": alone.taken,
    }


def units_and_days(row: Row) -> Answers:
    made = kit_of(regimen_of(row), row)
    return {"units": made.taken, "lasts": made.regimen.days}


def units_alone(row: Row) -> Answers:
    return {"units": kit_of(regimen_of(row), row).taken}


def weeks(row: Row) -> Answers:
    days = [dose for week in row["inputs"]["weeks"] for dose in week]
    regimen = Regimen(periods=tuple(Period(dose=dose, days="1 day") for dose in days))
    made = kit_of(regimen, row)
    units = units_of_each_period(made)
    return {
        "units": made.taken,
        "each_week": [sum(units[start : start + 7]) for start in range(0, len(units), 7)],
    }


def too_few(row: Row) -> Answers:
    made = kit_of(regimen_of(row), row)
    out = held(made, row).runs_out
    assert out is not None
    return {"units": made.taken, "lasts": made.regimen.days, "held_lasts": out.days}


def by_volume(stated: Mapping[str, Any]) -> Volume:
    """A dose ordered as a volume: of 1 mg/mL as many mg as mL, in a syringe that holds it."""
    volume = Volume.of(stated["volume"])
    regimen = Regimen.constant(
        times(Mass.of("1 mg"), factor=int(volume.base)),
        days=stated["days"],
        times_a_day=stated["times_a_day"],
    )
    syringe = Measure(kind="oral syringe", capacity="60 mL", graduation="1 mL")
    return liquid_course(regimen, concentration="1 mg/mL", syringes=(syringe,)).content.drawn


def grams(row: Row) -> Answers:
    constant, tapered = row["inputs"]["constant"], row["inputs"]["tapered"]
    first, second = tapered["days"]
    often = tapered["times_a_day"]
    third = share(Mass.of(tapered["dose"]), parts=tapered["parts"])
    two_steps = Regimen(
        periods=(
            Period(dose=tapered["dose"], days=first, times_a_day=often),
            Period(dose=third, days=second, times_a_day=often),
        )
    )
    return {
        "volume": by_volume(row["inputs"]["by_volume"]),
        "total_constant": Regimen.constant(**constant).total,
        "total_tapered": two_steps.total,
    }


def a_device(row: Row) -> Answers:
    stated = row["inputs"]
    a_year = kit_of(Regimen.constant(stated["dose"], days="365 days"), row)
    clicks = int(per(Mass.of(stated["held"]), by=Mass.of(stated["strengths"][0])).base)
    portions = (Portion(strength=stated["strengths"][0], units=clicks),)
    out = dispense(a_year.regimen, a_year, first_day=FIRST_DAY, held=portions).runs_out
    assert out is not None
    return {"clicks": a_year.combinations[0].units, "lasts": out.days}


def a_liquid(row: Row) -> Answers:
    stated = row["inputs"]
    regimen = Regimen.constant(
        stated["dose"], days=stated["days"], times_a_day=stated["times_a_day"]
    )
    concentration = per(Mass.of(stated["dose"]), by=Volume.of(stated["volume"]))
    volume = regimen.volume(concentration)
    return {
        "concentration": concentration,
        "doses": Fraction(regimen.doses),
        "total": regimen.total,
        "volume": volume,
        "spare": difference(Volume.of(stated["prepared"]), less=volume),
    }


def from_tablets(row: Row) -> Answers:
    stated = row["inputs"]
    regimen, volume = regimen_of(row), Volume.of(stated["volume"])
    concentration: Concentration = per(Mass.of(stated["tablet"]), by=volume)
    tablets = WHOLE_TABLETS(
        tablets_for(active=regimen.total, strength=PerTablet.of(stated["tablet"]))
    )
    return {
        "concentration": concentration,
        "volume_needed": regimen.volume(concentration),
        "tablets": tablets,
        "volume_made": times(volume, factor=int(tablets.base)),
    }


SHOWN: Mapping[str, Callable[[Row], Answers]] = {
    "I-001": a_titration,
    "I-002": a_starter_kit,
    "I-004": units_and_days,
    "I-005": weeks,
    "I-006": too_few,
    "I-007": units_alone,
    "I-008": grams,
    "I-010": a_device,
    "I-012": a_liquid,
    "I-014": from_tablets,
}


def figures(answer: Any, unit: str) -> list[Fraction]:
    """What came out, in the unit of the row."""
    if isinstance(answer, list):
        return answer
    if not isinstance(answer, Amount):
        return [answer]
    return [answer.base / answer.units[unit or answer.unit]]


def listed(stated: Any) -> list[Fraction]:
    return [Fraction(one) for one in (stated if isinstance(stated, list) else [stated])]


@pytest.mark.parametrize("name", ROWS)
def test_a_published_row(name: str) -> None:
    row = ROWS[name]
    answers = SHOWN[name](row)
    wanted = row["answers"]
    assert answers.keys() == wanted.keys()
    for one, said in wanted.items():
        assert figures(answers[one], said.get("unit", "")) == listed(said["exact"]), one
        assert ("published" in said) == (said["verdict"] != "not published")
        if "published" in said:
            right = listed(said["published"]) == listed(said["exact"])
            assert right == (said["verdict"] == "as published")


def test_every_row_is_run() -> None:
    assert SHOWN.keys() == ROWS.keys()


def test_every_row_names_its_source_and_every_source_is_used() -> None:
    used = {key for row in ROWS.values() for key in row["source"]}
    assert used == _BOOK["meta"]["sources"].keys()
    verdicts = {said["verdict"] for row in ROWS.values() for said in row["answers"].values()}
    assert verdicts == _BOOK["meta"]["verdicts"].keys()


def test_what_is_wrong_in_print() -> None:
    wrong = [
        f"{name} {one}"
        for name, row in ROWS.items()
        for one, said in row["answers"].items()
        if said["verdict"] == "wrong"
    ]
    assert wrong == ["I-006 units"]
