"""What the library assumes is made without validation, and is what a user's own would be.

Each record is compared with one that a user states in full, which is validated: field by field, in
order, every amount with its origin, and as JSON.
"""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel

from ldn_compound.catalog import balance, cylinder, syringe
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.fills import Estimated
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.bench import Balance, Bench, CapsuleMachine
from ldn_compound.model.measure import Measure, usual_measures
from ldn_compound.model.overage import Overage
from ldn_compound.model.policy import Policy
from ldn_compound.model.rounding import RoundingPolicy
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.table import writing_table
from ldn_compound.quantity.writing import write
from ldn_compound.rules import check
from ldn_compound.rules.register import RULES
from ldn_compound.rules.review import RuleRun

BALANCE = balance("electronic prescription balance")


def told(value: Any) -> Any:
    """A value with all that its equality leaves out: types, order, origins, what was stated."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields  # not what was computed from them since
        held = [(name, told(part)) for name, part in vars(value).items() if name in fields]
        return (type(value), held, sorted(value.model_fields_set), value.model_extra)
    if isinstance(value, Amount):
        return (type(value), value.base, value.origin)
    if isinstance(value, tuple):
        return (type(value), [told(part) for part in value])
    return (type(value), value)


def written(record: Base) -> tuple[str, list[Any]]:
    """A record's JSON in a document, and the document's table of origins."""
    with writing_table() as table:
        assert table is not None
        return record.model_dump_json(), table.rows


MADE: dict[str, tuple[Callable[[], Base], Callable[[], Base]]] = {
    "policy": (Policy.usp, Policy),
    "rounding": (lambda: Policy.usp().rounding, RoundingPolicy),
    "overage": (Overage.none, lambda: Overage(part="0 %")),
    "bench": (Bench.usual, Bench),
    "balance": (
        lambda: Bench.usual().balance,
        lambda: Balance(
            readability=BALANCE.readability,
            capacity=BALANCE.capacity,
            sensitivity=BALANCE.sensitivity,
        ),
    ),
    "machine": (lambda: Bench.usual().machine, lambda: CapsuleMachine(holes=100)),
    "fill": (lambda: Capsules(strength="4.5 mg", quantity=90).fill, Estimated),
    "rule run": (
        lambda: check._package_rules()[0],
        lambda: RuleRun(code=RULES[0].code, version=RULES[0].version),
    ),
}


@pytest.mark.parametrize("name", MADE)
def test_it_is_what_a_user_would_state(name: str) -> None:
    ours, users = (make() for make in MADE[name])
    assert told(ours) == told(users)
    assert written(ours) == written(users)


@pytest.mark.parametrize("name", MADE)
def test_every_field_of_it_passes_validation(name: str) -> None:
    ours = MADE[name][0]()
    stated = {field: getattr(ours, field) for field in type(ours).model_fields}
    validated = type(ours).model_validate(stated)
    assert told(validated)[1] == told(ours)[1]


@pytest.mark.parametrize("one", usual_measures(), ids=str)
def test_a_usual_measure(one: Measure) -> None:
    of = {"cylinder": cylinder, "oral syringe": syringe}[one.kind](write(one.capacity))
    users = Measure(kind=one.kind, capacity=of.capacity, graduation=of.graduation)
    assert told(one) == told(users)
    assert written(one) == written(users)


def test_the_policy_corrects_for_every_shortfall_as_if_it_were_written_there() -> None:
    ours, stated = Policy.usp().correct_above, Policy(correct_above="0 %").correct_above
    assert told(ours) == told(stated)


def test_the_bench_is_assumed_whole() -> None:
    assert Bench.usual().assumed == ("balance", "machine")


def test_every_rule_of_the_package_is_listed_with_its_version() -> None:
    runs = [RuleRun(code=rule.code, version=rule.version) for rule in RULES]
    assert [told(one) for one in check._package_rules()] == [told(one) for one in runs]


def test_told_sees_what_equality_does_not() -> None:
    assert told(trusted(Overage)(part=Overage.none().part)) == told(Overage.none())
    other = Overage(part="0.0 %")
    assert other == Overage.none()
    assert told(other) != told(Overage.none())
