"""Kits as a pharmacy asks for them, and what is said where there is none."""

from datetime import date

import pytest
from pydantic import ValidationError

from ldn_compound.catalog import fact
from ldn_compound.errors import AmountError, KindError, PlanError
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.kit import (
    Combination,
    Kit,
    KitTerms,
    Portion,
    Wish,
    kit,
    orders,
)
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.explain import explain
from ldn_compound.quantity.kinds import Mass, PerUnit, UnitCount
from ldn_compound.sources.tablets import Tablets

LADDER = Regimen.titration("0.5 mg", step="0.5 mg", every="7 days", target="4.5 mg")
NINE = ("0.5 mg", "1 mg", "1.5 mg", "2 mg", "2.5 mg", "3 mg", "3.5 mg", "4 mg", "4.5 mg")


def taken(made: Kit) -> dict[str, int]:
    return {str(one.strength).removesuffix("/unit"): int(one.taken.base) for one in made.contents}


def each_dose(made: Kit) -> list[list[tuple[int, str]]]:
    return [
        [
            (int(one.units.base), str(one.strength).removesuffix("/unit"))
            for one in combination.portions
        ]
        for combination in made.combinations
    ]


def test_fewest_strengths_then_fewest_capsules() -> None:
    made = kit(LADDER)
    assert each_dose(made) == [
        [(1, "0.5 mg")],
        [(2, "0.5 mg")],
        [(1, "1.5 mg")],
        [(1, "1.5 mg"), (1, "0.5 mg")],
        [(1, "1.5 mg"), (2, "0.5 mg")],
        [(2, "1.5 mg")],
        [(2, "1.5 mg"), (1, "0.5 mg")],
        [(2, "1.5 mg"), (2, "0.5 mg")],
        [(3, "1.5 mg")],
    ]
    # of 0.5 mg 7 × (1 + 2 + 1 + 2 + 1 + 2), of 1.5 mg 7 × (1 + 1 + 1 + 2 + 2 + 2 + 3)
    assert taken(made) == {"0.5 mg": 63, "1.5 mg": 84}
    assert made.taken == UnitCount.of(147)
    assert made.left_over is None


def test_fewest_capsules_where_these_are_dearest() -> None:
    # With every dose as a strength, one capsule a dose: 9 × 7 = 63.
    made = kit(LADDER, strengths=NINE, most_strengths=9, wishes=[Wish.CAPSULES_A_DAY])
    assert made.taken == UnitCount.of(63)
    assert len(made.strengths) == 9


def test_what_is_left_of_packs() -> None:
    made = kit(LADDER, strengths=("0.5 mg", "1.5 mg"), pack=30)
    # 63 of 0.5 mg are 3 packs, 90 - 63 = 27 left; 84 of 1.5 mg are 3 packs, 90 - 84 = 6 left
    assert [one.supplied for one in made.contents] == [UnitCount.of(90), UnitCount.of(90)]
    assert [one.left_over for one in made.contents] == [UnitCount.of(27), UnitCount.of(6)]
    assert made.left_over == UnitCount.of(33)


def test_left_over_is_minimised_over_all_periods_together() -> None:
    # 10 days each of 1 mg and 2 mg, from 0.5 and 1 mg in packs of 20.
    # 1 mg alone: 10 × 1 + 10 × 2 = 30, 10 left. 0.5 mg alone: 10 × 2 + 10 × 4 = 60, none left.
    # 1 mg as 2 × 0.5 mg and 2 mg as 2 × 1 mg: 20 of each, none left, and fewer capsules than 60.
    regimen = Regimen.titration("1 mg", step="1 mg", every="10 days", target="2 mg")
    few = kit(regimen, strengths=("0.5 mg", "1 mg"), pack=20)
    assert (taken(few), few.left_over) == ({"1 mg": 30}, UnitCount.of(10))
    none_left = kit(regimen, strengths=("0.5 mg", "1 mg"), pack=20, wishes=[Wish.LEFT_OVER])
    assert (taken(none_left), none_left.left_over) == ({"0.5 mg": 60}, UnitCount.of(0))
    wishes = [Wish.LEFT_OVER, Wish.CAPSULES_A_DAY]
    fewer = kit(regimen, strengths=("0.5 mg", "1 mg"), pack=20, wishes=wishes)
    assert (taken(fewer), fewer.left_over) == ({"0.5 mg": 20, "1 mg": 20}, UnitCount.of(0))


