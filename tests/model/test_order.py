"""The order: the drug by its name, what its milligrams count, and the form."""

import json
import re
import subprocess
import sys
from fractions import Fraction

import jsonschema
import pytest
from pydantic import ValidationError

from ldn_compound import Capsules, Mass, OralLiquid, Order, Regimen, explain

FORM = Capsules(strength="4.5 mg", quantity=90)


def test_the_milligrams_count_the_hydrochloride_unless_said_otherwise() -> None:
    # as the tablets are labelled, usp-naltrexone-tablets
    assert Order(drug="naltrexone", form=FORM).strength_as == "naltrexone hydrochloride"
    assert Order(drug="naltrexone", form=FORM, strength_as="naltrexone").strength_as == "naltrexone"


def test_the_salt_is_not_part_of_the_drugs_name() -> None:
    with pytest.raises(ValidationError) as refused:
        Order(drug="naltrexone hydrochloride", form=FORM)
    assert "write drug = 'naltrexone'" in str(refused.value)
    assert "strength_as = 'naltrexone hydrochloride'" in str(refused.value)


def test_a_strength_counts_no_hydrate() -> None:
    with pytest.raises(ValidationError, match="a hydrate is a property of the powder"):
        Order(drug="naltrexone", form=FORM, strength_as="naltrexone hydrochloride dihydrate")


@pytest.mark.parametrize("name", ["naloxone", "nalterxone", "Vivitrol", "LDN", ""])
def test_another_name_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        Order(drug=name, form=FORM)
    with pytest.raises(ValidationError):
        Order(drug="naltrexone", form=FORM, strength_as=name)


def test_what_the_patient_must_not_have() -> None:
    assert Order(drug="naltrexone", form=FORM, avoid=("lactose",)).avoid == ("lactose",)
    with pytest.raises(ValidationError):
        Order.model_validate({"drug": "naltrexone", "form": FORM, "avoid": "lactose"})


@pytest.mark.parametrize("missing", ["drug", "form"])
def test_drug_and_form_are_needed(missing: str) -> None:
    stated = {"drug": "naltrexone", "form": FORM}
    del stated[missing]
    with pytest.raises(ValidationError, match=missing):
        Order.model_validate(stated)


class TestDirections:
    """What the patient takes, and the kit's other strengths."""

    LADDER = Regimen.titration(
        "1.5 mg", step="1.5 mg", every="14 days", target="4.5 mg", hold="30 days"
    )

    def test_an_order_needs_none(self) -> None:
        order = Order(drug="naltrexone", form=FORM)
        assert (order.directions, order.doses, order.beside) == (None, (), ())

    def test_each_dose_once_in_its_order(self) -> None:
        up = Regimen.constant("1.5 mg", days="7 days").periods
        again = Regimen(periods=(*up, *self.LADDER.periods, *up))
        order = Order(drug="naltrexone", form=FORM, directions=again)
        assert order.doses == (Mass.of("1.5 mg"), Mass.of("3 mg"), Mass.of("4.5 mg"))

    def test_it_reads_back_from_json_and_from_python(self) -> None:
        order = Order(
            drug="naltrexone", form=FORM, directions=self.LADDER, beside=("0.5 mg", "1.5 mg")
        )
        text = order.model_dump_json()
        again = Order.model_validate_json(text)
        assert again == order
        assert isinstance(again.directions, Regimen)
        assert again.model_dump_json() == text
        assert Order.model_validate(order.model_dump()) == order
        assert explain(again.doses[1], name="dose") == explain(order.doses[1], name="dose")

    def test_directions_of_an_order_may_be_a_regimen_stored_before(self) -> None:
        stored = json.loads(self.LADDER.model_dump_json())
        stated = {
            "drug": "naltrexone",
            "form": {"kind": "capsules", "strength": "1.5 mg", "quantity": 90},
            "directions": stored,
        }
        assert Order.model_validate(stated).directions == self.LADDER
        jsonschema.validate(stated, Order.model_json_schema())

    @pytest.mark.parametrize(
        ("directions", "said"),
        [
            ("4.5 mg", "directions"),
            ({"periods": []}, "0 periods: write 1 to 400 of them"),
            ({"periods": [{"dose": "4,5 mg", "days": "7 days"}]}, "write the decimal mark as a"),
            ({"periods": [{"dose": "4.5 mg", "dayz": "7 days"}]}, "dayz"),
            ({"titration": {}}, "titration"),
        ],
    )
    def test_what_no_directions_are(self, directions: object, said: str) -> None:
        stated = {"drug": "naltrexone", "form": FORM, "directions": directions}
        with pytest.raises(ValidationError, match=re.escape(said)):
            Order.model_validate(stated)

    def test_the_doses_of_a_liquid_are_said_once_or_the_same_twice(self) -> None:
        liquid = {"concentration": "1 mg/mL", "volume": "90 mL", "vehicle": "purified water"}
        bare = OralLiquid.model_validate(liquid)
        assert Order(drug="naltrexone", form=bare, directions=self.LADDER).doses[
            0
        ].base == Fraction(3, 2)
        same = OralLiquid.model_validate(liquid | {"doses": ("4.5 mg", "3 mg", "1.5 mg")})
        Order(drug="naltrexone", form=same, directions=self.LADDER)
        other = OralLiquid.model_validate(liquid | {"doses": ("4.5 mg",)})
        with pytest.raises(ValidationError) as refused:
            Order(drug="naltrexone", form=other, directions=self.LADDER)
        assert (
            "doses of 1.5 mg, 3 mg, 4.5 mg, and the liquid's own doses are 4.5 mg; correct them, "
            "or leave the liquid's doses: the directions say them"
        ) in str(refused.value)

    @pytest.mark.parametrize(
        ("beside", "said"),
        [
            (("0.5 mg", "0.50 mg"), "write each of the kit's other strengths once"),
            (("4.5 mg",), "4.5 mg/capsule beside 4.5 mg/capsule: write each"),
            (("0 mg",), "an amount above zero is wanted"),
            (("4.5 mg/tablet",), "mg/tablet"),
            ("0.5 mg", "tuple"),
        ],
    )
    def test_what_does_not_stand_beside(self, beside: object, said: str) -> None:
        stated = {"drug": "naltrexone", "form": FORM, "beside": beside}
        with pytest.raises(ValidationError, match=re.escape(said)):
            Order.model_validate(stated)

    def test_nothing_stands_beside_a_liquid(self) -> None:
        liquid = OralLiquid(concentration="1 mg/mL", volume="90 mL", vehicle="purified water")
        with pytest.raises(ValidationError, match="a liquid has no other strengths beside it"):
            Order(drug="naltrexone", form=liquid, beside=("0.5 mg",))


def test_an_order_without_directions_loads_nothing_of_them() -> None:
    code = (
        "import sys; from datetime import date; import ldn_compound as ldn\n"
        "from ldn_compound.planning.request import Request\n"
        "order = ldn.Order(drug='naltrexone', form=ldn.Capsules(strength='4.5 mg', quantity=90))\n"
        "tablets = ldn.Tablets(strength='50 mg', weighed=20, together='3546 mg')\n"
        "review = ldn.check(ldn.plan(order, tablets, on=date(2026, 12, 1)))\n"
        "from ldn_compound.records.worksheet import worksheet; worksheet(review)\n"
        "print([name for name in sys.modules if name.endswith(('.regimen', '.directions',"
        " '.direction_lines', '.directed', '.kit'))])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
