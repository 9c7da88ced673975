"""What holds of every regimen, kit, calendar and directions."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from hypothesis import assume, given, strategies as st

from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.dispense import dispense
from ldn_compound.planning.kit import Kit, KitTerms, Portion, Wish, kit
from ldn_compound.planning.liquid_course import LiquidContent, liquid_course
from ldn_compound.quantity.kinds import UnitCount
from ldn_compound.quantity.spelling import write_number
from ldn_compound.records.calendar import calendar
from ldn_compound.records.directions import directions, read_directions

TENTHS = Fraction(1, 10)
FIRST_DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
WISHES = st.permutations(tuple(Wish))
PACKS = st.sampled_from((None, 10, 30, 7))


def mg(tenths: int) -> str:
    return f"{write_number(tenths * TENTHS)} mg"


def days(number: int) -> str:
    return f"{number} days"


TENTHS_OFFERED = st.one_of(st.sampled_from((5, 10, 15, 20, 30, 40, 45)), st.integers(1, 45))
OFFERED = st.lists(TENTHS_OFFERED, min_size=2, max_size=6, unique=True)
CAPSULES = st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(lambda two: 1 <= sum(two) <= 3)
PERIODS = st.lists(
    st.tuples(CAPSULES, st.integers(1, 20), st.sampled_from((1, 1, 1, 2, 3))),
    min_size=1,
    max_size=6,
)
DOSES = st.integers(1, 45).map(mg)


class Case(NamedTuple):
    """A regimen, and strengths two of which make each of its doses of at most 3 capsules."""

    regimen: Regimen
    strengths: tuple[str, ...]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    offered = draw(OFFERED)
    first, second = offered[:2]
    periods = tuple(
        Period(dose=mg(a * first + b * second), days=days(length), times_a_day=often)
        for (a, b), length, often in draw(PERIODS)
    )
    return Case(Regimen(periods=periods), tuple(map(mg, sorted(offered))))


CASES = cases()


def score(of: Kit, order: tuple[Wish, ...]) -> tuple[Fraction, ...]:
    figures = {
        Wish.STRENGTHS: Fraction(len(of.strengths)),
        Wish.CAPSULES_A_DAY: of.taken.base,
        Wish.LEFT_OVER: Fraction(0) if of.left_over is None else of.left_over.base,
    }
    return tuple(figures[wish] for wish in order)


def wished(pack: int | None, order: tuple[Wish, ...]) -> tuple[Wish, ...]:
    return tuple(wish for wish in order if pack is not None or wish is not Wish.LEFT_OVER)


@given(case=CASES, pack=PACKS, order=WISHES)
def test_a_kit_covers_its_regimen_exactly(
    case: Case, pack: int | None, order: tuple[Wish, ...]
) -> None:
    regimen = case.regimen
    found = kit(regimen, strengths=case.strengths, pack=pack, wishes=wished(pack, order))
    for period, combination in zip(regimen.periods, found.combinations, strict=True):
        assert sum(p.strength.base * p.units.base for p in combination.portions) == period.dose.base
        assert combination.units <= UnitCount.of(found.terms.most_a_dose)
    assert len(found.strengths) <= found.terms.most_strengths
    assert sum(one.strength.base * one.taken.base for one in found.contents) == regimen.total.base
    for one in found.contents:
        assert one.strength in found.terms.strengths
        whole = one.taken.base if pack is None else pack * ceil(one.taken.base / pack)
        assert one.supplied.base == whole


@given(case=CASES, more=DOSES, pack=PACKS, order=WISHES)
def test_allowing_more_never_makes_the_best_kit_worse(
    case: Case, more: str, pack: int | None, order: tuple[Wish, ...]
) -> None:
    wishes = wished(pack, order)

    def best(*, of: int, a_dose: int, also: tuple[str, ...] = ()) -> Kit:
        strengths = tuple(dict.fromkeys((*case.strengths, *also)))
        return kit(
            case.regimen,
            strengths=strengths,
            most_strengths=of,
            most_a_dose=a_dose,
            pack=pack,
            wishes=wishes,
        )

    before = best(of=2, a_dose=3)
    allowed = (best(of=3, a_dose=3), best(of=2, a_dose=4), best(of=2, a_dose=3, also=(more,)))
    asked = KitTerms(pack=pack, wishes=wished(pack, order)).order
    for after in allowed:
        assert score(after, asked) <= score(before, asked)


@given(case=CASES, pack=PACKS, order=WISHES, data=st.data())
def test_the_same_every_time(
    case: Case, pack: int | None, order: tuple[Wish, ...], data: st.DataObject
) -> None:
    wishes = wished(pack, order)
    found = kit(case.regimen, strengths=case.strengths, pack=pack, wishes=wishes)
    shuffled = data.draw(st.permutations(case.strengths))
    again = kit(case.regimen, strengths=shuffled, pack=pack, wishes=wishes)
    assert again.combinations == found.combinations
    assert again.contents == found.contents


@given(case=CASES, first_day=FIRST_DAYS)
def test_doses_are_conserved_from_regimen_to_calendar_to_directions_and_back(
    case: Case, first_day: date
) -> None:
    regimen, found = case.regimen, kit(case.regimen, strengths=case.strengths)
    dispensed = dispense(regimen, found, first_day=first_day)
    days_of = calendar(dispensed)
    assert days_of.total == regimen.total
    assert days_of.regimen == regimen
    for said in (directions(dispensed), directions(found)):
        back = read_directions(said.text)
        assert back == said
        assert back.regimen == regimen
    again = read_directions(directions(dispensed).text).regimen
    assert kit(again, strengths=case.strengths) == found


LIQUIDS = st.lists(
    st.tuples(st.integers(1, 100), st.integers(1, 20), st.sampled_from((1, 2, 3))),
    min_size=1,
    max_size=6,
).map(
    lambda periods: Regimen(
        periods=tuple(
            Period(dose=mg(dose), days=days(length), times_a_day=often)
            for dose, length, often in periods
        )
    )
)


@given(regimen=LIQUIDS, tenths=st.integers(5, 15), first_day=FIRST_DAYS, keeps=st.integers(1, 40))
def test_doses_of_a_liquid_are_conserved_and_so_is_the_liquid(
    regimen: Regimen, tenths: int, first_day: date, keeps: int
) -> None:
    course = liquid_course(regimen, concentration=f"{mg(tenths)}/mL")
    for draw, period in zip(course.draws, regimen.periods, strict=True):
        assert draw.dose == period.dose
        marks = draw.volume.base / draw.syringe.graduation.base
        assert marks.denominator == 1
        off = abs(draw.volume.base - period.dose.base / course.concentration.base)
        assert off <= draw.syringe.graduation.base / 2
        assert draw.delivered.base == draw.volume.base * course.concentration.base
    dispensed = dispense(regimen, course, first_day=first_day, keeps=days(keeps))
    assert calendar(dispensed).regimen == regimen
    said = directions(dispensed)
    assert read_directions(said.text) == said
    assert said.regimen == regimen
    drawn = Fraction(0)
    for one in dispensed.supplies:
        assert isinstance(one.contents, LiquidContent)
        assert one.contents.supplied >= one.contents.wanted >= one.contents.drawn
        drawn += one.contents.drawn.base
    assert drawn == course.content.drawn.base
    assert drawn * course.concentration.base == course.delivered.base


@given(
    case=CASES,
    first_day=FIRST_DAYS,
    keeps=st.integers(1, 60),
    ahead=st.integers(0, 20),
    most=st.one_of(st.none(), st.integers(1, 40)),
)
def test_supplies_cover_every_day_once_and_none_outlives_its_date(
    case: Case, first_day: date, keeps: int, ahead: int, most: int | None
) -> None:
    assume(keeps > ahead)
    regimen, found = case.regimen, kit(case.regimen, strengths=case.strengths)
    dispensed = dispense(
        regimen,
        found,
        first_day=first_day,
        keeps=days(keeps),
        ahead=days(ahead),
        most_days=None if most is None else days(most),
    )
    supplies = dispensed.supplies
    assert supplies[0].first_day == first_day
    assert supplies[-1].last_day == dispensed.last_day
    for before, after in pairwise(supplies):
        assert after.first_day == before.last_day + timedelta(days=1)
    for one in supplies:
        assert one.beyond_use_date == one.made_on + timedelta(days=keeps - 1)
        assert one.last_day <= one.beyond_use_date
        assert most is None or (one.last_day - one.first_day).days < most
    for strength in found.strengths:
        parts = [
            content.taken.base
            for one in supplies
            for content in one.contents
            if content.strength == strength
        ]
        whole = next(one.taken.base for one in found.contents if one.strength == strength)
        assert sum(parts) == whole


@given(case=CASES, first_day=FIRST_DAYS, data=st.data())
def test_held_capsules_last_until_one_is_wanting(
    case: Case, first_day: date, data: st.DataObject
) -> None:
    regimen, found = case.regimen, kit(case.regimen, strengths=case.strengths)
    held = {
        one.strength: data.draw(st.integers(1, int(one.taken.base) + 5)) for one in found.contents
    }
    portions = tuple(Portion(strength=s, units=n) for s, n in held.items())
    dispensed = dispense(regimen, found, first_day=first_day, held=portions)
    left, lasted = dict(held), 0
    for day in calendar(dispensed).days:
        for portion in day.taken.portions:
            left[portion.strength] -= int(portion.units.base) * day.period.times_a_day
        if min(left.values()) < 0:
            break
        lasted += 1
    out = dispensed.runs_out
    if out is None:
        assert lasted == regimen.days.base
        return
    assert out.days.base == lasted
    assert {one.strength: one.units.base for one in out.missing} == {
        one.strength: one.taken.base - held[one.strength]
        for one in found.contents
        if one.taken.base > held[one.strength]
    }


@given(
    start=st.integers(1, 40),
    step=st.integers(1, 20),
    rise=st.integers(0, 40),
    every=st.integers(1, 28),
    hold=st.one_of(st.none(), st.integers(1, 90)),
)
def test_a_ladder_reaches_its_target_and_never_passes_it(
    start: int, step: int, rise: int, every: int, hold: int | None
) -> None:
    target = start + rise
    held = None if hold is None else days(hold)
    up = Regimen.titration(
        mg(start), step=mg(step), every=days(every), target=mg(target), hold=held
    )
    down = Regimen.taper(mg(target), step=mg(step), every=days(every), target=mg(start), hold=held)
    steps = [after.dose.base - before.dose.base for before, after in pairwise(up.periods)]
    assert up.periods[0].dose.base == start * TENTHS
    assert up.periods[-1].dose.base == target * TENTHS
    assert all(one == step * TENTHS for one in steps[:-1])
    assert all(0 < one <= step * TENTHS for one in steps)
    assert bool(up.notes) == (rise % step != 0) == bool(down.notes)
    assert len(down.periods) == len(up.periods)
    assert down.periods[-1].dose.base == start * TENTHS
    assert up.days == down.days
    last = every if hold is None else hold
    assert up.days.base == every * (len(up.periods) - 1) + last
    assert Regimen.model_validate_json(up.model_dump_json()) == up
