"""A class of somebody's own that descends from one of the package's is one of the package's kind.

A pharmacy's software adds a barcode to `Tablets`, or a price to `OralLiquid`: what is planned,
dated and found is what the package's own class gives, figure by figure.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from ldn_compound.forms.capsules import Capsules
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Bench
from ldn_compound.model.measure import Measure
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.planning.plan import plan
from ldn_compound.records.worksheet import worksheet
from ldn_compound.render.text import as_text
from ldn_compound.rules.check import check
from ldn_compound.sources.injection import Injection
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.sources.stock_solution import StockSolution
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration

ON = date(2026, 12, 1)
LOTS: Any = ({"number": "T-5", "expiry": "2027-03-31"},)
TABLETS = Tablets(strength="50 mg", weighed=20, together="3546 mg", lots=LOTS)
PURE = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %"), lots=LOTS)
SOURCES = {
    "tablets": TABLETS,
    "whole tablets": TABLETS.model_copy(update={"use": "whole"}),
    "powder": PURE,
    "trituration": Trituration(of=PURE, powder="1 g", diluent="9 g"),
}
CAPSULES = Capsules(strength="4.5 mg", quantity=90, shell="1")
# 97.3 mL lie between two marks of a cylinder
LIQUID = OralLiquid(
    concentration="1 mg/mL", volume="97.3 mL", vehicle="purified water", doses=("1.5 mg",)
)


def own(thing: Any) -> Any:
    """The same, of a class that descends from its own."""
    heir = type("Own" + type(thing).__name__, (type(thing),), {}, frozen=True)
    return heir.model_construct(**dict(thing))


def shown(form: Any, source: Any) -> tuple[Any, ...]:
    """All that is made of it, but the classes themselves."""
    made = plan(Order(drug="naltrexone", form=form), source, on=ON, bench=Bench.usual())
    review = check(made)
    return (
        made.before,
        made.steps,
        made.units,
        made.active,
        made.wanted,
        made.taken,
        made.made,
        made.beyond_use,
        review.outcome,
        review.findings,
        as_text(worksheet(review)),
    )


@pytest.mark.parametrize("form", [CAPSULES, LIQUID], ids=["capsules", "liquid"])
@pytest.mark.parametrize("name", SOURCES)
def test_all_is_as_of_the_package_s_own(name: str, form: Any) -> None:
    usual = shown(form, SOURCES[name])
    assert shown(form, own(SOURCES[name])) == usual
    assert shown(own(form), SOURCES[name]) == usual


def test_a_stock_solution_too() -> None:
    stock = StockSolution(
        of=PURE,
        powder="200 mg",
        volume="20 mL",
        solvent="purified water",
        measure=Measure(kind="cylinder", capacity="25 mL", graduation="0.2 mL"),
    )
    assert shown(LIQUID, own(stock)) == shown(LIQUID, stock)


def test_an_injection_is_refused_under_any_class() -> None:
    vial = Injection(product="Vivitrol", active="380 mg", powder="1128 mg")
    for one in (vial, own(vial)):
        assert "SRC203" in {finding.code for finding in shown(CAPSULES, one)[-2]}


class Priced(Capsules, frozen=True):
    """Capsules with a price."""

    price: str = "12.50"


def test_a_form_is_stored_and_read_back_by_whoever_names_its_class() -> None:
    made = plan(
        Order(drug="naltrexone", form=Priced(strength="4.5 mg", quantity=90)), TABLETS, on=ON
    )
    stored = made.model_dump_json()
    again = Plan.model_validate_json(stored, context={"sources": (Priced,)})
    assert again == made
    assert isinstance(again.order.form, Priced)
    said = r"'Priced' is somebody's own .* with context=\{'sources': \(Priced,\)\}"
    with pytest.raises(ValidationError, match=said):
        Plan.model_validate_json(stored)


def test_a_liquid_has_no_other_strengths_beside_it() -> None:
    for form in (LIQUID, own(LIQUID)):
        with pytest.raises(ValidationError, match="a liquid has no other strengths beside it"):
            Order(drug="naltrexone", form=form, beside=("1 mg",))
