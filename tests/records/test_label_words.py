"""What the label has to say."""

from __future__ import annotations

from datetime import date
from typing import Any

from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.vehicle import Part, Vehicle
from ldn_compound.planning.plan import plan
from ldn_compound.records.label_words import label_words
from ldn_compound.records.sheet import Box, Facts
from ldn_compound.sources.tablets import Tablets


def lines(made: Plan) -> list[tuple[str, object]]:
    _, facts = label_words(made)
    assert isinstance(facts, Facts)
    return [(row.label, row.value) for row in facts.rows]


def of(form: Any, source: Any, **order: Any) -> Plan:
    return plan(Order(drug="naltrexone", form=form, **order), source, on=date(2026, 12, 1))


def test_capsules_from_powder(powder):
    form = Capsules(strength="4.5 mg", quantity=90, spare=3, shell="3")
    assert lines(of(form, powder)) == [
        ("Number", Box("internal identification number")),
        ("Drug", "naltrexone hydrochloride"),  # the salt that the strength counts, and no nickname
        ("Strength", "4.5 mg in each capsule"),
        ("Dosage form", "capsules, by mouth"),
        ("Quantity", "90 capsules"),  # the spare ones are not dispensed
        ("Beyond-use date", "2027-05-29"),
        ("Storage", "Store at 20 °C to 25 °C. Keep in this container, protected from light."),
        ("Caution", "Do not take with opioid medicines."),
        (
            "Caution",
            "Tell your pharmacist before the first dose if you have taken an opioid medicine: "
            "a minimum of 7 to 10 days without any must have passed.",
        ),
        ("Beside it", "This medicine was compounded."),
    ]


def test_the_base_is_called_so(powder):
    made = of(Capsules(strength="3 mg", quantity=90), powder, strength_as="naltrexone")
    assert ("Drug", "naltrexone base") in lines(made)
    assert ("Strength", "3 mg in each capsule") in lines(made)


def test_a_strength_has_no_zero_to_lose(powder):
    # "0.50 mg" as stated; a trailing zero is not printed, a leading one is
    made = of(Capsules(strength="0.50 mg", quantity=100), powder)
    assert ("Strength", "0.5 mg in each capsule") in lines(made)


def test_a_suspension_in_a_refrigerator(tablets):
    form = OralLiquid(
        concentration="1 mg/mL",
        volume="150 mL",
        vehicle="Ora-Plus and Ora-Sweet 1:1",
        doses=("1.5 mg",),
    )
    said = lines(of(form, tablets))
    assert ("Strength", "1 mg in each mL") in said
    assert ("Dosage form", "oral suspension, by mouth") in said
    assert ("Quantity", "150 mL") in said
    storage = dict(said)["Storage"]
    assert str(storage).startswith("Store in a refrigerator, 2 °C to 8 °C.")
    assert next(value for label, value in said if label == "Caution") == (
        "Shake well before each dose."
    )
    # of the vehicle's label; what the tablets bring along nobody read
    assert ("Contains", "parabens, sorbate, sorbitol and sucrose") in said
    assert str(dict(said)["May contain"]).startswith("lactose, milk")


def test_what_the_tablets_label_lists_is_declared():
    read = Tablets(
        strength="50 mg",
        weighed=20,
        together="3546 mg",
        contains=("lactose monohydrate", "red iron oxide", "magnesium stearate"),
    )
    said = dict(lines(of(Capsules(strength="4.5 mg", quantity=90, shell="3"), read)))
    assert said["Contains"] == "lactose, milk and iron oxide"
    assert "May contain" not in said


def test_what_a_vehicle_of_the_house_contains_is_declared(powder):
    vehicle = Vehicle(
        name="our vehicle",
        water=True,
        preserved="yes",
        ad="purified water",
        parts=(Part(name="sodium benzoate", amount="200 mg"),),
        contains=("benzoate",),
    )
    form = OralLiquid(concentration="1 mg/mL", volume="100 mL", vehicle=vehicle, doses=("1.5 mg",))
    assert dict(lines(of(form, powder)))["Contains"] == "benzoate"
