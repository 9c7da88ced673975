"""The published JSON Schemas hold what is read and written."""

import json
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from ldn_compound.rules.review import Review

Ran = Callable[..., Result]
Refusal = Callable[..., str]


@pytest.fixture
def validator(ran: Ran) -> Callable[[str], Draft202012Validator]:
    def of(document: str) -> Draft202012Validator:
        schema = json.loads(ran("schema", document).stdout)
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        return Draft202012Validator(schema)

    return of


def test_documents_are_as_their_schemas_say(
    ran: Ran, order: Path, validator: Callable[[str], Draft202012Validator]
) -> None:
    written = ran("plan", order, "--json").stdout
    review = Review.model_validate_json(written)
    approved = review.approve(by="A. Pharmacist", on=date(2026, 12, 1))
    validator("review").validate(json.loads(written))
    for finding in review.findings:
        validator("finding").validate(json.loads(finding.model_dump_json()))
    validator("plan").validate(json.loads(review.plan.model_dump_json()))
    validator("approved").validate(json.loads(approved.model_dump_json()))


def test_a_schema_refuses_another_document(
    validator: Callable[[str], Draft202012Validator],
) -> None:
    assert not validator("order").is_valid({"drug": "naltrexone", "unknown": 1})


def as_json(text: str) -> Any:
    """An order file as JSON: a day is text there."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))


@pytest.mark.parametrize(
    "path", sorted(Path("examples/orders").glob("*.toml")), ids=lambda path: path.stem
)
def test_the_examples_are_as_the_schema_of_an_order_says(
    path: Path, validator: Callable[[str], Draft202012Validator]
) -> None:
    validator("order").validate(as_json(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("policy", "valid"),
    [
        ("nrf", True),
        ({"base": "nrf", "grinding_reserve": "0 %"}, True),
        ("din", False),
        ({"base": "din"}, False),
        ({"grinding_reserv": "0 %"}, False),
    ],
)
def test_the_policy_of_an_order(
    order: Path, policy: object, valid: bool, validator: Callable[[str], Draft202012Validator]
) -> None:
    stated = as_json(order.read_text().replace('shell = "3"', "")) | {"policy": policy}
    assert validator("order").is_valid(stated) == valid


def test_an_order_has_one_form_and_one_source(
    order: Path, validator: Callable[[str], Draft202012Validator]
) -> None:
    stated = as_json(order.read_text().replace('shell = "3"', ""))
    assert validator("order").is_valid(stated)
    for missing in ("drug", "on", "capsules", "tablets"):
        assert not validator("order").is_valid({k: v for k, v in stated.items() if k != missing})
    certificate = {"basis": "as is", "assay": "99 %"}
    powder = {"substance": "naltrexone hydrochloride", "certificate": certificate}
    assert not validator("order").is_valid(stated | {"powder": powder})


def test_an_unknown_document(refusal: Refusal) -> None:
    said = refusal("schema", "recipe")
    assert "'recipe' is not one of 'plan', 'review', 'approved', 'order', 'finding'" in said
