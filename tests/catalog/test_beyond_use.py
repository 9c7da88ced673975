"""Editions of the chapter: their defaults as read, and which was official when."""

from datetime import date

import pytest

from ldn_compound.catalog import dating, first_day, reference
from ldn_compound.catalog.editions import Clause, Edition, Period
from ldn_compound.catalog.load import tables
from ldn_compound.errors import CatalogError
from ldn_compound.quantity.kinds import Days, Ratio
from ldn_compound.quantity.origins import Cited


@pytest.mark.parametrize(
    ("edition", "form", "water", "preserved", "period", "storage"),
    [
        # the 2023 table, as PCCA, Eagle Analytical and Restore Health report it
        ("usp-795-2023", "oral liquid", True, False, "14 days", ("refrigerator",)),
        ("usp-795-2023", "oral liquid", True, True, "35 days", ("room", "refrigerator")),
        ("usp-795-2023", "oral liquid", False, False, "90 days", ("room", "refrigerator")),
        ("usp-795-2023", "capsules", False, False, "180 days", ("room", "refrigerator")),
        # Alberta's page: six months; water-containing oral 14 days at controlled cold temperature
        ("usp-795-2014", "capsules", False, False, "6 months", ("room", "refrigerator")),
        ("usp-795-2014", "oral liquid", False, True, "6 months", ("room", "refrigerator")),
        ("usp-795-2014", "oral liquid", True, False, "14 days", ("refrigerator",)),
        ("usp-795-2014", "oral liquid", True, True, "14 days", ("refrigerator",)),
    ],
)
def test_defaults(
    edition: str, form: str, period: str, storage: tuple[str, ...], *, water: bool, preserved: bool
) -> None:
    chapter = dating().edition(edition)
    sort = chapter.category(form=form, water=water, preserved=preserved)
    assert str(sort.period) == period
    assert sort.storage == storage
    assert sort.confirmed


def test_a_default_knows_where_it_was_read() -> None:
    sort = dating().at(date(2026, 1, 1)).category(form="capsules", water=False, preserved=False)
    days = sort.period.days
    assert days == Days.of("180 days")
    assert days is not None
    assert days.origin == Cited(
        "usp-795-2023, category, other nonaqueous preparations, days",
        ("usp-795-2023-dating",),
        True,
    )


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        # NABP: the 2014 version until 2023-11-01, then the revision
        (date(2014, 1, 1), "usp-795-2014"),
        (date(2023, 10, 31), "usp-795-2014"),
        (date(2023, 11, 1), "usp-795-2023"),
        (date(2099, 12, 31), "usp-795-2023"),
    ],
)
def test_the_edition_that_was_official(day: date, edition: str) -> None:
    assert dating().at(day).key == edition


def test_before_the_oldest_edition_one_is_named() -> None:
    with pytest.raises(CatalogError, match=r"2013-12-31.*write edition = 'usp-795-2014'"):
        dating().at(date(2013, 12, 31))


def test_an_edition_by_its_key() -> None:
    assert dating().edition("usp-795-2014").key == "usp-795-2014"
    with pytest.raises(CatalogError, match="write 'usp-795-2023'"):
        dating().edition("usp-795-2032")


def test_editions_are_in_the_order_of_their_dates() -> None:
    days = [edition.official for edition in dating().all]
    assert days == sorted(days)
    assert len(set(days)) == len(days)
    assert dating() is dating()


def test_aqueous_begins_at_0_60_and_only_since_2023() -> None:
    assert dating().edition("usp-795-2023").water_activity == Ratio.of("60 %")
    assert dating().edition("usp-795-2014").water_activity is None


def test_the_longest_extension_is_180_days_and_not_confirmed() -> None:
    for edition in dating().all:
        assert edition.longest.days == Days.of("180 days")
        assert edition.on_longest.confirmed is False
    assert dating().edition("usp-795-2014").on_longest.cites == ("this-library",)


def test_only_the_unpreserved_aqueous_sort_has_an_exception_to_its_storage() -> None:
    excepted = {
        (edition.key, sort.name)
        for edition in dating().all
        for sort in edition.categories
        if sort.unless
    }
    assert excepted == {("usp-795-2023", "nonpreserved aqueous preparations")}


@pytest.mark.parametrize("edition", dating().all, ids=lambda edition: edition.key)
@pytest.mark.parametrize("form", ["capsules", "oral liquid"])
@pytest.mark.parametrize("water", [True, False])
@pytest.mark.parametrize("preserved", [True, False])
def test_each_preparation_is_of_one_sort(
    edition: Edition, form: str, *, water: bool, preserved: bool
) -> None:
    taken = [
        sort
        for sort in edition.categories
        if sort.takes(form=form, water=water, preserved=preserved)
    ]
    assert len(taken) == 1


def test_a_form_that_no_edition_dates() -> None:
    with pytest.raises(CatalogError, match="no 'suppositories'; give a study or monograph"):
        dating().edition("usp-795-2023").category(form="suppositories", water=False, preserved=True)


def test_words_in_the_file_are_those_that_are_asked_for() -> None:
    for edition in dating().all:
        for sort in edition.categories:
            assert set(sort.storage) <= {"room", "refrigerator"}
            assert sort.storage
            assert set(sort.forms) <= {"capsules", "oral liquid"}
            assert sort.preserved in ("", "yes", "no")
            assert (sort.period.days is None) is (sort.period.months > 0)


def test_ways_to_count_days() -> None:
    # the 2018 draft: the day of compounding is Day 1; the chapter's own sentence was not read
    assert first_day("compounding day") == Clause(
        says="the day of compounding is day 1",
        cites=("usp-795-2018-draft", "illinois-dating"),
        confirmed=False,
    )
    # USP 32, Baclofen Oral Suspension: 35 days after the day on which it was compounded
    assert first_day("day after").cites == ("usp-baclofen-suspension",)
    with pytest.raises(CatalogError, match="write 'day after'"):
        first_day("days after")


def test_a_clause_in_words() -> None:
    assert str(Clause(says="so", cites=("a", "b"), confirmed=False)) == "so (not confirmed) [a, b]"
    assert str(Clause(says="so", cites=("a",), confirmed=True)) == "so [a]"


def test_every_citation_exists() -> None:
    for edition in dating().all:
        clauses = (
            edition.on_longest,
            edition.effectiveness,
            edition.monograph,
            edition.components,
            edition.container,
            *edition.categories,
            edition,
        )
        for clause in clauses:
            for key in clause.cites:
                assert reference(key).key == key
    for name in tables("beyond_use")["first_day"]:
        for key in first_day(name).cites:
            assert reference(key).key == key


def test_the_words_of_a_month() -> None:
    assert [str(Period(months=1)), str(Period(days=Days.of("1 day")))] == ["1 month", "1 day"]
