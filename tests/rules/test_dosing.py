"""Doses of a liquid as the rules see them, and what they call the one preparation."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ldn_compound.catalog import names, vehicle
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.bench import Bench
from ldn_compound.model.liquid_steps import MeasureOut
from ldn_compound.model.measure import Measure, usual_measures
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import Volume
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.dosing import drawn
from ldn_compound.rules.liq509_stability_unpublished import stability_unpublished
from ldn_compound.rules.liq511_below_least_volume import below_least_volume
from ldn_compound.rules.rule import Breach
from ldn_compound.sources.powder import AsIs, Powder
from ldn_compound.verify.outcome import carry_out

ON = date(2026, 12, 1)
Planned = Callable[..., Plan]


def liquid(*doses: str, measures: tuple[Measure, ...] = (), **stated: Any) -> Plan:
    """200 mL of 1 mg/mL: 200 ÷ 0.9 = 222 mg of powder."""
    usual = {"concentration": "1 mg/mL", "volume": "200 mL", "vehicle": "purified water"}
    form = OralLiquid.model_validate({**usual, "doses": doses, **stated})
    powder = Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="90 %"))
    order = Order(drug="naltrexone", form=form)
    return plan(order, powder, on=ON, bench=Bench(measures=measures))


def test_a_capsule_has_no_dose_volume(planned: Planned) -> None:
    assert drawn(planned()) == ()


def test_each_dose_has_its_place_and_its_syringe() -> None:
    first, second = drawn(liquid("1.5 mg", "3 mg"))
    assert (first.place, second.place) == ("order, dose 1", "order, dose 2")
    assert str(first.volume.syringe) == str(second.volume.syringe) == "3 mL oral syringe"


def test_a_dose_that_no_syringe_takes_does_not_hide_the_others() -> None:
    first, second = drawn(liquid("45 mg", "3 mg"))
    assert first.volume is None
    assert "45 mL, more than the 20 mL oral syringe holds" in str(first.refused)
    assert second.volume.volume == Volume.of("3 mL")


def test_the_syringes_of_the_bench_are_the_patient_s() -> None:
    own = Measure(kind="oral syringe", capacity="6 mL", graduation="0.1 mL")
    cylinders = tuple(one for one in usual_measures() if one.kind == "cylinder")
    [dose] = drawn(liquid("4.5 mg", measures=(*cylinders, own)))
    assert dose.volume.syringe == own
    assert dose.volume.exact
    [dose] = drawn(liquid("4.5 mg", measures=cylinders))  # none is stated: a usual one
    assert str(dose.volume.syringe) == "5 mL oral syringe"


def test_the_one_preparation_is_no_capsule() -> None:
    class Strong:
        code, version, title, severity = "HOUSE1", 1, "Too strong", "error"
        remedy, cites = "Make it weaker.", ()

        def check(self, case: Case) -> Iterator[Breach]:
            yield Breach("order", case.plan.strength, case.plan.units)

    review = check(liquid("1.5 mg"), also=(Strong(),))
    [found] = [one for one in review.findings if one.code == "HOUSE1"]
    assert found.message == (
        "order: 200 mg/preparation; limit: 1 preparation. Too strong. Make it weaker."
    )
    waiver = found.waive(reason="it is meant", by="A. Pharmacist", on=ON)
    assert waiver.observed == "200 mg/preparation"
    assert found.waived_by(waiver)
    assert not any("capsule" in one.message for one in review.findings)


def test_the_words_for_the_label_are_in_the_remedy() -> None:
    review = check(liquid("1.5 mg", concentration="120 mg/mL"))  # 100 mg/mL dissolve
    [found] = [one for one in review.findings if one.code == "LIQ507"]
    assert "'Shake well before each dose.'" in found.remedy


def test_the_remedy_names_concentrations_that_suit_the_doses() -> None:
    # of 5 mg/mL, 1.5 mg are 0.3 mL and 4.5 mg are 0.9 mL, both in the 1 mL syringe
    review = check(liquid("1.5 mg", "4.5 mg"))
    [found] = [one for one in review.findings if one.code == "LIQ501"]
    assert "5 mg/mL" in found.remedy


def test_two_vehicles_of_the_catalogue_were_studied() -> None:
    studied = []
    for name in names("vehicle"):
        made = liquid("1.5 mg")
        bottled = made.made.model_copy(update={"vehicle": name})
        made = made.model_copy(update={"made": bottled})
        if not list(stability_unpublished.check(Case(made, carry_out(made)))):
            studied.append(vehicle(name).name)
    assert set(studied) == {"SyrSpend SF PH4 liquid", "ascorbic acid and glycerol vehicle"}


def test_a_measuring_below_the_least_is_found_wherever_it_stands() -> None:
    made = liquid("1.5 mg")
    step = MeasureOut(
        what="glycerol",
        volume=Volume.of("2 mL"),
        out_of="glycerol",
        into="mixing mortar",
        measure="100 mL cylinder",
        least=Volume.of("20 mL"),
        error=Volume.of("0.5 mL"),
        carries_active=False,
    )
    case = Case(made.model_copy(update={"steps": (step, *made.steps)}), carry_out(made))
    [breach] = below_least_volume.check(case)
    assert breach.place == "step 1, measure glycerol with the 100 mL cylinder"
    assert breach.limit == "20 mL or more"
    assert breach.step == 1
    exact = step.model_copy(update={"least": Volume.of("2 mL")})
    case = Case(made.model_copy(update={"steps": (exact,)}), carry_out(made))
    assert list(below_least_volume.check(case)) == []
