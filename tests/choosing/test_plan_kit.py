"""A kit planned from one source: separately, or from a trituration that is shared; by hand.

63 capsules of 0.5 mg and 21 of 1 mg of pure powder, on a class III balance (120 mg at least, 6 mg
off): 31.5 mg and 21 mg, both too little. Tenfold they are 315 mg and 210 mg.

  error      1.05 ÷ (1 + 6/210) = 1.0208333 is what is left for (1 + 6/m) (1 + 6/9m), m the powder:
             m = 320: 1 + 6.6667/320 + 4/320² = 1.0208724, too much; m = 321: 1.0208072
  made       321 mg of powder and 2889 mg of diluent: 3210 mg, of which 315 + 210 = 525 mg are taken
  weighings  each on its own: powder, diluent of the trituration, aliquot, diluent: 2 × 4 = 8;
             shared: 2 + 2 × 2 = 6
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.choosing.kit_plan import KitPlan
from ldn_compound.choosing.plan_kit import plan_kit
from ldn_compound.errors import KindError, PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.ports import Source
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.model.steps import Weigh
from ldn_compound.planning.kit import Kit, Wish, kit
from ldn_compound.quantity.kinds import Days, Mass, PerUnit, UnitCount
from ldn_compound.rules.check import check
from ldn_compound.rules.rule import Breach
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.shared_trituration import SharedTrituration
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration
from ldn_compound.verify.outcome import carry_out

ON = date(2026, 12, 1)
PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
TENTH = Trituration(of=PURE, powder="700 mg", diluent="6300 mg")


def kit_of(**days: int) -> Kit:
    """A capsule of its own for each dose, one a day: `kit_of(half=63)` takes 63 of 0.5 mg."""
    doses = {"half": "0.5 mg", "one": "1 mg", "three": "3 mg", "four": "4.5 mg"}
    periods = tuple(
        Period(dose=doses[name], days=f"{n} days" if n > 1 else "1 day") for name, n in days.items()
    )
    return kit(
        Regimen(periods=periods),
        strengths=tuple(doses[name] for name in days),
        wishes=[Wish.CAPSULES_A_DAY],
    )


SMALL = kit_of(half=63, one=21)


def weighed(steps: tuple[Any, ...]) -> list[str]:
    return [str(step.amount) for step in steps if isinstance(step, Weigh)]


def test_a_trituration_shared_by_hand() -> None:
    made = plan_kit(SMALL, PURE, on=ON)
    assert (made.way, made.weighings_separately, made.weighings_shared) == ("shared", 8, 6)
    assert made.trituration is not None
    assert weighed(made.trituration.steps) == ["321 mg", "2889 mg"]
    assert [(str(one.strength), str(one.taken)) for one in made.trituration.aliquots] == [
        ("0.5 mg/unit", "315 mg"),
        ("1 mg/unit", "210 mg"),
    ]
    assert made.trituration.taken == Mass.of("525 mg")
    # 63 and 21 shells of 138 mg (0.3 mL × 0.46 g/mL): 8694 − 315 and 2898 − 210 mg of diluent
    assert [weighed(plan.steps) for plan in made.plans] == [
        ["315 mg", "8379 mg"],
        ["210 mg", "2688 mg"],
    ]
    assert made.weighings == 6


def test_no_error_of_the_trituration_is_lost() -> None:
    made = plan_kit(SMALL, PURE, on=ON)
    both = (1 + Fraction(6, 321)) * (1 + Fraction(6, 2889))
    for review, aliquot in zip(made.reviews, (315, 210), strict=True):
        (run,) = review.outcome.runs
        assert run.weighing_error.base == both * (1 + Fraction(6, aliquot)) - 1
        assert run.weighing_error.base <= Fraction("0.05")
        assert run.part.base == 1


def test_a_capsule_holds_what_it_would_of_a_trituration_of_its_own() -> None:
    """The dry run of the whole, making included, comes to the same as that of the aliquot."""
    made = plan_kit(SMALL, PURE, on=ON)
    assert made.trituration is not None
    shared = made.trituration.source
    own = Trituration(of=shared.of, powder=shared.powder, diluent=shared.diluent)
    for plan in made.plans:
        ready = own.prepare(own.mass, bench=plan.bench, policy=plan.policy)
        # the plan's own supplies, but for the trituration that stands ready
        rest = tuple(one for one in plan.supplies if one.vessel != own.vessel)
        whole = plan.model_copy(
            update={
                "before": (),
                "steps": (*plan.before, *plan.steps),
                "supplies": (*ready.supplies, *rest),
                "taken_from": own,
            }
        )
        alone, together = carry_out(plan), carry_out(whole)
        assert alone.runs == together.runs
        assert not together.shortages


def test_the_rule_on_weighings_counts_those_of_the_trituration() -> None:
    # 1 mg: 6/210 is 2.86 %, and with 6/321 and 6/2889 it is 5.0 %
    plan = plan_kit(SMALL, PURE, on=ON).plans[1]
    stricter = plan.policy.model_copy(update={"largest_weighing_error": plan.potency.of("4 %")})
    judged = plan.model_copy(update={"policy": stricter})
    forgotten = judged.model_copy(update={"before": ()})
    assert "WGH302" in {one.code for one in check(judged).findings}
    assert "WGH302" not in {one.code for one in check(forgotten).findings}


def test_what_stays_in_the_mortar_is_made_beyond_the_aliquots() -> None:
    # A balance that is 0.6 mg off lets the amounts alone decide. 200 × 0.5 = 100 mg and 119 × 1 =
    # 119 mg: with 2 % in reserve 219 × 1.02 = 223.38 mg, so 224 mg of powder whatever the fold, and
    # twofold least is over: 448 − (200 + 238) = 10 mg.
    fine = Balance(
        readability="1 mg", minimum_weighable="120 mg", capacity="120 g", accepted_error="0.5 %"
    )
    of = kit_of(half=200, one=119)
    made = plan_kit(of, PURE, on=ON, bench=Bench(balance=fine)).trituration
    assert made is not None
    assert weighed(made.steps) == ["224 mg", "224 mg"]
    assert (made.taken, made.source.mass) == (Mass.of("438 mg"), Mass.of("448 mg"))
    bare = Policy(grinding_reserve="0 %")
    none = plan_kit(of, PURE, on=ON, bench=Bench(balance=fine), policy=bare).trituration
    assert none is not None
    # nothing is left at any fold, so the largest is taken: 219 mg to 2190 mg, 1000 + 1190
    assert none.source.mass == none.taken == Mass.of("2190 mg")


def test_what_each_strength_takes_alone_where_nothing_is_too_small() -> None:
    # 90 × 3 = 270 mg and 90 × 4.5 = 405 mg are weighed as they are
    made = plan_kit(kit_of(three=90, four=90), PURE, on=ON)
    assert (made.way, made.weighings_shared, made.trituration) == ("separately", None, None)
    assert made.weighings_separately == made.weighings == 4  # powder and diluent, twice


def test_one_that_is_too_small_shares_with_nobody() -> None:
    made = plan_kit(kit_of(half=63, four=90), PURE, on=ON)
    assert (made.way, made.weighings_separately, made.weighings_shared) == ("separately", 6, None)
    assert all(not plan.before for plan in made.plans)


def test_those_that_need_none_are_left_alone() -> None:
    made = plan_kit(kit_of(half=63, one=21, four=90), PURE, on=ON)
    assert (made.way, made.weighings_separately, made.weighings_shared) == ("shared", 10, 8)
    assert [bool(plan.before) for plan in made.plans] == [True, True, False]


def test_where_no_trituration_serves_both() -> None:
    # Of tablets (177.3 mg for 50 mg), 7 each: 0.5 mg are 12.4 mg of powder, which only tenfold is
    # 124 mg; 4.5 mg are 15.957 mg in a capsule, tenfold 160 mg, more than a size 3 shell holds.
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg")
    made = plan_kit(kit_of(half=7, four=7), tablets, on=ON, policy=Policy(shells=("3",)))
    assert all(isinstance(plan.taken_from, Trituration) for plan in made.plans)
    assert (made.way, made.weighings_shared) == ("separately", None)


def test_whole_tablets_are_not_triturated() -> None:
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg", use="whole")
    made = plan_kit(kit_of(four=90), tablets, on=ON)
    assert made.way == "separately"


@pytest.mark.parametrize(
    ("of", "source", "way"),
    [
        (SMALL, PURE, "shared"),
        (kit_of(three=90, four=90), PURE, "separately"),
        (kit_of(three=90, four=90), TENTH, "shared"),
    ],
)
def test_the_house_s_study_dates_every_strength(of: Kit, source: Source, way: str) -> None:
    own = Study(
        name="house-7",
        title="House study 7",
        form="capsules",
        active="naltrexone hydrochloride",
        contents=(StudyContent(name="microcrystalline cellulose"),),
        stable=(Stable(storage="room", days=Days.of("90 days")),),
        cites=(),
        confirmed=True,
    )
    roomy = Policy(shells=("1",))
    made = plan_kit(of, source, on=ON, policy=roomy, studies=(own,))
    assert made.way == way
    # 31 + 31 = 62 to the end of January, 28 more: day 90 is 28 February
    assert {one.beyond_use.date for one in made.plans} == {date(2027, 2, 28)}
    without = plan_kit(of, source, on=ON, policy=roomy)
    assert {one.beyond_use.days for one in without.plans} == {180}


def test_an_order_for_each_strength_with_the_others_beside_it() -> None:
    made = plan_kit(SMALL, PURE, on=ON, avoid=("lactose",), strength_as="naltrexone")
    first, second = (plan.order for plan in made.plans)
    assert isinstance(first.form, Capsules)
    assert (first.form.strength, first.form.quantity) == (PerUnit.of("0.5 mg"), UnitCount.of(63))
    assert first.beside == (PerUnit.of("1 mg"),)
    assert second.beside == (PerUnit.of("0.5 mg"),)
    assert {one.directions for one in (first, second)} == {SMALL.regimen}
    assert {one.avoid for one in (first, second)} == {("lactose",)}
    assert {one.strength_as for one in (first, second)} == {"naltrexone"}


def test_packs_are_made_full() -> None:
    packed = kit(SMALL.regimen, strengths=("0.5 mg", "1 mg"), pack=30, wishes=["capsules a day"])
    made = plan_kit(packed, PURE, on=ON)
    assert [plan.units for plan in made.plans] == [UnitCount.of(90), UnitCount.of(30)]


def test_a_source_that_is_enough_for_each_and_not_for_all() -> None:
    # 90 × 3 = 270 mg and 90 × 4.5 = 405 mg, 675 mg together, of a jar of 500 mg
    jar = PURE.model_copy(
        update={
            "lots": Powder(
                substance=PURE.substance,
                certificate=PURE.certificate,
                lots=({"number": "P-1", "amount": "500 mg"},),
            ).lots
        }
    )
    made = plan_kit(kit_of(three=90, four=90), jar, on=ON)
    assert not made.errors
    (short,) = made.shortages
    assert (short.wanted, short.held) == (Mass.of("675 mg"), Mass.of("500 mg"))
    assert not plan_kit(kit_of(three=90), jar, on=ON).shortages


@pytest.mark.parametrize(("held", "short"), [(14, ["15 tablets of 14 tablets"]), (15, [])])
def test_tablets_that_are_enough_for_each_and_not_for_all(held: int, short: list[str]) -> None:
    # 270 and 405 mg with 2 % in reserve are 5.5 and 8.3 tablets of 50 mg: 6 and 9
    tablets = Tablets(
        strength="50 mg",
        weighed=20,
        together="3546 mg",
        lots=({"number": "T-1", "tablets": held},),
    )
    made = plan_kit(kit_of(three=90, four=90), tablets, on=ON)
    assert not made.errors
    assert [f"{one.wanted} of {one.held}" for one in made.shortages] == short


def test_a_source_that_is_forbidden_is_forbidden_in_every_review() -> None:
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg", release="modified")
    made = plan_kit(kit_of(half=7, one=7), tablets, on=ON)
    assert made.way == "shared"
    assert all("SRC201" in {one.code for one in review.absolute} for review in made.reviews)


@dataclass(frozen=True)
class NoMoreThanAGram:
    """This house weighs no more than a gram of anything."""

    code: str = "HOUSE1"
    version: int = 1
    title: str = "Too much"
    severity: str = "error"
    remedy: str = "Make less."
    cites: tuple[str, ...] = ()

    def check(self, case: Any) -> Any:
        for number, place, step in case.weighings:
            if step.amount > Mass.of("1 g"):
                yield Breach(place, step.amount, "1 g", number)


def test_a_house_rule_judges_the_trituration_too() -> None:
    made = plan_kit(SMALL, PURE, on=ON, also=(NoMoreThanAGram(),))
    assert made.trituration is not None
    # 2889 mg of diluent, its second step
    assert [(one.code, one.step) for one in made.trituration.findings] == [("HOUSE1", 2)]
    assert {one.code for one in made.errors} == {"HOUSE1"}


@dataclass(frozen=True)
class Broken:
    """A house rule that fails where nothing is encapsulated."""

    code: str = "HOUSE2"
    version: int = 1
    title: str = "Broken"
    severity: str = "warning"
    remedy: str = "Mend it."
    cites: tuple[str, ...] = ()

    def check(self, case: Any) -> Any:
        assert case.outcome.runs, "nothing is encapsulated"
        return ()


def test_a_rule_that_fails_on_the_trituration_is_not_silent() -> None:
    made = plan_kit(SMALL, PURE, on=ON, also=(Broken(),))
    assert made.trituration is not None
    assert [one.code for one in made.trituration.findings] == ["HOUSE2"]
    assert all("HOUSE2" not in {one.code for one in r.findings} for r in made.reviews)
    assert [one.code for one in made.errors] == ["HOUSE2"]


def test_no_plan_names_the_strength() -> None:
    with pytest.raises(PlanError, match=r"^0\.5 mg: no way within 1 dilutions"):
        plan_kit(kit_of(half=3, four=90), PURE, on=ON, policy=Policy(most_stages=1))


def test_json() -> None:
    for of in (SMALL, kit_of(three=90, four=90)):
        made = plan_kit(of, PURE, on=ON)
        again = KitPlan.model_validate_json(made.model_dump_json())
        assert again == made
        assert again.reviews[0].plan.taken_from == made.reviews[0].plan.taken_from
    assert isinstance(plan_kit(SMALL, PURE, on=ON).plans[0].taken_from, SharedTrituration)


def test_a_plan_that_takes_of_it_survives_json() -> None:
    plan = plan_kit(SMALL, PURE, on=ON).plans[0]
    again = Plan.model_validate_json(plan.model_dump_json())
    assert again == plan
    assert carry_out(again).runs == carry_out(plan).runs


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"way": "separately"}, "the trituration says otherwise"),
        ({"weighings_shared": 5}, "5 weighings are stated, and the steps have 6"),
        ({"reviews": ()}, "the reviews are not those of the kit's strengths"),
        ({"on": date(2026, 12, 2)}, "a plan is of another day, bench or policy than the kit's"),
        ({"policy": Policy(shells=("1",))}, "a plan is of another day, bench or policy"),
    ],
)
def test_what_contradicts_itself_is_refused(changed: dict[str, Any], said: str) -> None:
    made = plan_kit(SMALL, PURE, on=ON)
    fields = {name: getattr(made, name) for name in KitPlan.model_fields}
    with pytest.raises(ValidationError, match=said):
        KitPlan.model_validate(fields | changed)


def test_reviews_of_other_counts_are_refused() -> None:
    # The same strengths for one day more: the kit says 63 and 21 capsules, the plans 64 and 22.
    longer = Regimen(
        periods=(Period(dose="0.5 mg", days="64 days"), Period(dose="1 mg", days="22 days"))
    )
    strengths = ("0.5 mg", "1 mg")
    more = kit(longer, strengths=strengths, wishes=[Wish.CAPSULES_A_DAY])
    assert more.strengths == SMALL.strengths
    made = plan_kit(SMALL, PURE, on=ON)
    fields = {name: getattr(made, name) for name in KitPlan.model_fields}
    other = {"reviews": plan_kit(more, PURE, on=ON).reviews}
    with pytest.raises(ValidationError, match="not those of the kit's strengths and counts"):
        KitPlan.model_validate(fields | other)


def test_what_is_no_kit_and_no_source() -> None:
    with pytest.raises(KindError, match="is no kit: make one with kit"):
        plan_kit(SMALL.regimen, PURE, on=ON)
    with pytest.raises(KindError, match="'powder' is no source"):
        plan_kit(SMALL, "powder", on=ON)


def test_a_trituration_of_the_house_is_made_once() -> None:
    # A tenth of it is drug: 90 × 3 = 270 mg and 90 × 4.5 = 405 mg are 2700 and 4050 mg of it.
    # Each on its own makes it anew, 4 weighings; once, 2 + 2 × 2 = 6 of 8.
    made = plan_kit(kit_of(three=90, four=90), TENTH, on=ON, policy=Policy(shells=("1",)))
    assert (made.way, made.weighings_separately, made.weighings_shared) == ("shared", 8, 6)
    assert made.trituration is not None
    assert weighed(made.trituration.steps) == ["700 mg", "6300 mg"]
    assert [str(one.taken) for one in made.trituration.aliquots] == ["2700 mg", "4050 mg"]
    assert all(plan.source == TENTH for plan in made.plans)


def test_a_trituration_of_the_house_that_is_not_enough_is_not_shared() -> None:
    # 2700 + 4050 = 6750 mg of 6740 mg
    short = Trituration(of=PURE, powder="674 mg", diluent="6066 mg")
    made = plan_kit(kit_of(three=90, four=90), short, on=ON, policy=Policy(shells=("1",)))
    assert (made.way, made.weighings_shared) == ("separately", None)
