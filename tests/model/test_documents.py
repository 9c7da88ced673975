"""Orders, plans, reviews and approvals there and back: nothing lost, nothing changed unseen."""

import copy
import json
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel, ValidationError

from ldn_compound import Approved, Finding, Order, Outcome, Plan, Review, Waiver, carry_out, check
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.explain import explain

DAY = date(2026, 12, 1)
AmountsOf = Callable[[BaseModel], dict[str, Amount]]
Copied = Callable[[Any], Any]


def _by_json(document: BaseModel) -> BaseModel:
    return type(document).model_validate_json(document.model_dump_json())


def _by_python_json(document: BaseModel) -> BaseModel:
    return type(document).model_validate(document.model_dump(mode="json"))


COPIES: dict[str, Copied] = {
    "JSON": _by_json,
    "JSON twice": lambda document: _by_json(_by_json(document)),
    "a parsed JSON": _by_python_json,
    "pickle": lambda document: pickle.loads(pickle.dumps(document)),
    "deepcopy": copy.deepcopy,
    "copy": copy.copy,
}
every_copy = pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES)


@every_copy
class TestCopies:
    """A copy is equal, writes the same JSON, and explains every amount in the same words."""

    def _same(self, before: BaseModel, copied: Copied, amounts_of: AmountsOf) -> None:
        after = copied(before)
        assert after == before
        assert after.model_dump_json() == before.model_dump_json()
        old, new = amounts_of(before), amounts_of(after)
        assert list(old) == list(new)
        for place, amount in old.items():
            assert explain(new[place], name=place, unit="capsule") == explain(
                amount, name=place, unit="capsule"
            )

    def test_an_order(self, planned: Plan, copied: Copied, amounts_of: AmountsOf) -> None:
        self._same(planned.order, copied, amounts_of)

    def test_a_plan(self, planned: Plan, copied: Copied, amounts_of: AmountsOf) -> None:
        assert len(amounts_of(planned)) > 20
        self._same(planned, copied, amounts_of)

    def test_an_outcome(self, planned: Plan, copied: Copied, amounts_of: AmountsOf) -> None:
        self._same(carry_out(planned), copied, amounts_of)

    def test_a_review(self, planned: Plan, copied: Copied, amounts_of: AmountsOf) -> None:
        self._same(check(planned), copied, amounts_of)

    def test_an_approval(self, usual: Plan, copied: Copied, amounts_of: AmountsOf) -> None:
        self._same(approved(usual), copied, amounts_of)


def waived(finding: Finding) -> Waiver:
    return finding.waive(reason="tested", by="A. Pharmacist", on=DAY, second="B. Pharmacist")


def approved(plan: Plan) -> Approved:
    review = check(plan)
    waivers = [waived(finding) for finding in review.errors]
    return review.approve(by="A. Pharmacist", on=DAY, waivers=waivers)


class TestSchemas:
    """The JSON Schema of a document admits the real ones and no number for an amount."""

    @pytest.mark.parametrize("kind", [Order, Plan, Outcome, Review, Approved])
    def test_it_is_a_schema(self, kind: type[BaseModel]) -> None:
        jsonschema.Draft202012Validator.check_schema(kind.model_json_schema())

    def test_a_plan(self, planned: Plan) -> None:
        schema = jsonschema.Draft202012Validator(Plan.model_json_schema())
        schema.validate(json.loads(planned.model_dump_json()))

    def test_an_order(self, planned: Plan) -> None:
        schema = jsonschema.Draft202012Validator(Order.model_json_schema())
        schema.validate(json.loads(planned.order.model_dump_json()))

    def test_a_review(self, planned: Plan) -> None:
        schema = jsonschema.Draft202012Validator(Review.model_json_schema())
        schema.validate(json.loads(check(planned).model_dump_json()))

    def test_an_approval(self, usual: Plan) -> None:
        schema = jsonschema.Draft202012Validator(Approved.model_json_schema())
        schema.validate(json.loads(approved(usual).model_dump_json()))

    @pytest.mark.parametrize("strength", [4.5, 5, None, {"value": 4.5, "unit": "mg"}])
    def test_a_number_is_no_strength(self, strength: object) -> None:
        schema = jsonschema.Draft202012Validator(Order.model_json_schema())
        form = {"kind": "capsules", "strength": "4.5 mg", "quantity": 90}
        assert schema.is_valid({"drug": "naltrexone", "form": form})
        assert not schema.is_valid({"drug": "naltrexone", "form": {**form, "strength": strength}})


CAPSULES = {"kind": "capsules", "strength": "4.5 mg", "quantity": 90}


