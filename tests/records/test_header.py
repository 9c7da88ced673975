"""The head of the sheet: what is made, what its milligrams count, by whose rules, on what bench."""

from __future__ import annotations

from ldn_compound.model.policy import Policy
from ldn_compound.records.header import header, title
from ldn_compound.records.sheet import Boxes, Facts
from ldn_compound.rules.review import Review


def facts(review: Review) -> dict[str, object]:
    blocks = header(review.plan, status="as said")
    return {
        row.label: row.value for block in blocks if isinstance(block, Facts) for row in block.rows
    }


def test_it_is_titled_with_drug_strength_and_number(reviewed):
    assert title(reviewed().plan) == "Compounding worksheet: naltrexone 4.5 mg, 90 capsules"


def test_the_usual_order(reviewed):
    assert facts(reviewed()) == {
        "Status": "as said",
        "Drug": "naltrexone",
        "Strength": "4.5 mg/capsule; 4.5 mg counts naltrexone hydrochloride",
        "Quantity": "90 capsules",
        "Shell": "size 2, 0.37 mL/capsule (mainstream table)",
        "Capsule machine": "100 holes; 1 run of 90 capsules",
        "Container": "tight, light-resistant container",
        "Storage": "room temperature",
        # 6 mg ÷ 5 % = 120 mg
        "Balance": "reads 1 mg, weighs from 120 mg (by its sensitivity) to 120 g, "
        "may be off by 6 mg",
        "Assumed bench": "nobody described the balance and machine: the usual is taken",
        "Date of compounding": "2026-12-01",
        # that day is day 1: 31 + 31 + 28 + 31 + 30 = 151 to the end of April, day 180 is 29 May
        "Beyond-use date": "2027-05-29 (180 days; default of other nonaqueous preparations; "
        "USP <795>, 2023 revision)",
        "Policy, library": f"usp, ldn_compound {reviewed().plan.version}",
    }


def test_a_strength_of_base_says_so_and_gives_what_the_source_counts(reviewed):
    said = facts(reviewed(order={"strength_as": "naltrexone"}))
    assert said["Strength"] == "4.5 mg/capsule; 4.5 mg counts naltrexone base"
    # 4.5 × 377.86 ÷ 341.41 = 4.98043...
    in_source = str(said["In the source's terms"])
    assert in_source.startswith("4.9804")
    assert in_source.endswith(" mg/capsule of naltrexone hydrochloride")


def test_spare_capsules_are_said(reviewed):
    said = facts(reviewed(spare=5))
    assert said["Quantity"] == "90 capsules, and 5 capsules to spare: 95 capsules are made"


def test_uneven_runs_are_said(reviewed, powder):
    # 250 on 100 holes: 84 + 83 + 83
    said = facts(reviewed(source=powder, quantity=250, shell="3"))
    assert said["Capsule machine"] == "100 holes; 1 run of 84 capsules and 2 runs of 83 capsules"


def test_overage_is_said_where_there_is_one(reviewed):
    assert facts(reviewed(overage="5 %"))["Overage"] == "5 % more active in every capsule"
    assert facts(reviewed(order={"policy": Policy.nrf()}))["Overage"].startswith("10 % ")
    assert "Overage" not in facts(reviewed())


def test_what_the_patient_must_avoid_is_said(reviewed, powder):
    said = facts(reviewed(source=powder, order={"avoid": ("lactose", "gluten")}))
    assert said["Must not contain"] == "lactose and gluten"


def test_there_is_room_for_the_batchs_own_number(reviewed):
    blocks = header(reviewed().plan, status="as said")
    (boxes,) = (block for block in blocks if isinstance(block, Boxes))
    assert [box.label for box in boxes.boxes] == [
        "internal identification number",
        "master formulation record",
    ]


def test_a_name_of_the_package_s_stands_for_its_decisions_alone(reviewed):
    def named(policy: Policy) -> str:
        return str(facts(reviewed(order={"policy": policy}))["Policy, library"]).split(", ldn")[0]

    assert named(Policy.nrf()) == "nrf"
    assert named(Policy(name="usp")) == "usp"
    assert named(Policy(name="our house", grinding_reserve="3 %")) == "our house"
    wide = {"low": "1 %", "high": "199 %"}
    assert named(Policy(name="usp", content=wide)) == "usp, with content of the house"
    assert named(Policy.nrf().model_copy(update={"most_stages": 1})) == (
        "nrf, with most_stages of the house"
    )