def test_several_doses_a_day() -> None:
    # 14 days, twice a day 1 capsule: 28
    made = kit(Regimen.constant("3 mg", days="14 days", times_a_day=2))
    assert taken(made) == {"3 mg": 28}


def test_a_single_strength() -> None:
    regimen = Regimen.titration("1.5 mg", step="1.5 mg", every="14 days", target="4.5 mg")
    # 14 × (1 + 2 + 3)
    assert taken(kit(regimen)) == {"1.5 mg": 84}


def test_of_equals_the_smaller_strengths() -> None:
    # 0.5 and 1.5 mg, 0.5 and 2 mg: 21 capsules for one day of each dose, both
    with_2 = kit(LADDER, strengths=("0.5 mg", "2 mg"))
    with_1_5 = kit(LADDER, strengths=("0.5 mg", "1.5 mg"))
    assert with_2.taken == with_1_5.taken
    assert kit(LADDER).strengths == with_1_5.strengths


def test_of_equal_combinations_the_simplest() -> None:
    # 3 mg is 2 × 1.5 mg or 2 mg and 1 mg, two capsules either way
    doses = ("1 mg", "1.5 mg", "2 mg", "3 mg")
    regimen = Regimen(periods=tuple(Period(dose=dose, days="7 days") for dose in doses))
    made = kit(regimen, strengths=("1 mg", "1.5 mg", "2 mg"), wishes=[Wish.CAPSULES_A_DAY])
    assert each_dose(made)[-1] == [(2, "1.5 mg")]


def test_the_order_in_which_strengths_are_offered_makes_no_difference() -> None:
    there, back = kit(LADDER, strengths=NINE, pack=30), kit(LADDER, strengths=NINE[::-1], pack=30)
    assert there.combinations == back.combinations
    assert there.contents == back.contents


def test_the_usual_terms_are_cited() -> None:
    terms = KitTerms()
    texts = ("0.5 mg", "1 mg", "1.5 mg", "2 mg", "3 mg", "4 mg", "4.5 mg")
    assert terms.strengths == tuple(map(PerUnit.of, texts))
    assert (terms.most_strengths, terms.most_a_dose, terms.pack) == (3, 4, None)
    assert "ldn-strengths-on-sale" in fact("kit_strengths").cites
    assert "kit strengths" in explain(terms.strengths[0])


def test_wishes_that_are_not_named_come_last() -> None:
    assert KitTerms().order == (Wish.STRENGTHS, Wish.CAPSULES_A_DAY, Wish.LEFT_OVER)
    named = KitTerms(wishes=(Wish.LEFT_OVER,), pack=30)
    assert named.order == (Wish.LEFT_OVER, Wish.STRENGTHS, Wish.CAPSULES_A_DAY)


def test_a_kit_survives_json() -> None:
    made = kit(LADDER, pack=30)
    again = Kit.model_validate_json(made.model_dump_json())
    assert again == made
    assert made.left_over is not None
    assert again.left_over is not None
    assert explain(again.left_over) == explain(made.left_over)


def test_a_count_explains_itself() -> None:
    shown = explain(kit(LADDER, pack=30).contents[1].supplied, unit="capsule")
    assert shown.startswith("90 capsules (whole packs of 1.5 mg: rounded up to 30 units)")
    assert "84 capsules" in shown


@pytest.mark.parametrize(
    ("dose", "nearest"),
    [
        ("4.2 mg", "the nearest to 4.2 mg is 4 mg"),  # 0.2 below, 4.5 mg 0.3 above
        ("4.25 mg", "the nearest to 4.25 mg are 4 mg and 4.5 mg"),
        ("0.1 mg", "the nearest to 0.1 mg is 0.5 mg"),  # nothing at all is no dose
        ("20 mg", "the nearest to 20 mg is 18 mg"),  # 4 × 4.5
    ],
)
def test_a_dose_that_cannot_be_made(dose: str, nearest: str) -> None:
    with pytest.raises(PlanError) as caught:
        kit(Regimen.constant(dose, days="7 days"))
    assert str(caught.value).startswith(f"{dose} cannot be made from 0.5 mg, 1 mg, 1.5 mg, 2 mg")
    assert "with at most 4 capsules a dose, of at most 3 strengths" in str(caught.value)
    assert nearest in caught.value.problem
    assert "offer other strengths" in caught.value.remedy


