"""The beyond-use date on the sheet: one line in its head, and its grounds in a part of its own."""

from __future__ import annotations

from ldn_compound.model.lot import Lot
from ldn_compound.records.dating import date_line, dating
from ldn_compound.records.sheet import Facts, Heading
from ldn_compound.records.worksheet import worksheet
from ldn_compound.render.markdown import as_markdown
from ldn_compound.render.text import as_text


def rows(review) -> list[tuple[str, str]]:
    heading, facts = dating(review.plan)
    assert heading == Heading("Beyond-use date")
    assert isinstance(facts, Facts)
    return [(row.label, str(row.value)) for row in facts.rows]


def test_it_says_what_set_the_date_and_every_limit_it_beat(reviewed, powder):
    review = reviewed(source=powder, diluent_lots=(Lot(number="C3", expiry="2027-06-15"),))
    said = rows(review)
    assert [label for label, _ in said] == [
        "Date",
        "Dated by",
        "Set by",
        "Component",
        "Component",
        "Not later than",
        "Does not count",
        "No date known",
    ]
    # 180 days from 1 December; the diluent; the drug at the end of October; the study's 360 days
    starts = ["2027-05-29", "2027-06-15", "2027-10-31", "2027-11-25"]
    assert [value[:10] for _, value in said[2:6]] == starts
    assert said[3][1] == "2027-06-15, microcrystalline cellulose, lot C3"
    assert said[6][1].startswith("extension by a study: ")
    assert said[7] == ("No date known", "capsule shells; it limits nothing here")


def test_a_lot_that_sets_the_date_is_named_in_the_line(reviewed):
    review = reviewed(diluent_lots=(Lot(number="C3", expiry="2026-12-31"),))
    # 1 to 31 December
    assert date_line(review.plan) == (
        "2026-12-31 (31 days; microcrystalline cellulose, lot C3; USP <795>, 2023 revision)"
    )
    set_by = dict(rows(review))["Set by"]
    assert set_by.startswith("2026-12-31, microcrystalline cellulose, lot C3: its expiry date; ")
    last = reviewed(diluent_lots=(Lot(number="C3", expiry="2026-12-01"),))
    assert date_line(last.plan).startswith("2026-12-01 (1 day; ")


def test_a_date_that_is_past_is_no_date(reviewed):
    review = reviewed(diluent_lots=(Lot(number="C3", expiry="2026-11-30"),))
    line = "2026-11-30, before the day of compounding: nothing may be made of this"
    assert date_line(review.plan) == line
    text = as_text(worksheet(review), width=120)
    assert line in text
    # an absolute finding: no steps, and no words for a label
    assert "ON THE LABEL" not in text


def test_a_container_is_remarked_on(reviewed):
    review = reviewed(container="clear vial")
    label, note = rows(review)[-1]
    assert label == "Note"
    assert note.startswith("clear vial: not said to be tight and not said to be light-resistant; ")


def test_in_text_and_markdown_alike(reviewed):
    sheet = worksheet(reviewed())
    for printed in (as_text(sheet, width=200), as_markdown(sheet)):
        for word in ("2027-05-29", "default of other nonaqueous preparations", "Cote 2018"):
            assert word in printed
    assert "usp-795-2023-dating" in as_text(sheet)
