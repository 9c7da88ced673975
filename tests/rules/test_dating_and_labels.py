"""Rules of dating and of labels, where a scenario cannot say it: studies of the house, kits."""

from datetime import date
from typing import Any

import pytest

from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.lot import Lot
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Days
from ldn_compound.rules.check import check
from ldn_compound.rules.finding import Finding
from ldn_compound.sources.powder import Powder
from ldn_compound.sources.tablets import Tablets

TABLETS = Tablets(strength="50 mg", weighed=20, together="3546 mg")
CELLULOSE = (StudyContent(name="microcrystalline cellulose"),)


def of(days: int, **parts: Any) -> Study:
    return Study(
        name="house-7",
        title="House study 7",
        form="capsules",
        active="naltrexone hydrochloride",
        contents=CELLULOSE,
        stable=(Stable(storage="room", days=Days.of(days, "days")),),
        cites=(),
        confirmed=True,
    )._replace(**parts)


def made(*, form: Any = None, studies: tuple[Study, ...] = (), **order: Any) -> Plan:
    ordered = form or Capsules(strength="4.5 mg", quantity=100, shell="3")
    return plan(
        Order(drug="naltrexone", form=ordered, **order),
        order.pop("source", TABLETS),
        on=date(2026, 12, 1),
        studies=studies,
    )


def places(review: Any, code: str) -> list[str]:
    return [one.place for one in check(review).findings if one.code == code]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (179, []),  # it sets the date itself
        (180, []),  # no longer than the default
        (181, ["House study 7"]),
    ],
)
def test_only_a_longer_study_is_held_back(days: int, told: list[str]) -> None:
    found = places(made(studies=(of(days),)), "BUD705")
    assert [place for place in found if place == "House study 7"] == told
    # the published one is longer than what is given, unless the house's is what binds
    assert ("Cote 2018, capsules in Avicel" in found) is (days > 179)


def test_each_longer_study_is_told() -> None:
    found = places(made(studies=(of(200), of(300, name="house-8", title="Eight"))), "BUD705")
    assert found == ["House study 7", "Eight", "Cote 2018, capsules in Avicel"]


def test_a_study_in_another_container_extends_nothing_and_looks_like_no_other() -> None:
    glass = of(300, container=("brown glass",))
    one = made(studies=(glass,))
    assert "House study 7" in places(one, "BUD705")
    assert places(one, "BUD704") == []


def test_an_unconfirmed_study_that_binds_is_told() -> None:
    assert places(made(studies=(of(90, confirmed=False),)), "BUD706") == ["beyond-use date"]
    assert places(made(studies=(of(90),)), "BUD706") == []


def test_a_kit_s_strength_does_not_outlast_its_date_by_itself() -> None:
    year = Regimen.constant("4.5 mg", days="365 days")
    form = Capsules(strength="4.5 mg", quantity=365, shell="3")
    assert places(made(form=form, directions=year), "BUD703") == ["order, quantity"]
    in_a_kit = made(form=form, directions=year, beside=("1.5 mg",))
    assert places(in_a_kit, "BUD703") == []


def test_whole_tablets_in_a_liquid_are_labelled_as_ordered() -> None:
    # one tablet of 50 mg in 50 mL is 1 mg/mL exactly; in 49 mL it would be more
    whole = TABLETS.model_copy(update={"use": "whole"})
    form = OralLiquid(
        concentration="1 mg/mL", volume="50 mL", vehicle="purified water", doses=("1.5 mg",)
    )
    one = plan(Order(drug="naltrexone", form=form), whole, on=date(2026, 12, 1))
    assert places(one, "LBL1001") == []


def test_the_caution_is_for_whoever_takes_it() -> None:
    assert places(made(), "LBL1004") == []
    taken = Regimen.constant("4.5 mg", days="100 days")
    assert places(made(directions=taken), "LBL1004") == ["label, cautions"]


def findings(of_plan: Plan, code: str) -> list[Finding]:
    return [one for one in check(of_plan).findings if one.code == code]


def test_a_lot_that_lasts_longer_is_no_longer_study() -> None:
    lasting = TABLETS.model_copy(update={"lots": (Lot(number="T1", expiry="2029-12-31"),)})
    one = plan(
        Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=100, shell="3")),
        lasting,
        on=date(2026, 12, 1),
    )
    assert [found.place for found in findings(one, "BUD705")] == ["Cote 2018, capsules in Avicel"]


def test_only_of_a_liquid_a_test_of_preservation_is_asked() -> None:
    [capsules] = findings(made(), "BUD705")
    assert capsules.remedy == (
        "Keep to the date given; what holds the study back stands beside it."
    )
    in_syrspend = OralLiquid(
        concentration="1 mg/mL",
        volume="100 mL",
        vehicle="SyrSpend SF PH4 liquid",
        doses=("1.5 mg",),
        storage="refrigerator",
    )
    powder = Powder(
        substance="naltrexone hydrochloride",
        certificate={"basis": "anhydrous", "assay": "99.5 %", "water": "0.5 %"},
    )
    one = plan(Order(drug="naltrexone", form=in_syrspend), powder, on=date(2026, 12, 1))
    [liquid] = findings(one, "BUD705")
    assert liquid.remedy == (
        "Keep to the date given; what holds the study back stands beside it. "
        "State the antimicrobial_test it passed, where there is one."
    )


def test_a_supply_of_what_is_past_its_date_has_no_day_left() -> None:
    late = TABLETS.model_copy(update={"lots": (Lot(number="T1", expiry="2026-11-30"),)})
    order = Order(
        drug="naltrexone",
        form=Capsules(strength="4.5 mg", quantity=100, shell="3"),
        directions=Regimen.constant("4.5 mg", days="100 days"),
    )
    [found] = findings(plan(order, late, on=date(2026, 12, 1)), "BUD703")
    assert found.observed == "enough for 100 days from 2026-12-01"
    assert found.limit == "no day, to 2026-11-30"
