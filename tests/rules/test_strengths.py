"""The bounds of a low dose, and what a slip of the pen would have been."""

from collections.abc import Callable
from datetime import date

import pytest

from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.planning.plan import plan
from ldn_compound.rules.check import check
from ldn_compound.rules.finding import Finding
from ldn_compound.sources.powder import Powder

Planned = Callable[..., Plan]
UNDILUTED = Policy(most_stages=0)


def strength_findings(made: Plan) -> dict[str, Finding]:
    """What RX101 and RX102 find, by code."""
    found = check(made).findings
    return {one.code: one for one in found if one.code in ("RX101", "RX102")}


@pytest.mark.parametrize(
    ("strength", "code"),
    [
        ("0.5 mg", None),
        ("4.5 mg", None),
        ("0.499999 mg", "RX101"),
        ("4.500001 mg", "RX101"),
        ("0.1 mg", "RX101"),
        ("9.999999 mg", "RX101"),
        ("0.099999 mg", "RX102"),
        ("10 mg", "RX102"),
        ("4.5 mcg", "RX102"),
    ],
)
def test_the_bounds_are_exact(planned: Planned, strength: str, code: str | None) -> None:
    capsules = {"strength": strength, "quantity": 900}
    made = planned(capsules=capsules, powder={}, policy=UNDILUTED)
    assert set(strength_findings(made)) == {code} - {None}


@pytest.mark.parametrize(
    ("strength", "said"),
    [
        # tenfold: 0.45 x 10 = 4.5
        ("0.45 mg", "0.45 mg/capsule: was 4.5 mg/capsule meant? Ask the prescriber."),
        ("0.3 mg", "0.3 mg/capsule: was 3 mg/capsule meant? Ask the prescriber."),
        # a tenth: 5 / 10 = 0.5
        ("5 mg", "5 mg/capsule: was 0.5 mg/capsule meant? Ask the prescriber."),
        ("45 mg", "45 mg/capsule: was 4.5 mg/capsule meant? Ask the prescriber."),
        ("15 mg", "15 mg/capsule: was 1.5 mg/capsule meant? Ask the prescriber."),
        # mcg for mg: 0.0045 x 1000 = 4.5
        ("4.5 mcg", "0.0045 mg/capsule: was 4.5 mg/capsule meant? Ask the prescriber."),
        # 0.46 x 10 = 4.6 and 4.9 / 10 = 0.49 are no usual doses either
        ("0.46 mg", "Ask the prescriber whether 0.46 mg/capsule is meant."),
        ("4.9 mg", "Ask the prescriber whether 4.9 mg/capsule is meant."),
        ("50 mg", "Ask the prescriber whether 50 mg/capsule is meant."),
    ],
)
def test_the_remedy_names_the_slip(planned: Planned, strength: str, said: str) -> None:
    capsules = {"strength": strength, "quantity": 900, "shell": "0"}
    fill = {"kind": "measured", "diluent": {"shells": 10, "together": "3128 mg"}}
    made = planned(capsules=capsules | {"fill": fill}, powder={}, policy=UNDILUTED)
    [finding] = strength_findings(made).values()
    assert finding.remedy.removesuffix(" A waiver needs a second name.") == said
    assert finding.second_name == (finding.code == "RX102")


@pytest.mark.parametrize(
    ("strength", "code"),
    [
        ("4.06 mg", None),  # 4.06 x 377.86 / 341.41 = 4.493 mg of the hydrochloride
        ("4.07 mg", "RX101"),  # 4.07 x 377.86 / 341.41 = 4.505 mg
        ("9.03 mg", "RX101"),  # 9.03 x 377.86 / 341.41 = 9.994 mg
        ("9.04 mg", "RX102"),  # 9.04 x 377.86 / 341.41 = 10.005 mg
    ],
)
@pytest.mark.parametrize("substance", ["naltrexone", "naltrexone hydrochloride dihydrate"])
def test_base_is_compared_as_hydrochloride_from_whatever_source(
    planned: Planned, strength: str, code: str | None, substance: str
) -> None:
    made = planned(
        order={"strength_as": "naltrexone"},
        capsules={"strength": strength},
        powder={"substance": substance, "certificate": {"basis": "as is", "assay": "91 %"}},
    )
    assert set(strength_findings(made)) == {code} - {None}
    assert "RX103" in {one.code for one in check(made).findings}


def liquid(*doses: str, strength_as: str = "naltrexone hydrochloride") -> Plan:
    """100 mL of 5 mg/mL, with the doses of its directions."""
    form = OralLiquid(
        concentration="5 mg/mL", volume="100 mL", vehicle="purified water", doses=doses
    )
    powder = Powder.model_validate(
        {
            "substance": "naltrexone hydrochloride",
            "certificate": {"basis": "anhydrous", "assay": "99.5 %", "water": "0.5 %"},
        }
    )
    order = Order(drug="naltrexone", form=form, strength_as=strength_as)
    return plan(order, powder, on=date(2026, 12, 1))


def test_of_a_liquid_each_dose_is_judged_and_not_all_of_it() -> None:
    assert strength_findings(liquid("1.5 mg", "4.5 mg")) == {}
    found = strength_findings(liquid("0.45 mg", "4.5 mg", "45 mg"))
    assert found["RX101"].place == "order, dose 1"
    assert found["RX102"].place == "order, dose 3"
    assert found["RX102"].remedy.startswith("45 mg: was 4.5 mg meant?")


def test_of_a_liquid_of_base_each_dose_is_said_both_ways() -> None:
    # 4 x 377.86 / 341.41 = 4.427 mg; all of it: 500 x 377.86 / 341.41 = 553.38 mg
    [dose] = [
        one
        for one in check(liquid("4 mg", strength_as="naltrexone")).findings
        if one.code == "RX103"
    ]
    assert str(dose.observed).startswith("4 mg of naltrexone (base) is 4.427")
    [whole] = [
        one for one in check(liquid(strength_as="naltrexone")).findings if one.code == "RX103"
    ]
    assert str(whole.observed).startswith("500 mg/preparation of naltrexone (base) is 553.38")
