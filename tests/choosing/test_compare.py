"""What is compared: each way in its place, those that cannot be planned too, and no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from ldn_compound.choosing.compare import compare
from ldn_compound.choosing.comparison import Comparison, ReviewedWay, UnplannedWay
from ldn_compound.errors import AmountError, CatalogError, KindError, PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.bench import Balance, Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.stock import Solid
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass, Ratio
from ldn_compound.rules.check import check
from ldn_compound.rules.rule import Breach, Case, rule
from ldn_compound.sources.foreign import Foreign

from .conftest import ON, Compared, as_is, powder, tablets


@dataclass(frozen=True)
class Lozenges:
    """A house's own source; `fault` is what it does when asked what it comes to."""

    potency: str = "10 %"
    fault: str = ""

    def stock(self) -> Solid:
        if self.fault == "divides":
            raise ZeroDivisionError("division by zero")
        if self.fault == "misreads":
            Mass.of("4,5 mg")
        potency = Ratio.of(self.potency)
        return Solid(
            material="ground lozenge",
            active="naltrexone hydrochloride",
            potency=potency,
            nominal=potency,
            rests_on="by label claim",
        )

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        return Ready(vessel="tin", supplies=(self.stock().supply("tin"),))


def test_the_ways_stand_as_they_were_named(compared: Compared) -> None:
    names = ("powder", "whole tablets", "ground tablets")
    every: dict[str, Any] = {
        "powder": powder(),
        "whole tablets": tablets(use="whole"),
        "ground tablets": tablets(),
    }
    for order in (names, names[::-1]):
        found = compared({name: every[name] for name in order})
        assert tuple(way.name for way in found.ways) == order


def test_each_way_is_the_plan_and_review_one_would_make_alone(
    compared: Compared, sources: dict[str, Any]
) -> None:
    order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=30))
    for way in compared().reviewed:
        alone = check(plan(order, sources[way.name], on=ON))
        assert way.review == alone
        assert way.errors == len(alone.errors)
        severities = [finding.severity for finding in alone.findings]
        assert (way.warnings, way.notes) == (severities.count("warning"), severities.count("note"))


def test_twice_the_same_is_the_same(compared: Compared) -> None:
    assert compared().model_dump_json() == compared().model_dump_json()


def test_what_cannot_be_planned_is_a_way_with_its_remedy(compared: Compared) -> None:
    found = compared({"stored": Foreign(name="Lozenges", fields={}), "powder": powder()})
    assert found.way("stored") == UnplannedWay(
        name="stored",
        problem="the source 'Lozenges' is not known here",
        remedy="read the document with context={'sources': (Lozenges,)}",
    )
    assert isinstance(found.way("powder"), ReviewedWay)
    assert found.unplanned == found.ways[:1]
    assert found.reviewed == found.ways[1:]


@pytest.mark.parametrize(
    ("fault", "problem", "remedy"),
    [
        (
            "divides",
            "the source fails, ZeroDivisionError: division by zero",
            "mend the source, and compare again",
        ),
        (
            "misreads",
            "'4,5 mg': write the decimal mark as a point, '4.5 mg'",
            "mend what it names, and compare again",
        ),
    ],
)
def test_a_source_that_fails_does_not_hide_the_others(
    compared: Compared, fault: str, problem: str, remedy: str
) -> None:
    found = compared({"broken": Lozenges(fault=fault), "sound": Lozenges(), "powder": powder()})
    broken = found.way("broken")
    assert isinstance(broken, UnplannedWay)
    assert (broken.problem, broken.remedy) == (problem, remedy)
    assert [way.name for way in found.reviewed] == ["sound", "powder"]


def test_no_source_at_all() -> None:
    order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=30))
    with pytest.raises(PlanError, match="no source is named; name one or more"):
        compare(order, {}, on=ON)


@pytest.mark.parametrize(
    ("sources", "error", "says"),
    [
        ([tablets()], KindError, "give each a name"),
        ({"tablets": "50 mg tablets"}, KindError, "sources, tablets: '50 mg tablets' is no source"),
        ({"tablets": type(tablets())}, KindError, "is no source"),
        ({"tablets": None}, KindError, "sources, tablets: None is no source"),
        ({"": tablets()}, AmountError, "'' is no name; write one such as 'tablets'"),
        ({" \n": tablets()}, AmountError, "is no name"),
        ({1: tablets()}, AmountError, "sources: 1 is no name"),
    ],
)
def test_what_is_no_mapping_of_names_to_sources(
    sources: Any, error: type[Exception], says: str
) -> None:
    order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=30))
    with pytest.raises(error, match=says):
        compare(order, sources, on=ON)