def test_the_nearest_keeps_to_the_number_of_strengths() -> None:
    # 2.5 mg in 2 capsules needs 2 strengths (2 + 0.5); with one, 2 mg and 3 mg are the nearest
    regimen = Regimen.constant("2.5 mg", days="7 days")
    assert len(kit(regimen, most_strengths=2, most_a_dose=2).strengths) == 2
    with pytest.raises(PlanError, match=r"the nearest to 2\.5 mg are 2 mg and 3 mg"):
        kit(regimen, most_strengths=1, most_a_dose=2)


def test_doses_that_can_be_made_but_not_all_from_one_kit() -> None:
    # From one strength each of these can be made; 1.5 mg makes 3 and 4.5 mg, and not 2 mg.
    regimen = Regimen(
        periods=tuple(Period(dose=d, days="7 days") for d in ("3 mg", "4.5 mg", "2 mg"))
    )
    with pytest.raises(PlanError) as caught:
        kit(regimen, strengths=("1.5 mg", "2 mg"), most_strengths=1)
    assert caught.value.problem == (
        "no one strength of 1.5 mg and 2 mg makes every dose with at most 4 capsules a dose; "
        "1.5 mg comes closest and does not make 2 mg; the nearest to 2 mg is 1.5 mg"
    )


def test_no_two_strengths_for_all_doses() -> None:
    # 1 and 2 mg make 1 to 4 mg of at most 2 capsules, 1 and 5 mg make 1, 2, 5, 6 and 10 mg
    regimen = Regimen(periods=tuple(Period(dose=f"{n} mg", days="7 days") for n in (1, 3, 6, 10)))
    with pytest.raises(PlanError) as caught:
        kit(regimen, strengths=("1 mg", "2 mg", "5 mg"), most_strengths=2, most_a_dose=2)
    assert caught.value.problem == (
        "no 2 strengths of 1 mg, 2 mg and 5 mg make every dose with at most 2 capsules a dose; "
        "1 mg and 5 mg come closest and do not make 3 mg; the nearest to 3 mg is 2 mg"
    )


