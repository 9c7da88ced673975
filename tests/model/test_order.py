"""The order: the drug by its name, what its milligrams count, and the form."""

import pytest
from pydantic import ValidationError

from ldn_compound import Capsules, Order

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
