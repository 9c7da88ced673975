"""A kit's plan on paper: side by side, and the shared trituration as a sheet to work from."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from ldn_compound.choosing.kit_plan import KitPlan
from ldn_compound.choosing.plan_kit import plan_kit
from ldn_compound.errors import NotApproved
from ldn_compound.model.regimen import Period, Regimen
from ldn_compound.planning.kit import kit
from ldn_compound.records.kit_plan import kit_plan_sheet
from ldn_compound.records.shared_trituration import shared_trituration_sheet
from ldn_compound.records.worksheet import worksheet
from ldn_compound.render.html import as_html
from ldn_compound.render.markdown import as_markdown
from ldn_compound.render.text import as_text
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.tablets import Tablets

ON = date(2026, 12, 1)
PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))
REGIMEN = Regimen(
    periods=(Period(dose="0.5 mg", days="63 days"), Period(dose="1 mg", days="21 days"))
)


def planned(source: object = PURE, *, regimen: Regimen = REGIMEN) -> KitPlan:
    strengths = ("0.5 mg", "1 mg")
    made = kit(regimen, strengths=strengths, wishes=["capsules a day"])
    return plan_kit(made, source, on=ON)


def text(of: KitPlan, **more: object) -> str:
    sheet = shared_trituration_sheet(of, **more)
    assert sheet is not None
    return " ".join(as_text(sheet, width=200).split())


def test_the_strengths_side_by_side() -> None:
    shown = " ".join(as_text(kit_plan_sheet(planned()), width=200).split())
    assert "0.5 mg/capsule 63 capsules 315 mg of the shared trituration 1 0 1 8" in shown
    assert "6 weighings in all, with a trituration that is made once and shared" in shown
    assert "each strength on its own would take 8" in shown


def test_how_the_trituration_is_made() -> None:
    shown = text(planned())
    # 321 mg to 3210 mg, 315 and 210 mg are taken, 2685 mg are left, a tenth of it drug
    assert "In all 3210 mg" in shown
    assert "Holds 10 % naltrexone hydrochloride" in shown
    assert "Weigh 321 mg of naltrexone hydrochloride powder" in shown
    assert "Weigh 2889 mg of microcrystalline cellulose" in shown
    assert "0.5 mg/capsule 315 mg 1 mg/capsule 210 mg" in shown
    assert "Left over: 2685 mg, with 268.5 mg of naltrexone hydrochloride." in shown


def test_of_tablets_they_are_counted_and_ground_for_it() -> None:
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg")
    small = Regimen(
        periods=(Period(dose="0.5 mg", days="14 days"), Period(dose="1 mg", days="7 days"))
    )
    shown = text(planned(tablets, regimen=small))
    assert "Count " in shown
    assert "Comminute in the grinding mortar" in shown
    assert "Sieve: pass all" in shown


def test_in_every_look() -> None:
    sheet = shared_trituration_sheet(planned())
    assert sheet is not None
    for printed in (as_text(sheet), as_markdown(sheet), as_html(sheet)):
        assert "321" in printed
        assert "NOT APPROVED" in printed


def test_it_is_to_work_from_once_every_strength_that_takes_of_it_is_approved() -> None:
    of = planned()
    approved = [review.approve(by="A. Pharmacist", on=ON) for review in of.reviews]
    assert "NOT APPROVED" in text(of)
    assert "NOT APPROVED" in text(of, approved=approved[:1])
    shown = text(of, approved=approved)
    assert "NOT APPROVED" not in shown
    assert "Status approved" in shown


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("steps", lambda made: made["steps"].pop()),
        ("supplies", lambda made: made["supplies"].pop()),
        ("aliquots", lambda made: made["aliquots"].reverse()),
        ("findings", lambda made: made["findings"].pop()),
    ],
)
def test_a_stored_kit_that_was_edited_is_not_worked_from(
    part: str, change: Callable[[dict[str, Any]], object]
) -> None:
    small = Regimen(
        periods=(Period(dose="0.5 mg", days="14 days"), Period(dose="1 mg", days="7 days"))
    )
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg")
    stored = json.loads(planned(tablets, regimen=small).model_dump_json())
    change(stored["trituration"])
    edited = KitPlan.model_validate_json(json.dumps(stored))
    approved = [review.approve(by="A. Pharmacist", on=ON) for review in edited.reviews]
    assert "NOT APPROVED" in text(edited)
    with pytest.raises(NotApproved) as refused:
        shared_trituration_sheet(edited, approved=approved)
    assert str(refused.value) == (
        f"the shared trituration, {part}: not what its strengths take of; plan the kit anew"
    )


def test_nothing_is_printed_to_compound_from_where_nothing_lifts_a_finding() -> None:
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg", release="modified")
    small = Regimen(
        periods=(Period(dose="0.5 mg", days="14 days"), Period(dose="1 mg", days="7 days"))
    )
    shown = text(planned(tablets, regimen=small))
    assert "Amounts and steps are not printed" in shown
    assert "Weigh" not in shown
    assert "takes" not in shown


def test_a_jar_that_is_not_enough_for_all_is_said_first() -> None:
    # 321 mg of 300 mg
    lots = ({"number": "P-1", "amount": "300 mg"},)
    jar = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"), lots=lots)
    of = planned(jar)
    (short,) = of.shortages
    assert str(short.held) == "300 mg"
    shown = text(of)
    assert "All preparations together take 321 mg of naltrexone hydrochloride powder" in shown
    assert "Weigh" not in shown


def test_no_sheet_where_nothing_is_shared() -> None:
    # 150 mg of powder, the diluent, and one run's share of the blend
    of = planned(regimen=Regimen.constant("1 mg", days="150 days"))
    assert shared_trituration_sheet(of) is None
    shown = " ".join(as_text(kit_plan_sheet(of), width=200).split())
    assert "3 weighings in all; no two strengths can share a trituration" in shown


def test_the_worksheet_of_a_strength_takes_it_from_the_shared_one() -> None:
    of = planned()
    shown = " ".join(as_text(worksheet(of.reviews[0]), width=200).split())
    assert "Weigh 315 mg of trituration 1 out of trituration mortar 1" in shown
    assert "What is left of the shared trituration 1 is for the kit's other strengths" in shown
    assert "Left over at the end" not in shown
    # (1 + 6/321) (1 + 6/2889) (1 + 6/315) = 1.0402; (1 − 6/321) (1 − 6/2889) (1 − 6/315) = 0.9606
    assert "96.1 % to 104 %" in shown


def test_a_capsule_s_date_is_not_the_trituration_s() -> None:
    shown = text(planned())
    assert "beyond-use date ____________" in shown
    assert "180 days" not in shown
