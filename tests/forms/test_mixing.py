"""Diluent of a calibrated fill and beside a trituration; the shares of the machine runs."""

from datetime import date

import pytest

from ldn_compound.errors import PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.fills import Estimated
from ldn_compound.forms.house_fills import Calibrated, Measured, Packed
from ldn_compound.model.bench import Balance, Bench, CapsuleMachine
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy
from ldn_compound.model.steps import Encapsulate, Inspect, Weigh
from ldn_compound.model.top_up import TopUp
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Mass, PerUnit
from ldn_compound.quantity.origins import Given
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.tablets import Tablets
from ldn_compound.verify.outcome import carry_out

PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"))


def made(first: str) -> Plan:
    capsules = Capsules(strength="4.5 mg", quantity=100, shell="3", fill=Calibrated())
    order = Order(drug="naltrexone", form=capsules)
    return plan(order, PURE, on=date(2026, 12, 1), policy=Policy(first_diluent=first))


@pytest.mark.parametrize(("first", "weighed"), [("75 %", "10013 mg"), ("50 %", "6675 mg")])
def test_the_part_that_goes_in_first_is_the_house_s(first: str, weighed: str) -> None:
    # 0.3 mL × 0.46 g/mL = 138 mg; less 4.5 mg, 133.5 mg × 100 = 13350 mg; 75 %: 10012.5 mg
    steps = made(first).steps
    (diluent,) = (step for step in steps if isinstance(step, Weigh) and step.what == "diluent")
    assert diluent.amount == Mass.of(weighed)
    assert any(isinstance(step, TopUp) for step in steps)


def test_nothing_left_to_top_up_with_is_no_plan() -> None:
    """99.999 % of 13350 mg are 13349.87 mg, weighed as 13350 mg."""
    with pytest.raises(PlanError, match=r"13350 mg of diluent go in first, .* nothing is left"):
        made("99.999 %")


def test_a_number_says_whose_it_is() -> None:
    steps = made("75 %").steps
    said = {
        step.verb: step.units.origin.by
        for step in steps
        if isinstance(step, Encapsulate | Inspect) and isinstance(step.units.origin, Given)
    }
    assert said == {
        "encapsulate": "the capsule machine's runs",
        "inspect": "the capsules weighed together",
    }


def low(fill: Measured | Estimated) -> Plan:
    """30 × 0.5 mg = 15 mg from tablets: 532 mg of a trituration, a tenth of it ground tablet."""
    form = Capsules(strength="0.5 mg", quantity=30, shell="3", fill=fill)
    tablets = Tablets(strength="50 mg", weighed=20, together="3546 mg")
    made = plan(Order(drug="naltrexone", form=form), tablets, on=date(2026, 12, 1))
    assert made.taken == Mass.of("532 mg")
    return made


@pytest.mark.parametrize(
    "fill",
    [
        Measured(
            diluent=Packed(shells=10, together="1380 mg"),
            powder=Packed(shells=10, together="2760 mg"),
        ),
        Estimated(density="0.46 g/mL", powder_density="0.92 g/mL"),
    ],
)
def test_a_trituration_packs_as_its_diluent_does(fill: Measured | Estimated) -> None:
    """It is nine parts of cellulose: 138 mg fill a shell, whatever ground tablet alone would do.

    30 × 138 − 532 = 3608 mg of diluent. As ground tablet of 276 mg a shell the aliquot would take
    half of its room, and 30 × 138 − 266 = 3874 mg more than the shells hold.
    """
    made = low(fill)
    (diluent,) = (one for one in made.steps if isinstance(one, Weigh) and one.what == "diluent")
    assert diluent.amount == Mass.of("3608 mg")
    assert made.filling is not None
    assert made.filling.net_fill == PerUnit.of("138 mg")
    assert any("trituration 1" in said for said in made.assumptions)


def test_the_runs_share_the_rounding() -> None:
    """Each run's share is on the grid, and the last run is left no less than its own.

    675 mg and 150 × 138.5 − 680 = 20095 mg, to 10 mg: 680 + 20100 = 20780 mg in 15 runs of 10,
    1385.33 mg each. Rounded each by itself, 14 × 1390 = 19460 mg would leave 1320 mg for the last.
    """
    fill = Measured(diluent=Packed(shells=10, together="1385 mg"))
    form = Capsules(strength="4.5 mg", quantity=150, shell="3", fill=fill)
    bench = Bench(
        balance=Balance(readability="10 mg", sensitivity="5 mg", capacity="600 g"),
        machine=CapsuleMachine(holes=10),
    )
    made = plan(Order(drug="naltrexone", form=form), PURE, on=date(2026, 12, 1), bench=bench)
    shares = [one.amount for one in made.steps if isinstance(one, Weigh) and "run" in one.what]
    assert shares == [Mass.of("1390 mg"), Mass.of("1380 mg")] * 7
    fills = [run.net_fill for run in carry_out(made).runs]
    assert fills[-1] == PerUnit.of("139 mg")  # 20780 − 14 × 1385 = 1390 mg
    assert max(fills) <= PerUnit.of("139 mg")
    assert min(fills) >= PerUnit.of("138 mg")