class TestStated:
    """What a user writes by hand: text, a table without origins, and never a float."""

    def _read(self, **form: object) -> Order:
        stated = {"drug": "naltrexone", "form": {**CAPSULES, **form}}
        return Order.model_validate_json(json.dumps(stated))

    @pytest.mark.parametrize(
        "strength",
        [
            {"value": "4.5", "unit": "mg"},
            {"value": "4.5", "unit": "mg/unit"},
            {"value": "4500", "unit": "mcg"},
            {"value": "4.5", "exact": "9/2", "unit": "mg/unit"},
            "4.5 mg/capsule",
        ],
    )
    def test_without_origin(self, strength: object) -> None:
        assert self._read(strength=strength) == self._read()

    @pytest.mark.parametrize(
        ("field", "stated"),
        [
            ("strength", 4.5),
            ("strength", 5),
            ("strength", {"value": 4.5, "unit": "mg"}),
            ("strength", "0 mg"),
            ("strength", "4,5 mg"),
            ("quantity", 90.0),
            ("quantity", 89.5),
            ("quantity", True),
            ("quantity", 0),
            ("quantity", -90),
            ("quantity", {"value": "0.333333333333", "exact": "1/3", "unit": "units"}),
            ("spare", {"value": "-3", "exact": "-3/1", "unit": "units"}),
            ("spare", -1),
            ("overage", 0.03),
            ("dose", "4.5 mg"),
        ],
    )
    def test_refused_with_its_place(self, field: str, stated: object) -> None:
        with pytest.raises(ValidationError) as refused:
            self._read(**{field: stated})
        assert any(field in error["loc"] for error in refused.value.errors())


def changed(document: BaseModel, change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    stored: dict[str, Any] = json.loads(document.model_dump_json())
    change(stored)
    return stored


class TestTampered:
    def test_an_amount_beside_its_calculation(self, usual: Plan) -> None:
        def change(stored: dict[str, Any]) -> None:
            stored["taken"]["value"] = "2436"

        with pytest.raises(ValidationError, match="disagrees with number"):
            Plan.model_validate(changed(usual, change))

    def test_a_calculation_beside_its_amount(self, usual: Plan) -> None:
        def change(stored: dict[str, Any]) -> None:
            stored["calculations"][stored["taken"]["origin"] - 1]["value"] = "2436"

        with pytest.raises(ValidationError, match="disagrees with number"):
            Plan.model_validate(changed(usual, change))

    def test_a_calculation_is_left_out(self, usual: Plan) -> None:
        def change(stored: dict[str, Any]) -> None:
            del stored["calculations"][0]

        with pytest.raises(ValidationError):
            Plan.model_validate(changed(usual, change))

    def test_a_weighing_recorded_as_another(self, usual: Plan) -> None:
        def change(stored: dict[str, Any]) -> None:
            (row,) = (
                row
                for row in stored["calculations"]
                if row.get("given", {}).get("text") == "3546.0 mg"
            )
            row["given"]["text"] = "4546.0 mg"

        with pytest.raises(ValidationError, match=r"reads '4546\.0 mg', yet its value is 3546"):
            Plan.model_validate(changed(usual, change))

    def test_a_step_of_another_kind(self, usual: Plan) -> None:
        def change(stored: dict[str, Any]) -> None:
            stored["steps"][0]["verb"] = "guess"

        with pytest.raises(ValidationError, match="guess"):
            Plan.model_validate(changed(usual, change))

    @pytest.mark.parametrize(
        "change",
        [
            lambda stored: stored["review"].update(findings=[]),
            lambda stored: stored.update(by="C. Nobody"),
            lambda stored: stored.update(on="2026-12-02"),
            lambda stored: stored["review"]["plan"].update(on="2026-12-02"),
            lambda stored: stored["review"]["plan"]["order"].update(avoid=["lactose"]),
            lambda stored: stored["review"]["plan"].update(assumptions=[]),
            lambda stored: stored["review"]["plan"]["steps"].pop(),
            lambda stored: stored["calculations"][0]["given"].update(by="somebody else"),
            lambda stored: stored.update(digest="0" * 64),
            lambda stored: stored.update(digest=""),
            lambda stored: stored.pop("digest"),
        ],
    )
    def test_an_approval(self, usual: Plan, change: Callable[[dict[str, Any]], None]) -> None:
        with pytest.raises(ValidationError):
            Approved.model_validate(changed(approved(usual), change))

    def test_an_approval_whose_order_was_changed_throughout(self, usual: Plan) -> None:
        """Every 4.5 mg of it made 45 mg, in the fields and in the table alike."""
        text = json.dumps(_tenfold(json.loads(approved(usual).model_dump_json())))
        assert '"45"' in text
        with pytest.raises(ValidationError, match="RX102, order, strength: the plan has this err"):
            Approved.model_validate_json(text)


def _tenfold(stored: Any) -> Any:
    """A document with 45 where it said 4.5; the policy's limits and what is cited stay."""
    if isinstance(stored, list):
        return [_tenfold(one) for one in stored]
    if not isinstance(stored, dict) or "cited" in stored:
        return "45" if stored == "4.5" else stored
    return {key: one if key == "policy" else _tenfold(one) for key, one in stored.items()}


def test_the_working_of_a_plan_is_stored_once(usual: Plan) -> None:
    review = json.loads(check(usual).model_dump_json())
    assert "calculations" not in review["plan"]
    assert "calculations" not in review["plan"]["order"]
    assert "calculations" not in review["outcome"]
    rows = [json.dumps(row, sort_keys=True) for row in review["calculations"]]
    given = [row for row in rows if '"given"' in row and '"the order"' in row]
    assert len(given) == len(set(given)), "one statement of the order, one row"


def test_reading_a_document_from_python_data(usual: Plan) -> None:
    assert Plan.model_validate(usual.model_dump()) == usual
