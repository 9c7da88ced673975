"""What goes in, out of which lot, and what the amounts rest on."""

from __future__ import annotations

from ldn_compound.forms.house_fills import Calibrated, Measured, Packed
from ldn_compound.model.lot import Lot
from ldn_compound.records.ingredients import ingredients, ingredients_unweighed
from ldn_compound.records.sheet import Box, Facts, Table
from ldn_compound.rules.review import Review
from ldn_compound.sources.tablets import Tablets

BLANK = (Box(), Box(), Box())


def rows(review: Review) -> tuple[tuple[object, ...], ...]:
    return next(block.rows for block in ingredients(review.plan) if isinstance(block, Table))


def rests(review: Review) -> dict[str, object]:
    facts = next(block for block in ingredients(review.plan) if isinstance(block, Facts))
    return {row.label: row.value for row in facts.rows}


def test_tablets_diluent_and_shells_with_blanks_for_lots_nobody_stated(reviewed):
    assert rows(reviewed()) == (
        (
            "naltrexone hydrochloride tablets 50 mg/tablet",
            "9 tablets; 1436 mg of the powder",
            *BLANK,
        ),
        ("microcrystalline cellulose", "13882 mg", *BLANK),
        ("capsule shells, size 2", "90 shells", *BLANK),
    )


def test_a_stated_lot_is_printed(reviewed, powder):
    # 405 mg ÷ (0.995 × 0.995) = 409.08 mg
    assert (
        "naltrexone hydrochloride powder",
        "409 mg",
        "Fagron",
        "NX-22",
        "2027-10-31 (printed 2027-10)",
    ) in rows(reviewed(source=powder))


def test_what_a_lot_does_not_say_is_left_blank_and_a_second_lot_has_its_own_row(reviewed):
    lots = (Lot(number="A1"), Lot(number="B2", maker="Sun", expiry="2028-01-31"))
    two = Tablets(strength="50 mg", weighed=20, together="3546 mg", lots=lots)
    first, second, *_ = rows(reviewed(source=two))
    assert first[2:] == (Box(), "A1", Box())
    assert second == ("the same, another lot", "", "Sun", "B2", "2028-01-31")


PRINTED = "2029-06-30 (printed 2029-06)"
"""A label that names the month, as it is read and as it reads."""


def test_what_was_made_in_house_before_has_its_beyond_use_date(reviewed):
    review = reviewed(shell_lots=(Lot(number="S1", beyond_use="2027-01-31"),))
    assert rows(review)[-1][2:] == (Box(), "S1", "2027-01-31 (beyond-use date)")


def test_a_diluents_lot_is_printed(reviewed):
    review = reviewed(diluent_lots=(Lot(number="C3", maker="DFE", expiry="2029-06"),))
    assert ("microcrystalline cellulose", "13882 mg", "DFE", "C3", PRINTED) in rows(review)


def test_topping_up_is_said_to_be_about(reviewed):
    # 75 % of 13882 mg = 10411.5 mg, weighed as 10412 mg; 3470 mg more are about 3500 mg
    assert "10412 mg; about 3500 mg to top up" in [
        row[1] for row in rows(reviewed(fill=Calibrated()))
    ]


def test_whole_tablets_take_all_of_their_powder(reviewed):
    whole = Tablets(strength="50 mg", weighed=20, together="3546 mg", use="whole")
    # Runs are weighed out of the mortar the tablets were ground in: that is blend, not powder.
    review = reviewed(source=whole, quantity=250, shell="3")
    assert str(rows(review)[0][1]).endswith(" tablets; all of their powder")


def test_whole_tablets_say_the_strength_they_make_and_the_other_ways(reviewed):
    whole = Tablets(strength="50 mg", weighed=20, together="3546 mg", use="whole")
    said = rests(reviewed(source=whole, quantity=30))
    # 3 × 50 ÷ 33 = 4.545454... mg, 101.0 %
    assert said["Whole tablets"] == (
        "3 tablets in 33 capsules, 4.545455 mg/capsule (101 % of the strength)"
    )
    assert "9 tablets in 100 capsules, 4.5 mg/capsule (100 % of the strength)" in str(
        said["Other ways offered"]
    )
    assert "Whole tablets" not in rests(reviewed())


def test_the_potency_and_the_fill_say_what_they_rest_on(reviewed, powder):
    said = rests(reviewed())
    assert said["ground tablet"] == (
        "28.20079 % naltrexone hydrochloride, by label claim (the lot may hold 90.0 % to 110.0 %)"
    )
    assert str(said["Fill of a shell"]).startswith("170.2 mg/capsule, estimated: ")
    packed = Measured(diluent=Packed(shells=10, together="1702 mg"))
    assert "measured: " in str(rests(reviewed(fill=packed))["Fill of a shell"])
    assert str(rests(reviewed(fill=Calibrated()))["Fill of a shell"]).startswith(
        "found at the bench"
    )
    assert "by certificate, 99.5 %" in str(
        rests(reviewed(source=powder))["naltrexone hydrochloride powder"]
    )


def test_withheld_it_names_the_lots_and_no_amount(reviewed, powder):
    review = reviewed(source=powder)
    (table,) = (b for b in ingredients_unweighed(review.plan) if isinstance(b, Table))
    assert {row[1] for row in table.rows} == {"not printed"}
    assert "NX-22" in [row[3] for row in table.rows]
    assert not any(isinstance(block, Facts) for block in ingredients_unweighed(review.plan))
