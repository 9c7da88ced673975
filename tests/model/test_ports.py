"""A source of somebody's own: planned with, stored, and read back with or without its class."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from ldn_compound import (
    Bench,
    Capsules,
    Density,
    Foreign,
    Form,
    Mass,
    Order,
    PerTablet,
    Plan,
    PlanError,
    Policy,
    Ready,
    Solid,
    Source,
    Tablets,
    check,
    plan,
)
from ldn_compound.equations.potency import potency_of_tablets
from ldn_compound.model.ports import FORMS, SOURCES, kind_of, named
from ldn_compound.quantity.explain import explain

DAY = date(2026, 12, 1)
ORDER = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=90))


def _stock(strength: PerTablet, weight: PerTablet) -> Solid:
    potency = potency_of_tablets(strength=strength, weight=weight)
    return Solid(
        material="ground lozenge",
        active="naltrexone hydrochloride",
        potency=potency,
        nominal=potency,
        rests_on="by label claim",
    )


@dataclass(frozen=True)
class Lozenges:
    """A user's dataclass: nothing but the two methods."""

    strength: PerTablet
    weight: PerTablet
    made: date
    tapped: tuple[Density, ...] = ()

    def stock(self) -> Solid:
        return _stock(self.strength, self.weight)

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        return Ready(vessel="lozenge jar")


class Troches(BaseModel):
    """A user's pydantic model."""

    model_config = ConfigDict(frozen=True)

    strength: PerTablet
    weight: PerTablet
    flavour: str = "mint"

    def stock(self) -> Solid:
        return _stock(self.strength, self.weight)

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        return Ready(vessel="troche jar")


OWN = {
    "dataclass": Lozenges(
        PerTablet.of("50 mg"),
        PerTablet.reading("1000.0 mg"),
        date(2026, 6, 30),
        (Density.of("0.5 g/mL"),),
    ),
    "pydantic": Troches(strength=PerTablet.of("50 mg"), weight=PerTablet.reading("1000.0 mg")),
}
own = pytest.mark.parametrize("source", OWN.values(), ids=OWN)


@own
class TestOwnSource:
    def test_it_is_planned_with(self, source: Any) -> None:
        assert isinstance(source, Source)
        planned = plan(ORDER, source, on=DAY)
        # 90 × 4.5 = 405 mg of drug; 405 ÷ (50 ÷ 1000) = 8100 mg of powder
        assert planned.taken == Mass.of("8100 mg")
        assert planned.source == source

    def test_read_back_with_its_class_it_equals_the_original(self, source: Any) -> None:
        planned = plan(ORDER, source, on=DAY)
        text = planned.model_dump_json()
        known = {"sources": (Lozenges, Troches)}
        again = Plan.model_validate_json(text, context=known)
        assert again == planned
        assert again.source == source
        assert type(again.source) is type(source)
        assert explain(again.source.weight) == explain(source.weight)
        assert again.model_dump_json() == text
        assert plan(ORDER, again.source, on=DAY) == planned

    def test_read_back_without_it_stays_foreign(self, source: Any) -> None:
        planned = plan(ORDER, source, on=DAY)
        text = planned.model_dump_json()
        again = Plan.model_validate_json(text)
        assert isinstance(again.source, Foreign)
        assert again.source.name == type(source).__name__
        assert again.taken == planned.taken
        assert explain(again.taken) == explain(planned.taken)

    def test_a_foreign_plan_is_checked(self, source: Any) -> None:
        planned = plan(ORDER, source, on=DAY)
        again = Plan.model_validate_json(planned.model_dump_json())
        before, after = check(planned), check(again)
        assert after.outcome == before.outcome
        assert [finding.message for finding in after.findings] == [
            finding.message for finding in before.findings
        ]

    def test_a_foreign_plan_writes_the_same_text_again(self, source: Any) -> None:
        text = plan(ORDER, source, on=DAY).model_dump_json()
        once = Plan.model_validate_json(text).model_dump_json()
        assert json.loads(once) == json.loads(text)
        assert once == text

    def test_through_a_foreign_hand_it_comes_back_whole(self, source: Any) -> None:
        planned = plan(ORDER, source, on=DAY)
        by_foreign = Plan.model_validate_json(planned.model_dump_json()).model_dump_json()
        again = Plan.model_validate_json(by_foreign, context={"sources": (Lozenges, Troches)})
        assert again == planned

    def test_a_foreign_plan_is_not_planned_with_again(self, source: Any) -> None:
        again = Plan.model_validate_json(plan(ORDER, source, on=DAY).model_dump_json())
        name = type(source).__name__
        with pytest.raises(PlanError, match=rf"'{name}' is not known here; .*\({name},\)"):
            plan(ORDER, again.source, on=DAY)

    def test_another_class_in_the_context_does_not_take_its_place(self, source: Any) -> None:
        class Wafers(Troches):
            pass

        text = plan(ORDER, source, on=DAY).model_dump_json()
        again = Plan.model_validate_json(text, context={"sources": (Wafers,)})
        assert isinstance(again.source, Foreign)


class TestRefused:
    @pytest.mark.parametrize("thing", ["tablets", 50, None, object(), Order, Tablets])
    def test_what_is_no_source(self, thing: Any) -> None:
        planned = plan(ORDER, OWN["pydantic"], on=DAY)
        with pytest.raises(ValidationError, match="is no source: it has stock and prepare"):
            Plan.model_validate({**dict(planned), "source": thing})

    def test_what_is_no_form(self) -> None:
        tablets = Tablets(strength="50 mg", weight="177.3 mg")
        with pytest.raises(ValidationError, match="is no form: it has"):
            Order(drug="naltrexone", form=tablets)  # type: ignore[arg-type]

    @pytest.mark.parametrize("kind", ["pills", "", None, 5, ["capsules"]])
    def test_a_kind_that_is_none(self, kind: object) -> None:
        form = {"kind": kind, "strength": "4.5 mg", "quantity": 90}
        with pytest.raises(ValidationError, match="write one of 'capsules'"):
            Order.model_validate({"drug": "naltrexone", "form": form})

    def test_a_source_that_cannot_be_stored_says_so(self) -> None:
        class Bare:
            def stock(self) -> Solid:
                return _stock(PerTablet.of("50 mg"), PerTablet.of("1000 mg"))

            def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
                return Ready(vessel="jar")

        planned = plan(ORDER, Bare(), on=DAY)
        with pytest.raises(Exception, match="a source is a pydantic model or a dataclass"):
            planned.model_dump_json()


@pytest.mark.parametrize("table", [SOURCES, FORMS])
def test_each_kind_is_a_class_that_knows_its_kind(table: Any) -> None:
    for kind in table:
        assert kind_of(object.__new__(named(table, kind))) == kind


@pytest.mark.parametrize("kind", sorted(SOURCES))
def test_each_source_has_what_a_source_has(kind: str) -> None:
    assert issubclass(named(SOURCES, kind), Source)


def test_each_form_has_what_a_form_has() -> None:
    assert isinstance(ORDER.form, Form)