def test_a_kit_that_does_not_cover_its_regimen_is_no_kit() -> None:
    made = kit(LADDER)
    wrong = Combination(portions=(Portion(strength="0.5 mg", units=2),))
    with pytest.raises(ValidationError, match=r"capsules that make 1 mg for a dose of 0\.5 mg"):
        Kit(
            regimen=LADDER,
            terms=made.terms,
            combinations=(wrong, *made.combinations[1:]),
            contents=made.contents,
        )
    with pytest.raises(ValidationError, match="8 combinations for 9 periods"):
        Kit(
            regimen=LADDER,
            terms=made.terms,
            combinations=made.combinations[1:],
            contents=made.contents,
        )
    with pytest.raises(ValidationError, match="the counts are not those of the combinations"):
        Kit(
            regimen=LADDER,
            terms=made.terms,
            combinations=made.combinations,
            contents=made.contents[1:],
        )


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"strengths": []}, "write the strengths there are"),
        ({"strengths": ["1 mg", "1000 mcg"]}, "'1 mg' twice: write each strength once"),
        ({"strengths": ["0 mg"]}, "an amount above zero"),
        ({"most_strengths": 0}, "0: write a whole number, 1 or more"),
        ({"most_a_dose": True}, "True: write a whole number"),
        ({"pack": 0}, "an amount above zero"),
        ({"pack": 30, "wishes": ["left over", "left over"]}, "write each wish once"),
        ({"wishes": ["left over"]}, "write the pack, such as pack = 30"),
        ({"wishes": ["fewest"]}, "'strengths', 'capsules a day' or 'left over'"),
    ],
)
def test_terms_that_cannot_be_read(terms: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        KitTerms.model_validate(terms)


def test_a_combination_names_each_strength_once_the_largest_first() -> None:
    one, two = Portion(strength="1 mg", units=1), Portion(strength="2 mg", units=1)
    assert Combination(portions=(two, one)).gives == Mass.of("3 mg")
    for portions in ((one, two), (one, one), ()):
        with pytest.raises(ValidationError, match="write each strength once, the largest first"):
            Combination(portions=portions)


def test_figures_too_fine_to_search() -> None:
    # 4.5 g of parts of 1 ng, which 0.000001 mg and 4500 mg have in common
    regimen = Regimen.constant("4500 mg", days="7 days")
    with pytest.raises(PlanError, match="write doses and strengths in rounder figures"):
        kit(regimen, strengths=("1 ng", "4500 mg"))


def test_sets_too_many_to_search() -> None:
    # of 60 strengths, C(60, 5) = 5461512 sets of 5
    strengths = [f"{number} mg" for number in range(1, 61)]
    regimen = Regimen(
        periods=tuple(Period(dose=f"{n} mg", days="7 days") for n in (1, 7, 19, 37, 60, 59))
    )
    with pytest.raises(PlanError, match="5461512 sets of 5 of 60 strengths"):
        kit(regimen, strengths=strengths, most_strengths=5, most_a_dose=1)


def test_each_strength_is_an_order_that_can_be_planned() -> None:
    made = kit(LADDER, pack=100)
    placed = orders(made, avoid=("lactose",))
    assert [order.form.strength for order in placed] == list(made.strengths)
    assert {order.form.units for order in placed} == {UnitCount.of(100)}
    assert {order.avoid for order in placed} == {("lactose",)}
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg")
    for order in placed:
        assert plan(order, tablets, on=date(2026, 12, 1)).order == order


def test_a_regimen_that_was_read_back_has_the_same_kit() -> None:
    again = Regimen.model_validate_json(LADDER.model_dump_json())
    assert kit(again) == kit(LADDER)


def test_an_amount_of_another_kind_is_refused() -> None:
    with pytest.raises((AmountError, ValidationError)):
        kit(LADDER, strengths=[Mass.of("1 mg")])


def test_more_capsules_than_any_dose_takes_make_no_difference() -> None:
    # 4.5 mg are 9 of 0.5 mg at most
    assert kit(LADDER, most_a_dose=10**9) == kit(LADDER, most_a_dose=9).model_copy(
        update={"terms": KitTerms(most_a_dose=10**9)}
    )


def test_capsules_too_small_for_so_many_a_dose() -> None:
    # 4.5 mg are 4500 of 0.001 mg
    with pytest.raises(PlanError, match="allow fewer capsules a dose"):
        kit(LADDER, strengths=("0.001 mg", "4.5 mg"), most_a_dose=10**9)


def test_the_nearest_may_take_one_capsule_more_than_the_dose() -> None:
    # 1.4 mg: 2 of 0.5 mg are 0.4 mg away, 3 of them 0.1 mg
    with pytest.raises(PlanError) as caught:
        kit(Regimen.constant("1.4 mg", days="7 days"), strengths=("0.5 mg", "3 mg"))
    assert "with at most 4 capsules a dose" in caught.value.problem
    assert caught.value.problem.endswith("the nearest to 1.4 mg is 1.5 mg")


def test_many_strengths_are_not_named_one_by_one() -> None:
    strengths = [f"{tenths / 10:g} mg" for tenths in range(1, 46)]
    with pytest.raises(PlanError, match=r"^44 mg cannot be made from the 45 strengths from"):
        kit(Regimen.constant("44 mg", days="7 days"), strengths=strengths)


@pytest.mark.parametrize("stated", ["0.5 mg", None, {"periods": ()}])
def test_what_is_no_regimen(stated: object) -> None:
    with pytest.raises(KindError, match=r"is no regimen: write Regimen\.titration"):
        kit(stated)


@pytest.mark.parametrize("stated", [{"strengths": "0.5 mg"}, {"wishes": "strengths"}])
def test_one_text_where_a_list_is_wanted(stated: dict[str, str]) -> None:
    ((name, text),) = stated.items()
    with pytest.raises(AmountError, match=rf"write a list of them, {name} = \['{text}'\]"):
        kit(Regimen.constant("1.5 mg", days="7 days"), **stated)
