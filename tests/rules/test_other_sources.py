"""Sources within dilutions, of somebody's own, and stored ones that nobody here knows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from ldn_compound.errors import NotApproved
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Bench
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan, Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.stock import Solid
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass, Ratio
from ldn_compound.rules.check import check
from ldn_compound.rules.finding import Finding
from ldn_compound.sources.foreign import Foreign
from ldn_compound.sources.injection import Injection
from ldn_compound.sources.shared_trituration import SharedTrituration
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration

ON = date(2026, 12, 1)
Planned = Callable[..., Plan]


@dataclass(frozen=True)
class Lozenges:
    """A source of a house's own, half of it drug."""

    potency: Ratio

    def stock(self) -> Solid:
        return Solid(
            material="ground lozenge",
            active="naltrexone hydrochloride",
            potency=self.potency,
            nominal=self.potency,
            rests_on="by label claim",
        )

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        return Ready(vessel="lozenge jar")


def codes(made: Plan, **kept: str) -> set[str]:
    """The codes of the findings, of one severity where that is asked."""
    return {
        one.code
        for one in check(made).findings
        if all(getattr(one, name) == value for name, value in kept.items())
    }


def found(made: Plan, code: str) -> list[Finding]:
    """The findings of a code."""
    return [one for one in check(made).findings if one.code == code]


def dispersed(**otherwise: Any) -> Trituration:
    """Tablets ground and diluted threefold beforehand."""
    tablets = Tablets.model_validate(
        {"strength": "50 mg", "weighed": 20, "together": "3546 mg"} | otherwise
    )
    return Trituration(of=tablets, powder="2000 mg", diluent="4000 mg")


@pytest.mark.parametrize(
    ("otherwise", "code"),
    [
        ({"release": "modified"}, "SRC201"),
        ({"other_actives": ("bupropion hydrochloride",)}, "SRC202"),
        ({"assay": "85 %"}, "SRC206"),
        ({"weighed": 40}, "SRC210"),  # 3546 / 40 = 88.65 mg
        ({"weighed": 9, "together": "1595.7 mg"}, "SRC211"),
    ],
)
def test_a_dilution_hides_nothing(planned: Planned, otherwise: dict[str, Any], code: str) -> None:
    assert codes(planned(source=dispersed()), severity="error") == set()
    assert code in codes(planned(source=dispersed(**otherwise)))


def test_a_lot_past_its_date_is_found_under_a_dilution(planned: Planned) -> None:
    old = planned(source=dispersed(lots=({"number": "T-5", "expiry": "2026-11-30"},)))
    assert [one.place for one in found(old, "SRC204")] == ["source, lot T-5"]


def test_what_tablets_hold_is_found_under_a_dilution(planned: Planned) -> None:
    avoids = planned(source=dispersed(), order={"avoid": ("lactose",)})
    assert [one.place for one in found(avoids, "EXC603")] == ["tablets"]


def test_an_injection_is_never_approved(planned: Planned) -> None:
    vial = Injection(product="Vivitrol", active="380 mg", powder="1128 mg")
    made = planned(source=vial)
    [finding] = found(made, "SRC203")
    assert finding.absolute
    with pytest.raises(NotApproved, match="SRC203, source, injection: absolute"):
        check(made).approve(by="A. Pharmacist", on=ON)


def test_no_rule_fails_on_a_source_of_somebodys_own(planned: Planned) -> None:
    made = planned(source=Lozenges(Ratio.of("50.0 %")), order={"avoid": ("lactose",)})
    assert codes(made, place="the rule itself") == set()
    [unknown] = found(made, "EXC605")
    assert unknown.observed == "its excipients are not known"
    [spelt] = found(made, "RX104")  # its dataclass is walked too
    assert spelt.observed == "trailing zero: '50.0 %' was read as 50 %"


def test_nor_on_one_that_was_stored_and_is_not_known_here(planned: Planned) -> None:
    stored = planned(source=Lozenges(Ratio.of("50 %"))).model_dump_json()
    read = Plan.model_validate_json(stored)
    assert isinstance(read.source, Foreign)
    assert codes(read, place="the rule itself") == set()


@pytest.mark.parametrize("vehicle", ["Ora-Plus", "Vehicle for Oral Suspension NF"])
def test_no_rule_fails_on_a_liquid(vehicle: str) -> None:
    form = OralLiquid(concentration="5 mg/mL", volume="200 mL", vehicle=vehicle, doses=("4.5 mg",))
    order = Order(drug="naltrexone", form=form, avoid=("parabens",))
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg")
    made = plan(order, tablets, on=ON)
    assert codes(made, place="the rule itself") == set()
    assert not {code for code in codes(made) if code.startswith("CAP")}
    assert [one.place for one in found(made, "EXC603")] == ["vehicle"]
    assert [one.place for one in found(made, "WGH306")] == [
        "bench, measures",
        "bench, balance",
    ]


def test_a_vehicle_whose_label_is_not_known_is_said() -> None:
    form = OralLiquid(
        concentration="1 mg/mL", volume="200 mL", vehicle="SyrSpend SF PH4 dry", doses=("4.5 mg",)
    )
    order = Order(drug="naltrexone", form=form, avoid=("benzoate",))
    tablets = Tablets(
        strength="50 mg", weighed=20, together="3546 mg", contains=("magnesium stearate",)
    )
    assert [one.place for one in found(plan(order, tablets, on=ON), "EXC605")] == ["vehicle"]


def test_a_source_of_one_s_own_is_in_its_jar_where_it_is_diluted(planned: Planned) -> None:
    # 10 × 0.5 = 5 mg of drug, 10 mg of lozenge: too little to weigh, so it is diluted
    made = planned(
        source=Lozenges(Ratio.of("50 %")), capsules={"strength": "0.5 mg", "quantity": 10}
    )
    assert isinstance(made.taken_from, Trituration)
    assert {supply.vessel for supply in made.supplies} >= {"lozenge jar"}
    assert not codes(made, severity="error")


class Depot(Injection, frozen=True):
    """An injection under a class of somebody's own."""


def test_a_shared_trituration_and_a_class_of_one_s_own_hide_nothing(planned: Planned) -> None:
    # 600 mg of ground tablet to tenfold its mass
    shared = SharedTrituration(
        of=Tablets(strength="50 mg", weighed=20, together="3546 mg", release="modified"),
        powder="600 mg",
        diluent="5400 mg",
    )
    weak = {"strength": "1.5 mg"}
    assert "SRC201" in codes(planned(source=shared, capsules=weak), severity="error")
    vial = Depot(product="Vivitrol", active="380 mg", powder="1127.6 mg")
    assert "SRC203" in codes(planned(source=vial), severity="error")