def test_bench_and_policy_are_everyones(sources: dict[str, Any]) -> None:
    order = Order(drug="naltrexone", form=Capsules(strength="4.5 mg", quantity=30))
    fine = Bench(balance=Balance(readability="0.1 mg", minimum_weighable="20 mg", capacity="200 g"))
    found = compare(order, sources, on=ON, bench=fine, policy=Policy.nrf())
    assert (found.bench, found.policy) == (fine, Policy.nrf())
    for way in found.reviewed:
        assert (way.plan.bench, way.plan.policy) == (fine, Policy.nrf())


@rule(
    code="HOUSE1",
    title="Tablets are not used here",
    severity="error",
    rationale="This house makes capsules from powder.",
    bad="Tablets.",
    good="Powder.",
    remedy="Take powder.",
    cites=(),
)
def from_powder_only(case: Case) -> Iterator[Breach]:
    if case.plan.stock.material == "ground tablet":
        yield Breach("source", "tablets", "powder")


def test_the_houses_own_rules_run_on_every_way(compared: Compared) -> None:
    found = compared(also=iter([from_powder_only]))
    codes = {
        way.name: "HOUSE1" in {one.code for one in way.review.errors} for way in found.reviewed
    }
    assert codes == {"ground tablets": True, "whole tablets": True, "powder": False}


def test_it_names_what_is_least_and_picks_nothing(compared: Compared) -> None:
    """Worst: 6.29 ÷ 478.71 = 1.31 %, 1 ÷ 99 = 1.01 %, 4.24 %; left over: 14.9 mg, 0 mg, 0 mg."""
    found = compared()
    assert found.least_worst_error == ("whole tablets",)
    assert found.least_left_over == ("whole tablets", "powder")
    assert not {name for name in dir(Comparison) if "best" in name or "choice" in name}


def test_rounding_counts_toward_the_worst(compared: Compared) -> None:
    """For 190, 17 tablets hold 850 ÷ 190 = 4.474 mg, 0.6 % under, and little is left to weigh.

    Of ground tablet 855 × 177.3 ÷ 50 = 3031.83 mg are wanted: 3032 mg within 6 mg is 0.2 %.
    """
    found = compared(quantity=190)
    ground, whole = found.way("ground tablets"), found.way("whole tablets")
    assert isinstance(ground, ReviewedWay)
    assert isinstance(whole, ReviewedWay)
    assert whole.weighing_error < ground.weighing_error
    assert found.least_worst_error == ("ground tablets",)


def test_ways_that_are_alike_are_all_named(compared: Compared) -> None:
    found = compared({"one": as_is("100 %"), "other": as_is("100 %"), "third": tablets()})
    # 135 mg on a balance within 6 mg is 4.4 % off; 479 mg of ground tablet 1.3 %
    assert found.least_worst_error == ("third",)
    assert found.least_left_over == ("one", "other")


def test_what_nothing_makes_usable_is_never_named(compared: Compared) -> None:
    found = compared({"slow": tablets(use="whole", release="modified"), "powder": powder()})
    slow = found.way("slow")
    assert isinstance(slow, ReviewedWay)
    assert slow.forbidden
    assert found.least_worst_error == found.least_left_over == ("powder",)


def test_where_nothing_may_be_made_nothing_is_named(compared: Compared) -> None:
    found = compared({"slow": tablets(release="modified"), "stored": Foreign(name="X", fields={})})
    assert found.least_worst_error == found.least_left_over == ()


def test_a_name_that_is_none_of_them(compared: Compared) -> None:
    with pytest.raises(CatalogError, match="'tablet': the ways are ground tablets, whole tablets"):
        compared().way("tablet")


class TestJson:
    def test_it_reads_back_as_it_was(self, compared: Compared) -> None:
        found = compared({"stored": Foreign(name="X", fields={"a": 1}), "powder": powder()})
        text = found.model_dump_json()
        again = Comparison.model_validate_json(text)
        assert again == found
        assert again.model_dump_json() == text
        assert text.count('"calculations"') == 1

    def test_a_liquid(self, liquids: Comparison) -> None:
        assert Comparison.model_validate_json(liquids.model_dump_json()) == liquids

    def test_a_source_of_the_houses_own(self, compared: Compared) -> None:
        found = compared({"lozenges": Lozenges()})
        text = found.model_dump_json()
        again = Comparison.model_validate_json(text, context={"sources": (Lozenges,)})
        assert again == found

    def test_two_ways_of_one_name(self, compared: Compared) -> None:
        text = compared({"a": tablets(), "b": powder()}).model_dump_json()
        with pytest.raises(ValueError, match="'a' twice; give each its own name"):
            Comparison.model_validate_json(text.replace('"name":"b"', '"name":"a"'))

    def test_it_has_a_schema(self) -> None:
        assert "calculations" in Comparison.model_json_schema()["properties"]
