"""Published worked examples: each row is run, or listed with the reason why not.

The rows, their sources and what is wrong in print stand in worked_examples.yaml, next to this file.
A function here says which of the library's equations answer a row; the row says what comes out.
"""

import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import pytest
import yaml

from ldn_compound.catalog import shell
from ldn_compound.equations.alligation import alternate, mass_to_add
from ldn_compound.equations.demand import active_in_units, equivalent_mass, units_made
from ldn_compound.equations.dilution import (
    after_dilutions,
    aliquot_of_mixture,
    aliquot_of_solution,
    concentration_made,
    concentration_of_stock,
    diluent_for_fold,
    drug_in_aliquot_volume,
    mass_made,
    mixture_for_aliquot,
    multiple_of,
    multiple_to_weigh,
    solution_for_aliquot,
    stock_for,
    volume_made,
)
from ldn_compound.equations.everyday import difference, per, share, times, total
from ldn_compound.equations.filling import (
    diluent_in_unit,
    for_units,
    full_of,
    hausner_ratio,
    part_filled,
    part_of_amount,
    per_unit,
    smallest_shell,
)
from ldn_compound.equations.liquids import (
    active_in_volume,
    base_to_mass,
    concentration_of,
    displaced,
    powder_volume,
    solvent_for,
    vehicle_to_volume,
    volume_for,
    volume_of_mass,
    volume_with_powder,
)
from ldn_compound.equations.potency import (
    active_in,
    correction_factor,
    potency_as_form,
    potency_as_is,
    potency_diluted,
    potency_of_tablets,
    potency_undried,
)
from ldn_compound.equations.strength import (
    concentration_of_one_in,
    drug_in_mass,
    liquid_in_volume,
    one_in_volume,
    percent_by_mass,
    percent_in_volume,
    preparation_around,
)
from ldn_compound.equations.taking import (
    active_in_tablets,
    average_weight,
    ground,
    mass_for,
    tablets_for,
    units_for,
)
from ldn_compound.equations.weighing import (
    highest_within,
    least_scatter,
    lowest_within,
    minimum_by_repeatability,
    minimum_by_sensitivity,
    relative_error,
)
from ldn_compound.errors import AmountError, KindError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import (
    Concentration,
    Density,
    Mass,
    MolarMass,
    PerTablet,
    PerUnit,
    Ratio,
    SpecificVolume,
    TabletCount,
    UnitCount,
    Volume,
    VolumePerUnit,
)
from ldn_compound.quantity.origins import Given
from ldn_compound.quantity.rounding import Mode, Rounding, whole
from ldn_compound.quantity.span import Span

Answer = Any  # an Amount, a truth, "refused", or a tuple of them
Answers = dict[str, Answer]
A = TypeVar("A", bound=Amount)

_TEXT = (Path(__file__).parent / "worked_examples.yaml").read_text("utf-8")
_BOOK: Mapping[str, Any] = yaml.safe_load(_TEXT)
ROWS: Mapping[str, Mapping[str, Any]] = {row["id"]: row for row in _BOOK["cases"]}

# A row, or "row answer", that no equation here can show, and why.
LEFT_OUT: Mapping[str, str] = {
    "C-019 size3": "the rule of sixes counts in grains, an apothecary weight; it is not offered",
    "C-019 size1": "the rule of sixes counts in grains, an apothecary weight; it is not offered",
    "C-019 size4": "the rule of sixes counts in grains, an apothecary weight; it is not offered",
    "E-002": "a household measure: refused where it is read (hostile inputs), never converted",
    "E-057": "apothecary measures: refused where they are read (hostile inputs), never converted",
    "F-012": "the areas of a chromatogram: an assay is taken from the laboratory's certificate",
    "F-014": "a titration: an assay is taken from the laboratory's certificate",
    "F-017": "milliequivalents have no kind here: nothing is ordered in them",
    "F-018 trap": "the wrong way, through milliequivalents, which have no kind here",
}

ONE_IN_ONE = Concentration.of("100 % w/v")
"""1 g in 1 mL, which percentages and ratios w/v count from."""
ALL = Ratio.of("100 %")
NONE = Ratio.of("0 %")
UP_TO_WHOLE = Rounding("multiple", ALL, Mode.CEILING)
TABLETS_UP = Rounding("tablets to take", TabletCount.of(1), Mode.UP)
TABLETS_DOWN = Rounding("tablets taken whole", TabletCount.of(1), Mode.DOWN)
UNITS_DOWN = Rounding("full doses", UnitCount.of(1), Mode.DOWN)
USP_41 = Ratio.of("0.10 %")
LEAST_PART = Ratio.of("41 %")


class Inputs:
    """A row's inputs, each read as the kind that an equation asks for."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self._row = row["inputs"]

    def of(self, kind: type[A], name: str) -> A:
        return kind.of(self._row[name])

    def each(self, kind: type[A], name: str) -> tuple[A, ...]:
        return tuple(kind.of(text) for text in self._row[name])

    def text(self, name: str, place: int | None = None) -> str:
        """What the row says, or the so many-th of several."""
        given = self._row[name]
        return str(given if place is None else given[place])

    def mass(self, name: str) -> Mass:
        return self.of(Mass, name)

    def volume(self, name: str) -> Volume:
        return self.of(Volume, name)

    def conc(self, name: str) -> Concentration:
        return self.of(Concentration, name)

    def ratio(self, name: str) -> Ratio:
        return self.of(Ratio, name)

    def number(self, name: str) -> Ratio:
        """A plain number, such as a multiple or the 500 of '1 in 500'."""
        text = self.text(name)
        return Ratio.in_base(Fraction(text), Given("the row", text))

    def count(self, name: str) -> int:
        return int(self._row[name])

    def units(self, name: str = "units") -> UnitCount:
        return self.of(UnitCount, name)


SHOWN: dict[str, Callable[[Inputs], Answers]] = {}


def shows(*ids: str) -> Callable[[Callable[[Inputs], Answers]], Callable[[Inputs], Answers]]:
    """The function answers these rows."""

    def kept(answer: Callable[[Inputs], Answers]) -> Callable[[Inputs], Answers]:
        SHOWN.update(dict.fromkeys(ids, answer))
        return answer

    return kept


# A: triturations, aliquots, alligation


@shows("A-001")
def atropine_capsules(x: Inputs) -> Answers:
    need = active_in_units(strength=x.of(PerUnit, "dose"), units=x.units())
    weighed = multiple_of(needed=need, multiple=x.number("multiple"))
    aliquot = x.mass("aliquot")
    mixture = mixture_for_aliquot(aliquot=aliquot, needed=need, weighed=weighed)
    diluent = difference(mixture, less=weighed)
    all_filled = for_units(per_unit=x.of(PerUnit, "fill"), units=x.units())
    finish = base_to_mass(mass=all_filled, others=(aliquot,))
    return {
        "need": need,
        "drug_weighed": weighed,
        "mixture": mixture,
        "diluent": diluent,
        "finish_diluent": finish,
        "all_weighings_at_least_lwq": min(weighed, diluent, aliquot, finish) >= x.mass("lwq"),
    }


@shows("A-002")
def clonidine_aliquot(x: Inputs) -> Answers:
    need = active_in_volume(volume=x.volume("volume"), concentration=x.conc("conc"))
    aliquot = aliquot_of_solution(
        solution=x.volume("stock_volume"), needed=need, weighed=x.mass("drug_weighed")
    )
    return {"need": need, "aliquot": aliquot}


@shows("A-003")
def colchicine_powders(x: Inputs) -> Answers:
    need = active_in_units(strength=x.of(PerUnit, "dose"), units=x.units())
    times_weighed = UP_TO_WHOLE(multiple_to_weigh(minimum=x.mass("mwq"), needed=need))
    weighed = multiple_of(needed=need, multiple=times_weighed)
    diluent = diluent_for_fold(powder=weighed, fold=x.number("dilution"))
    mixture = total(weighed, diluent)
    aliquot = aliquot_of_mixture(mixture=mixture, needed=need, weighed=weighed)
    together = for_units(per_unit=x.of(PerUnit, "unit_weight"), units=x.units())
    return {
        "need": need,
        "drug_weighed": weighed,
        "diluent1": diluent,
        "aliquot": aliquot,
        "finish_diluent": base_to_mass(mass=together, others=(aliquot,)),
        "total": together,
    }


@shows("A-006")
def eight_milligrams(x: Inputs) -> Answers:
    need, parts, aliquot = x.mass("need"), x.count("parts"), x.mass("aliquot_min")
    least = minimum_by_sensitivity(sensitivity=x.mass("sr"), accepted_error=x.ratio("error"))
    multiple = UP_TO_WHOLE(multiple_to_weigh(minimum=least, needed=need))
    weighed = multiple_of(needed=need, multiple=multiple)
    mixture = mixture_for_aliquot(aliquot=aliquot, needed=need, weighed=weighed)
    return {
        "lwq": least,
        "drug_per_part": share(x.mass("published_drug"), parts=parts),
        "diluent_per_part": share(x.mass("published_diluent"), parts=parts),
        "correct_drug_weighed": weighed,
        "correct_mixture": mixture,
        "correct_diluent": difference(mixture, less=weighed),
        "correct_aliquot": aliquot_of_mixture(mixture=mixture, needed=need, weighed=weighed),
    }


@shows("A-007")
def salicylic_acid(x: Inputs) -> Answers:
    need, weighed = x.mass("need"), x.mass("drug_weighed")
    mixture = total(weighed, x.mass("diluent"))
    return {
        "multiple": UP_TO_WHOLE(multiple_to_weigh(minimum=x.mass("mwq"), needed=need)),
        "mixture": mixture,
        "aliquot": aliquot_of_mixture(mixture=mixture, needed=need, weighed=weighed),
        "liquid_stock_volume": solution_for_aliquot(
            aliquot=x.volume("liquid_aliquot"), needed=need, weighed=x.mass("liquid_drug")
        ),
    }


@shows("A-009")
def estrone(x: Inputs) -> Answers:
    weighed = multiple_of(needed=x.mass("need"), multiple=x.number("multiple"))
    return {
        "lwq": minimum_by_sensitivity(sensitivity=x.mass("sr"), accepted_error=x.ratio("error")),
        "drug_weighed": weighed,
        "one_part_in": per(weighed, by=x.mass("need")),
    }


@shows("A-011")
def fifty_of_five_thousand(x: Inputs) -> Answers:
    drug, diluent = x.mass("drug_weighed"), x.mass("diluent")
    potency = potency_diluted(potency=ALL, powder=drug, diluent=diluent)
    return {
        "mixture": total(drug, diluent),
        "conc": potency,
        "aliquot": mass_for(active=x.mass("need"), potency=potency),
    }


@shows("A-012")
def twelve_milligrams(x: Inputs) -> Answers:
    weighed = x.mass("drug_weighed")
    mixture = total(weighed, x.mass("diluent"))
    aliquot = aliquot_of_mixture(mixture=mixture, needed=x.mass("need"), weighed=weighed)
    return {"mixture": mixture, "aliquot": aliquot}


@shows("A-013")
def propylparaben(x: Inputs) -> Answers:
    taken, stock = x.volume("bad_taken"), x.volume("bad_volume")
    return {
        "delivered": drug_in_aliquot_volume(
            weighed=x.mass("drug"), aliquot=x.volume("taken"), solution=x.volume("volume")
        ),
        "bad_delivered": drug_in_aliquot_volume(
            weighed=x.mass("bad_drug"), aliquot=taken, solution=stock
        ),
        "bad_option_possible": taken <= stock,
    }


@shows("A-014")
def twelve_parts(x: Inputs) -> Answers:
    need, multiple = x.mass("need"), x.number("multiple")
    weighed = multiple_of(needed=need, multiple=multiple)
    diluent = multiple_of(needed=x.mass("diluent_per_part"), multiple=multiple)
    mixture = total(weighed, diluent)
    return {
        "drug_weighed": weighed,
        "diluent": diluent,
        "mixture": mixture,
        "aliquot": aliquot_of_mixture(mixture=mixture, needed=need, weighed=weighed),
    }


@shows("A-015")
def portions_of_a_mixture(x: Inputs) -> Answers:
    drug = active_in_units(strength=x.of(PerUnit, "dose"), units=x.units("portions"))
    return {"drug_weighed": drug, "diluent": difference(x.mass("mixture"), less=drug)}


@shows("A-016")
def aliquots_above_solubility(x: Inputs) -> Answers:
    need, weighed = x.mass("need"), x.mass("drug_weighed")
    least_b = solvent_for(mass=weighed, solubility=x.of(SpecificVolume, "sol_b"))

    def aliquot(solution: Volume) -> Volume:
        return aliquot_of_solution(solution=solution, needed=need, weighed=weighed)

    return {
        "min_volume_a": solvent_for(mass=weighed, solubility=x.of(SpecificVolume, "sol_a")),
        "aliquot_a": aliquot(x.volume("v_a")),
        "aliquot_20": aliquot(x.volume("v_c")),
        "min_volume_b": least_b,
        "aliquot_80": aliquot(least_b),
        "aliquot_100": aliquot(x.volume("v_b")),
        "aliquot_200": aliquot(x.volume("v_d")),
    }


@shows("A-020")
def fortified(x: Inputs) -> Answers:
    return {
        "add": mass_to_add(
            mass=x.mass("mass"),
            strength=x.ratio("from"),
            wanted=x.ratio("to"),
            added_strength=x.ratio("with"),
        )
    }


@shows("A-021")
def alligation_of_two(x: Inputs) -> Answers:
    five_parts = Mass.of("5 g")  # 1 + 4 parts of 1 g
    one_gram = Mass.of("1 g")
    stocks = alternate(
        five_parts, wanted=x.ratio("target"), stronger=x.ratio("high"), weaker=x.ratio("low")
    )
    with pytest.raises(AmountError, match=r"80 % is outside 20 % to 70 %"):
        alternate(
            five_parts, wanted=x.ratio("outside"), stronger=x.ratio("high"), weaker=x.ratio("low")
        )
    return {
        "parts_high": per(stocks.stronger, by=one_gram),
        "parts_low": per(stocks.weaker, by=one_gram),
        "outside_target": "refused",
    }


# B: what a balance can weigh


@shows("B-002", "B-003", "B-004", "B-012")
def least_weighable(x: Inputs) -> Answers:
    error = x.ratio("error")
    return {"lwq": minimum_by_sensitivity(sensitivity=x.mass("sr"), accepted_error=error)}


@shows("B-005")
def error_of_thirty(x: Inputs) -> Answers:
    return {"error": relative_error(error=x.mass("sr"), weighed=x.mass("weighed"))}


@shows("B-009", "B-010", "B-011")
def deviation(x: Inputs) -> Answers:
    return {"error": relative_error(error=x.mass("deviation"), weighed=x.mass("quantity"))}


@shows("B-013")
def error_above_its_limit(x: Inputs) -> Answers:
    error = relative_error(error=x.mass("sr"), weighed=x.mass("weighed"))
    return {"error": error, "within_limit": error <= x.ratio("limit")}


@shows("B-014")
def twenty_within_five_percent(x: Inputs) -> Answers:
    wanted, error = x.mass("quantity"), x.ratio("error")
    return {
        "lwq": minimum_by_sensitivity(sensitivity=x.mass("sr"), accepted_error=error),
        "range_low": lowest_within(nominal=wanted, tolerance=error),
        "range_high": highest_within(nominal=wanted, tolerance=error),
    }


@shows("B-015")
def errors_of_a_class(x: Inputs) -> Answers:
    first, second = x.mass("sr"), x.mass("sr2")
    five_percent = Ratio.of("5 %")  # the class III balance's accepted error
    return {
        "error_a": relative_error(error=first, weighed=x.mass("a")),
        "error_b": relative_error(error=first, weighed=x.mass("b")),
        "lwq2": minimum_by_sensitivity(sensitivity=second, accepted_error=five_percent),
        "error_c": relative_error(error=second, weighed=x.mass("c")),
        "error_d": relative_error(error=first, weighed=x.mass("d")),
    }


@shows("B-017")
def readability_taken_for_sensitivity(x: Inputs) -> Answers:
    readability, error = x.mass("readability"), x.ratio("error")
    return {
        "lwq_number": minimum_by_sensitivity(sensitivity=readability, accepted_error=error),
        "lwq_by_printed_formula": part_of_amount(mass=readability, part=error),
    }


# C: capsule fills


def filled_shell(x: Inputs) -> tuple[VolumePerUnit, PerUnit]:
    """Volume of the drug's powder in a shell, and the diluent that fills the rest."""
    dose, shell_volume = x.of(PerUnit, "dose"), x.of(VolumePerUnit, "capacity")
    density = x.of(Density, "rho")
    part = part_filled(powder=dose, full=full_of(shell=shell_volume, density=density))
    full = full_of(shell=shell_volume, density=x.of(Density, "rho_d"))
    return (
        smallest_shell(powder=dose, largest_part=ALL, density=density),
        diluent_in_unit(full_of_diluent=full, part_filled=part),
    )


@shows("C-001")
def displaced_by_density(x: Inputs) -> Answers:
    taken, diluent = filled_shell(x)
    units = units_made(quantity=x.units(), spare=x.units("extra"))
    drug = active_in_units(strength=x.of(PerUnit, "dose"), units=units)
    all_diluent = for_units(per_unit=diluent, units=units)
    return {
        "drug_volume": taken,
        "free_volume": difference(x.of(VolumePerUnit, "capacity"), less=taken),
        "diluent": diluent,
        "batch_drug": drug,
        "batch_diluent": all_diluent,
        "batch_total": total(drug, all_diluent),
    }


@shows("C-002")
def displaced_by_density_again(x: Inputs) -> Answers:
    taken, diluent = filled_shell(x)
    return {
        "drug_volume": taken,
        "diluent": diluent,
        "batch_drug": active_in_units(strength=x.of(PerUnit, "dose"), units=x.units()),
        "batch_diluent": for_units(per_unit=diluent, units=x.units()),
    }


@shows("C-005")
def density_times_volume(x: Inputs) -> Answers:
    capacity = x.of(VolumePerUnit, "capacity")
    return {
        "fill_weight": full_of(shell=capacity, density=x.of(Density, "rho")),
        "volume": volume_of_mass(mass=x.mass("fill"), density=x.of(Density, "rho2")),
    }


@shows("C-007")
def fills_of_all_sizes(x: Inputs) -> Answers:
    density = x.of(Density, "rho")
    volumes = x.each(VolumePerUnit, "volumes")
    return {"fills": tuple(full_of(shell=one, density=density) for one in volumes)}


@shows("C-008")
def torpac_chart(x: Inputs) -> Answers:
    columns = ("at_045", "at_070", "at_100")
    return {
        column: tuple(
            full_of(shell=one, density=density) for one in x.each(VolumePerUnit, "volumes")
        )
        for column, density in zip(columns, x.each(Density, "densities"), strict=True)
    }


@shows("C-011")
def erythromycin_batch(x: Inputs) -> Answers:
    drug = active_in_units(strength=x.of(PerUnit, "dose"), units=x.units())
    full = full_of(shell=x.of(VolumePerUnit, "capacity"), density=x.of(Density, "rho_mix"))
    mixture = for_units(per_unit=full, units=x.units())
    cellulose, scale = difference(mixture, less=drug), x.number("scale")
    return {
        "drug": drug,
        "mcc": cellulose,
        "drug_300": times(drug, factor=scale),
        "mcc_300": times(cellulose, factor=scale),
    }


@shows("C-012")
def gross_weights(x: Inputs) -> Answers:
    content = total(x.mass("drug"), x.mass("excipient"))
    shells = for_units(per_unit=x.of(PerUnit, "shell"), units=x.units())
    gross = total(content, shells)
    lightest = lowest_within(nominal=gross, tolerance=x.ratio("limit"))
    heaviest = highest_within(nominal=gross, tolerance=x.ratio("limit"))
    return {
        "content": content,
        "theoretical": per_unit(mass=gross, units=x.units()),
        "low": per_unit(mass=lightest, units=x.units()),
        "high": per_unit(mass=heaviest, units=x.units()),
    }


def with_spare(x: Inputs) -> UnitCount:
    return units_made(quantity=x.units(), spare=times(x.units(), factor=x.ratio("overage")))


@shows("C-013")
def dhea_with_spare(x: Inputs) -> Answers:
    units = with_spare(x)
    drug = active_in_units(strength=x.of(PerUnit, "dose"), units=units)
    filled = for_units(per_unit=x.of(PerUnit, "fill"), units=units)
    return {"units": units, "drug": drug, "diluent": difference(filled, less=drug)}


@shows("C-014")
def elemental_magnesium(x: Inputs) -> Answers:
    wanted = x.mass("elemental")
    return {
        "mass1": mass_for(active=wanted, potency=x.ratio("p1")),
        "mass2": mass_for(active=wanted, potency=x.ratio("p2")),
        "size00_volume": shell("00").volume,
    }


@shows("C-015")
def percent_from_capsules(x: Inputs) -> Answers:
    drug = active_in_volume(volume=x.volume("volume"), concentration=x.conc("percent"))
    return {"drug": drug, "capsules": units_for(active=drug, strength=x.of(PerUnit, "strength"))}


@shows("C-016")
def tablet_batch(x: Inputs) -> Answers:
    return {"per_tablet": per(x.mass("mass"), by=x.of(TabletCount, "tablets"))}


@shows("C-017")
def progesterone_capsules(x: Inputs) -> Answers:
    drug = active_in_units(strength=x.of(PerUnit, "dose"), units=x.units())
    together = total(drug, x.mass("base"))
    return {
        "drug": drug,
        "total": together,
        "drug_percent": percent_by_mass(drug=drug, preparation=together),
        "base_percent": percent_by_mass(drug=x.mass("base"), preparation=together),
        "total_with_excess": total(together, times(together, factor=x.ratio("excess"))),
        "fill_per_capsule": per_unit(mass=together, units=x.units()),
        "full_pack_total": for_units(per_unit=x.of(PerUnit, "packing"), units=x.units()),
    }


@shows("C-018")
def half_full(x: Inputs) -> Answers:
    part = part_filled(powder=x.of(PerUnit, "dose"), full=x.of(PerUnit, "pack_drug"))
    full = x.of(PerUnit, "pack_diluent")
    return {
        "fill_percent": part,
        "diluent": diluent_in_unit(full_of_diluent=full, part_filled=part),
    }


@shows("C-019")
def by_volume_instead_of_sixes(x: Inputs) -> Answers:
    size_3 = x.of(VolumePerUnit, "v3")
    return {"size3_by_volume": full_of(shell=size_3, density=x.of(Density, "rho"))}


@shows("C-020")
def naltrexone_in_two_diluents(x: Inputs) -> Answers:
    dose = x.of(PerUnit, "dose")

    def diluent(full: PerUnit) -> PerUnit:
        part = part_filled(powder=dose, full=full)
        return diluent_in_unit(full_of_diluent=full, part_filled=part)

    lactose, cellulose = x.of(PerUnit, "lactose_3"), x.of(PerUnit, "mcc_3")
    return {
        "lactose_fill": diluent(lactose),
        "mcc_fill": diluent(cellulose),
        "lactose_percent": per(dose, by=lactose),
        "mcc_percent": per(dose, by=cellulose),
    }


@shows("C-023")
def thirty_with_spare(x: Inputs) -> Answers:
    return {"units": with_spare(x)}


@shows("C-024")
def two_meanings_of_pack_stat(x: Inputs) -> Answers:
    tapped, bulk = x.of(Density, "example_tapped"), x.of(Density, "example_bulk")
    return {
        "hausner_percent": hausner_ratio(tapped=tapped, bulk=bulk),
        "pack_stat_mg": full_of(shell=x.of(VolumePerUnit, "example_volume"), density=tapped),
    }


@shows("C-025")
def percent_fill_limits(x: Inputs) -> Answers:
    part = part_filled(powder=x.of(PerUnit, "dose"), full=x.of(PerUnit, "pack"))
    return {
        "fill_percent": part,
        "ok_e4m": part <= x.ratio("limit_e4m"),
        "ok_k100": part <= x.ratio("limit_k100"),
    }


# D: tablets and capsules as a source


@shows("D-001")
def tablets_to_suspension(x: Inputs) -> Answers:
    strength = concentration_of(active=x.mass("strength"), volume=x.volume("per"))
    drug = active_in_volume(volume=x.volume("volume"), concentration=strength)
    tablet = x.of(PerTablet, "tablet")
    average = average_weight(together=x.mass("weight"), tablets=x.of(TabletCount, "counted"))
    potency = potency_of_tablets(strength=tablet, weight=average)
    tablets = tablets_for(active=drug, strength=tablet)
    return {
        "drug": drug,
        "tablets": tablets,
        "powder": mass_for(active=drug, potency=potency),
        "tablets_to_crush": TABLETS_UP(tablets),
    }


@shows("D-002")
def fewer_tablets(x: Inputs) -> Answers:
    tablet = x.of(PerTablet, "tablet")
    in_all = active_in_tablets(tablets=x.of(TabletCount, "tablets"), strength=tablet)
    strength = concentration_of(active=in_all, volume=x.volume("volume"))
    drug = active_in_volume(volume=x.volume("wanted"), concentration=strength)
    return {
        "tablets_wanted": tablets_for(active=drug, strength=tablet),
        "drug": drug,
        "conc": strength,
    }


@shows("D-004")
def tablets_to_ointment(x: Inputs) -> Answers:
    drug = drug_in_mass(preparation=x.mass("mass"), strength=x.ratio("percent"))
    return {"tablets": tablets_for(active=drug, strength=x.of(PerTablet, "tablet"))}


@shows("D-006")
def two_strengths_of_tablet(x: Inputs) -> Answers:
    """Each day as many of the larger as go in, the rest from the smaller."""
    daily, days = x.mass("daily"), x.number("days")
    large, small = x.of(PerTablet, "big"), x.of(PerTablet, "small")
    large_a_day = TABLETS_DOWN(tablets_for(active=daily, strength=large))
    rest = difference(daily, less=active_in_tablets(tablets=large_a_day, strength=large))
    small_a_day = tablets_for(active=rest, strength=small)
    return {
        "total": times(daily, factor=days),
        "big_tablets": times(large_a_day, factor=days),
        "small_tablets": times(small_a_day, factor=days),
    }


@shows("D-007")
def assay_by_powder_weight(x: Inputs) -> Answers:
    found = percent_by_mass(drug=x.mass("found"), preparation=x.mass("portion"))
    in_tablet = active_in(mass=x.mass("unit_weight"), potency=found)
    return {"fraction": found, "percent": per(in_tablet, by=x.mass("label"))}


@shows("D-008")
def average_of_twenty(x: Inputs) -> Answers:
    return {
        "average": average_weight(together=x.mass("weight"), tablets=x.of(TabletCount, "n")),
        "percent": per(x.mass("found"), by=x.mass("label")),
    }


@shows("D-009")
def oseltamivir_capsules(x: Inputs) -> Answers:
    strength = concentration_of(active=x.mass("mass"), volume=x.volume("per"))
    drug = active_in_volume(volume=x.volume("volume"), concentration=strength)
    return {"drug": drug, "capsules": units_for(active=drug, strength=x.of(PerUnit, "capsule"))}


@shows("D-010")
def powder_is_not_rounded(x: Inputs) -> Answers:
    need, tablet = x.mass("need"), x.of(PerTablet, "tablet")
    average = average_weight(together=x.mass("weight"), tablets=x.of(TabletCount, "counted"))
    tablets = TABLETS_UP(tablets_for(active=need, strength=tablet))
    powder = mass_for(active=need, potency=potency_of_tablets(strength=tablet, weight=average))
    return {
        "average": average,
        "tablets": tablets,
        "powder": powder,
        "left_over": difference(ground(tablets=tablets, weight=average), less=powder),
    }


@shows("D-011")
def oseltamivir_table(x: Inputs) -> Answers:
    volumes, strength = x.each(Volume, "volumes"), x.of(PerUnit, "strength")
    drug = [active_in_units(strength=strength, units=n) for n in x.each(UnitCount, "capsules")]
    liquids = zip(x.each(Volume, "water"), x.each(Volume, "vehicle"), strict=True)
    added = tuple(total(water, vehicle) for water, vehicle in liquids)
    return {
        "conc": tuple(
            concentration_of(active=one, volume=made)
            for one, made in zip(drug, volumes, strict=True)
        ),
        "liquid_added": added,
        "displacement": tuple(
            powder_volume(made=made, vehicle=liquid)
            for made, liquid in zip(volumes, added, strict=True)
        ),
    }


# E: liquids and strengths


@shows("E-001")
def tablet_in_fifty(x: Inputs) -> Answers:
    drug, volume = x.mass("tablet"), x.volume("volume")
    strength = concentration_of(active=drug, volume=volume)
    dose = x.of(PerUnit, "dose")  # each dose is a unit
    doses = units_for(active=drug, strength=dose)
    full = UNITS_DOWN(doses)
    return {
        "conc": strength,
        "dose_volume": volume_for(active=x.mass("dose"), concentration=strength),
        "doses": doses,
        "full_doses": full,
        "left_over": difference(drug, less=active_in_units(strength=dose, units=full)),
    }


@shows("E-003")
def tablet_in_a_hundred(x: Inputs) -> Answers:
    strength = concentration_of(active=x.mass("tablet"), volume=x.volume("volume"))
    dose = volume_for(active=x.mass("dose"), concentration=strength)
    return {"conc": strength, "dose_volume": dose}


@shows("E-005")
def one_milligram_in_one(x: Inputs) -> Answers:
    return {"conc": concentration_of(active=x.mass("tablet"), volume=x.volume("volume"))}


@shows("E-007", "E-015")
def made_up(x: Inputs) -> Answers:
    stock = x.volume("stock_volume")
    volume = volume_made(
        stock=stock, stock_concentration=x.conc("stock"), concentration=x.conc("final")
    )
    return {
        "final_volume": volume,
        "diluent": vehicle_to_volume(volume=volume, others=(stock,)),
    }


@shows("E-008", "E-010")
def diluted(x: Inputs) -> Answers:
    return {
        "final": concentration_made(
            stock=x.volume("stock_volume"),
            stock_concentration=x.conc("stock"),
            volume=x.volume("final_volume"),
        )
    }


@shows("E-009")
def strength_before(x: Inputs) -> Answers:
    return {
        "stock": concentration_of_stock(
            stock=x.volume("stock_volume"),
            volume=x.volume("final_volume"),
            concentration=x.conc("final"),
        )
    }


@shows("E-011")
def diluted_in_percent(x: Inputs) -> Answers:
    return {"final": percent_in_volume(concentration=diluted(x)["final"], one_in_one=ONE_IN_ONE)}


@shows("E-012")
def diluted_as_ratio(x: Inputs) -> Answers:
    stock = concentration_of_one_in(parts=x.number("ratio"), one_in_one=ONE_IN_ONE)
    final = concentration_made(
        stock=x.volume("stock_volume"),
        stock_concentration=stock,
        volume=x.volume("final_volume"),
    )
    return {"final_ratio": one_in_volume(concentration=final, one_in_one=ONE_IN_ONE)}


@shows("E-019", "E-020")
def percent_as_concentration(x: Inputs) -> Answers:
    """Read from its text, which is the conversion."""
    return {"conc": x.conc("p")}


@shows("E-021", "E-022")
def concentration_as_ratio(x: Inputs) -> Answers:
    return {"ratio": one_in_volume(concentration=x.conc("c"), one_in_one=ONE_IN_ONE)}


@shows("E-023", "E-024")
def ratio_as_concentration(x: Inputs) -> Answers:
    return {"conc": concentration_of_one_in(parts=x.number("x"), one_in_one=ONE_IN_ONE)}


@shows("E-026")
def percent_as_ratio(x: Inputs) -> Answers:
    return {"ratio": one_in_volume(concentration=x.conc("p"), one_in_one=ONE_IN_ONE)}


@shows("E-027")
def volume_of_ratio(x: Inputs) -> Answers:
    strength = concentration_of_one_in(parts=x.number("x"), one_in_one=ONE_IN_ONE)
    return {"volume": volume_for(active=x.mass("mass"), concentration=strength)}


@shows("E-029")
def three_conversions(x: Inputs) -> Answers:
    second = concentration_of(active=x.mass("m2"), volume=x.volume("v2"))
    return {
        "conc": concentration_of(active=x.mass("m1"), volume=x.volume("v1")),
        "ratio": one_in_volume(concentration=second, one_in_one=ONE_IN_ONE),
        "volume": volume_for(active=x.mass("m3"), concentration=x.conc("p3")),
    }


@shows("E-030")
def units_of_mass(x: Inputs) -> Answers:
    return {f"{name}_mcg": x.mass(name) for name in "abcd"}


@shows("E-032")
def diluent_added(x: Inputs) -> Answers:
    stock = x.volume("stock_volume")
    volume = total(stock, x.volume("diluent"))
    strength = x.conc("stock")
    return {"final": concentration_made(stock=stock, stock_concentration=strength, volume=volume)}


@shows("E-035")
def percentages(x: Inputs) -> Answers:
    stock = stock_for(
        volume=x.volume("v"), concentration=x.conc("final"), stock_concentration=x.conc("stock")
    )
    return {
        "ww": percent_by_mass(drug=x.mass("m"), preparation=x.mass("t")),
        "volume": volume_for(active=x.mass("m2"), concentration=x.conc("p2")),
        "mass": drug_in_mass(preparation=x.mass("t3"), strength=x.ratio("p3")),
        "stock_volume": stock,
        "diluent": vehicle_to_volume(volume=x.volume("v"), others=(stock,)),
    }


@shows("E-036")
def ratio_strengths(x: Inputs) -> Answers:
    def strength(name: str) -> Concentration:
        return concentration_of_one_in(parts=x.number(name), one_in_one=ONE_IN_ONE)

    return {
        "percent": percent_in_volume(concentration=strength("x"), one_in_one=ONE_IN_ONE),
        "ratio": one_in_volume(concentration=x.conc("p"), one_in_one=ONE_IN_ONE),
        "mass": active_in_volume(volume=x.volume("v2"), concentration=strength("x2")),
        "volume": volume_for(active=x.mass("m3"), concentration=strength("x3")),
    }


@shows("E-037")
def reconstituted(x: Inputs) -> Answers:
    strength = concentration_of(active=x.mass("mass"), volume=x.volume("volume"))
    return {
        "powder_volume": powder_volume(made=x.volume("final"), vehicle=x.volume("added")),
        "conc": strength,
        "dose_volume": volume_for(active=x.mass("dose"), concentration=strength),
    }


@shows("E-038")
def in_teaspoons(x: Inputs) -> Answers:
    strength = concentration_of(active=x.mass("mg"), volume=x.volume("per"))
    dose = volume_for(active=x.mass("dose"), concentration=strength)
    return {"dose_volume": dose, "teaspoons": per(dose, by=x.volume("tsp"))}


@shows("E-041")
def in_so_many_millilitres(x: Inputs) -> Answers:
    strength = concentration_of(active=x.mass("mg"), volume=x.volume("per"))
    return {"dose_volume": volume_for(active=x.mass("dose"), concentration=strength)}


@shows("E-039")
def percent_and_dose(x: Inputs) -> Answers:
    return {
        "mass": active_in_volume(volume=x.volume("v"), concentration=x.conc("p")),
        "stock_volume": stock_for(
            volume=x.volume("fv"),
            concentration=x.conc("final"),
            stock_concentration=x.conc("stock"),
        ),
        "dose_volume": volume_for(active=x.mass("dose"), concentration=x.conc("c")),
    }


@shows("E-043")
def powder_takes_up_room(x: Inputs) -> Answers:
    made = volume_with_powder(vehicle=x.volume("diluent"), displaced=x.volume("disp"))
    strength = concentration_of(active=x.mass("mass"), volume=made)
    second = concentration_of(active=x.mass("m2"), volume=x.volume("v2"))
    return {
        "conc": strength,
        "dose_volume": volume_for(active=x.mass("dose"), concentration=strength),
        "conc2": second,
        "per5": active_in_volume(volume=Volume.of("5 mL"), concentration=second),
        "conc3": concentration_of(active=x.mass("mass"), volume=x.volume("v3")),
        "powder_volume": powder_volume(made=x.volume("f4"), vehicle=x.volume("a4")),
    }


@shows("E-046")
def ingredients(x: Inputs) -> Answers:
    drug = drug_in_mass(preparation=x.mass("m"), strength=x.ratio("p"))
    return {
        "drug": drug,
        "base": base_to_mass(mass=x.mass("m"), others=(drug,)),
        "drug2": active_in_volume(volume=x.volume("v"), concentration=x.conc("c")),
        "drug3": drug_in_mass(preparation=x.mass("m2"), strength=x.ratio("p2")),
        "drug4": active_in_volume(volume=x.volume("v2"), concentration=x.conc("c2")),
    }


@shows("E-047")
def stocks_to_take(x: Inputs) -> Answers:
    def stock(volume: str, wanted: str, of: str) -> Volume:
        return stock_for(
            volume=x.volume(volume), concentration=x.conc(wanted), stock_concentration=x.conc(of)
        )

    return {
        "stock_volume": stock("v", "final", "stock"),
        "stock_volume2": stock("v2", "final2", "stock2"),
        "conc": concentration_of(active=x.mass("dose"), volume=x.volume("dose_volume")),
    }


@shows("E-048")
def diluted_and_concentrated(x: Inputs) -> Answers:
    def diluted_mass(mass: str, before: str, after: str) -> Mass:
        return mass_made(
            stock=x.mass(mass), stock_strength=x.ratio(before), strength=x.ratio(after)
        )

    def boiled_down(volume: str, before: str, after: str) -> Volume:
        return volume_made(
            stock=x.volume(volume), stock_concentration=x.conc(before), concentration=x.conc(after)
        )

    whole_mass, second = diluted_mass("m", "a", "b"), diluted_mass("m2", "a2", "b2")
    return {
        "total": whole_mass,
        "base": base_to_mass(mass=whole_mass, others=(x.mass("m"),)),
        "base2": base_to_mass(mass=second, others=(x.mass("m2"),)),
        "final": boiled_down("v", "a3", "b3"),
        "final2": boiled_down("v4", "a4", "b4"),
    }


@shows("E-049")
def displacement(x: Inputs) -> Answers:
    def room(mass: Mass, name: str) -> Volume:
        return displaced(powder=mass, displacement=x.of(SpecificVolume, name))

    first, second = room(x.mass("m"), "d"), room(x.mass("m2"), "d2")
    drug = active_in_volume(volume=x.volume("target3"), concentration=x.conc("p3"))
    return {
        "final": volume_with_powder(vehicle=x.volume("vehicle"), displaced=first),
        "plan": vehicle_to_volume(volume=x.volume("target"), others=(first,)),
        "final2": volume_with_powder(vehicle=x.volume("vehicle2"), displaced=second),
        "plan3": vehicle_to_volume(volume=x.volume("target3"), others=(room(drug, "d3"),)),
    }


@shows("E-050")
def brought_to(x: Inputs) -> Answers:
    def vehicle(volume: str, parts: str) -> Volume:
        return vehicle_to_volume(volume=x.volume(volume), others=x.each(Volume, parts))

    def base(mass: str, parts: str) -> Mass:
        return base_to_mass(mass=x.mass(mass), others=x.each(Mass, parts))

    return {
        "qs": vehicle("t", "parts"),
        "qs2": base("t2", "parts2"),
        "qs3": vehicle("t3", "parts3"),
        "qs4": base("t4", "parts4"),
    }


@shows("E-051")
def dilution_each_way(x: Inputs) -> Answers:
    """The bare numbers of its tests, as mg/mL and mL: C1 V1 V2, C1 V1 C2, V1 C2 V2, C1 C2 V2."""

    def conc(name: str, place: int) -> Concentration:
        return Concentration.of(f"{x.text(name, place)} mg/mL")

    def volume(name: str, place: int) -> Volume:
        return Volume.of(f"{x.text(name, place)} mL")

    fold, steps = x.number("factor"), x.count("steps")
    percent = concentration_of(active=x.mass("mass"), volume=x.volume("vol"))
    return {
        "c2": concentration_made(
            stock=volume("a", 1), stock_concentration=conc("a", 0), volume=volume("a", 2)
        ),
        "v2": volume_made(
            stock=volume("b", 1), stock_concentration=conc("b", 0), concentration=conc("b", 2)
        ),
        "c1": concentration_of_stock(
            stock=volume("c", 0), volume=volume("c", 2), concentration=conc("c", 1)
        ),
        "v1": stock_for(
            volume=volume("d", 2), concentration=conc("d", 1), stock_concentration=conc("d", 0)
        ),
        "serial": tuple(
            after_dilutions(concentration=x.conc("start"), folds=(fold,) * step)
            for step in range(1, steps + 1)
        ),
        "percent": percent_in_volume(concentration=percent, one_in_one=ONE_IN_ONE),
    }


@shows("E-054")
def cream_of_testosterone(x: Inputs) -> Answers:
    strength = percent_by_mass(drug=x.mass("dose"), preparation=x.mass("per"))
    part = per(x.volume("enhancer"), by=x.volume("formula"))
    with pytest.raises(KindError, match="preparation is a Volume"):
        liquid_in_volume(preparation=x.mass("batch"), strength=part)  # type: ignore[arg-type]
    batch = volume_of_mass(mass=x.mass("batch"), density=Density.of("1 g/mL"))  # stated, now
    return {
        "drug": drug_in_mass(preparation=x.mass("batch"), strength=strength),
        "enhancer_batch": liquid_in_volume(preparation=batch, strength=part),
    }


@shows("E-055")
def percent_of_an_unknown_total(x: Inputs) -> Answers:
    strengths = (x.ratio("p1"), x.ratio("p2"))
    rounded = preparation_around(fixed=x.mass("published_fixed"), strengths=strengths)
    exact = preparation_around(fixed=total(*x.each(Mass, "fixed")), strengths=strengths)
    return {
        "total": rounded,
        "hydroquinone": drug_in_mass(preparation=rounded, strength=x.ratio("p1")),
        "hydroquinone_unrounded": drug_in_mass(preparation=exact, strength=x.ratio("p1")),
    }


@shows("E-056")
def supply(x: Inputs) -> Answers:
    days = x.number("days")
    daily = volume_for(active=x.mass("dose"), concentration=x.conc("conc"))
    second = times(x.volume("volume2"), factor=x.number("per_day"))
    return {
        "daily_volume": daily,
        "total": times(daily, factor=days),
        "total2": times(second, factor=days),
        "dose2": active_in_volume(volume=x.volume("volume2"), concentration=x.conc("conc2")),
    }


@shows("E-058")
def half_strength(x: Inputs) -> Answers:
    with pytest.raises(AmountError):
        Concentration.of("half-strength")
    volume, strength = x.volume("volume"), x.conc("conc")
    halved = share(strength, parts=2)
    half_volume, double_volume = share(volume, parts=2), times(volume, factor=2)
    return {
        "reading_a_dose": active_in_volume(volume=volume, concentration=halved),
        "reading_b_dose": active_in_volume(volume=half_volume, concentration=strength),
        "reading_c_dose": active_in_volume(volume=double_volume, concentration=halved),
    }


@shows("E-059")
def no_displacement(x: Inputs) -> Answers:
    strength = concentration_of(active=x.mass("mass"), volume=x.volume("diluent"))
    dose = volume_for(active=x.mass("dose"), concentration=strength)
    return {"conc": strength, "dose_volume": dose}


# F: potency, salts and water


@shows("F-001")
def citric_acid(x: Inputs) -> Answers:
    hydrate, anhydrous = x.of(MolarMass, "mw_hyd"), x.of(MolarMass, "mw_anh")
    return {
        "factor": potency_as_form(potency=ALL, molar_mass=anhydrous, molar_mass_wanted=hydrate),
        "inverse": potency_as_form(potency=ALL, molar_mass=hydrate, molar_mass_wanted=anhydrous),
        "weigh": equivalent_mass(
            mass=x.mass("amount"), molar_mass=anhydrous, molar_mass_wanted=hydrate
        ),
    }


@shows("F-003")
def corrected_outside_limits_only(x: Inputs) -> Answers:
    """That house's policy; ours corrects in full unless it is told otherwise."""
    assay_limits = Span(x.text("low"), x.text("high"))
    water_limits = Span("0 %", x.text("lod_limit"))
    return {
        "corrected": not assay_limits.holds(x.ratio("assay")),
        "lod_corrected": not water_limits.holds(x.ratio("lod")),
    }


@shows("F-004")
def factor_for_water(x: Inputs) -> Answers:
    potency = potency_as_is(assay=ALL, water=x.ratio("water"), solvents=NONE)
    hydrate = x.of(MolarMass, "mw")
    anhydrous = difference(hydrate, less=x.of(MolarMass, "water_mw"))
    by_water = correction_factor(potency=potency)
    by_mass = potency_as_form(potency=ALL, molar_mass=anhydrous, molar_mass_wanted=hydrate)
    return {
        "factor": by_water,
        "mw_factor": by_mass,
        "difference": difference(by_water, less=by_mass),
        "factor_by_misprinted_formula": potency,
    }


@shows("F-005")
def dried(x: Inputs) -> Answers:
    wet, dry = x.mass("wet"), x.mass("dry")
    lost = difference(wet, less=dry)
    return {"lod": per(lost, by=wet), "dry_basis": per(lost, by=dry)}


@shows("F-007")
def loss_on_drying(x: Inputs) -> Answers:
    loss, sample = x.mass("loss"), x.mass("sample")
    return {
        "lod": per(loss, by=sample),
        "remaining": per(difference(sample, less=loss), by=sample),
    }


def standard_diluted(x: Inputs, *, pipetted: Volume) -> Concentration:
    """A standard of known potency, dissolved in v1, then pipetted and made up to v2."""
    active = active_in(mass=x.mass("weight"), potency=x.ratio("potency"))
    stock = concentration_of(active=active, volume=x.volume("v1"))
    return concentration_made(stock=pipetted, stock_concentration=stock, volume=x.volume("v2"))


@shows("F-010")
def standard_solution(x: Inputs) -> Answers:
    return {"ppm": standard_diluted(x, pipetted=x.volume("pip"))}


@shows("F-011")
def rasagiline(x: Inputs) -> Answers:
    salt = standard_diluted(x, pipetted=Volume.of("1 mL"))
    base = potency_as_form(
        potency=ALL,
        molar_mass=x.of(MolarMass, "salt"),
        molar_mass_wanted=x.of(MolarMass, "base"),
    )
    return {"conc_base": times(salt, factor=base), "conc_salt": salt}


@shows("F-015")
def molar_masses(x: Inputs) -> Answers:
    def atoms(**number: int) -> MolarMass:
        return total(*(times(x.of(MolarMass, name), factor=n) for name, n in number.items()))

    return {
        "CaCl2_2H2O": atoms(Ca=1, Cl=2, H=4, O=2),
        "KCl": atoms(K=1, Cl=1),
        "Li2CO3": atoms(Li=2, C=1, O=3),
    }


@shows("F-016")
def pentobarbital(x: Inputs) -> Answers:
    salt, base = x.of(MolarMass, "salt"), x.of(MolarMass, "base")
    return {"factor": potency_as_form(potency=ALL, molar_mass=salt, molar_mass_wanted=base)}


@shows("F-018")
def lithium_by_its_label(x: Inputs) -> Answers:
    label = concentration_of(active=x.mass("per"), volume=x.volume("vol"))
    return {f"v_{name}": volume_for(active=x.mass(name), concentration=label) for name in "abc"}


@shows("F-022")
def as_is_from_dry(x: Inputs) -> Answers:
    return {"as_is": potency_undried(assay=x.ratio("dry"), loss_on_drying=x.ratio("moisture"))}


# J: repeatability and accuracy


def by_scatter(repeatability: Mass) -> Mass:
    return minimum_by_repeatability(repeatability=repeatability, accepted_error=USP_41)


@shows("J-001")
def one_balance(x: Inputs) -> Answers:
    return {"min_weight": by_scatter(x.mass("s"))}


@shows("J-002", "J-004")
def several_balances(x: Inputs) -> Answers:
    return {"min_weight": tuple(by_scatter(one) for one in x.each(Mass, "s"))}


@shows("J-003")
def floor_not_limiting(x: Inputs) -> Answers:
    scatter, readability = x.mass("s"), x.mass("d")
    used = least_scatter(repeatability=scatter, readability=readability, least_part=LEAST_PART)
    return {
        "floor": part_of_amount(mass=readability, part=LEAST_PART),
        "min_weight": by_scatter(used),
    }


@shows("J-005")
def floor_limiting(x: Inputs) -> Answers:
    scatter, readability = x.mass("s"), x.mass("d")

    def least(part: Ratio) -> Mass:
        return by_scatter(
            least_scatter(repeatability=scatter, readability=readability, least_part=part)
        )

    old = Ratio.of("50 %")  # the older text's half of the readability
    return {
        "min_weight": least(LEAST_PART),
        "multiple_of_d": per(least(LEAST_PART), by=readability),
        "old_multiple_of_d": per(least(old), by=readability),
        "min_weight_without_floor": by_scatter(scatter),
    }


@shows("J-007")
def readability_taken_for_scatter(x: Inputs) -> Answers:
    readability = x.mass("d")
    least = part_of_amount(mass=readability, part=LEAST_PART)
    return {
        "min_weight_by_page_formula": by_scatter(readability),
        "floor": by_scatter(least),
    }


@shows("J-008")
def calibration_points(x: Inputs) -> Answers:
    points = tuple(zip(x.each(Mass, "nominal"), x.each(Mass, "indicated"), strict=True))
    errors = tuple(difference(indicated, less=nominal) for nominal, indicated in points)
    tolerance = x.ratio("tolerance")
    with pytest.raises(KindError, match="divides by zero"):
        per(errors[0], by=Mass.of("0 g"))
    return {
        "error_g": errors,
        "error_percent": tuple(
            per(error, by=nominal) for error, (nominal, _) in zip(errors, points, strict=True)
        ),
        "within": tuple(
            lowest_within(nominal=nominal, tolerance=tolerance)
            <= indicated
            <= highest_within(nominal=nominal, tolerance=tolerance)
            for nominal, indicated in points
        ),
        "zero_nominal_percent": "none",
    }


@shows("J-009")
def twice_the_scatter(x: Inputs) -> Answers:
    twice = times(x.mass("s"), factor=2)
    part = relative_error(error=twice, weighed=x.mass("weight"))
    passes = by_scatter(x.mass("s")) <= x.mass("weight")
    assert passes is (part <= x.ratio("limit"))
    return {"value": part, "passes": passes}


@shows("J-010")
def accuracy(x: Inputs) -> Answers:
    nominal, limit = x.mass("nominal"), x.ratio("limit")
    return {
        "low": lowest_within(nominal=nominal, tolerance=limit),
        "high": highest_within(nominal=nominal, tolerance=limit),
    }


# The rows are asserted


def _factor(answer: Amount, unit: str) -> Fraction:
    return answer.units[unit] if unit else Fraction(1)


def _printed(exact: Fraction, published: str, step: Fraction | None) -> Fraction:
    """The exact answer, rounded half up as the published one is printed."""
    decimals = len(published.partition(".")[2])
    increment = step or Fraction(1, 10**decimals)
    return whole(exact / increment, Mode.HALF_UP) * increment


def _assert_one(
    answer: Answer, expected: Any, published: str | None, said: Mapping[str, Any]
) -> None:
    if not isinstance(answer, Amount):
        assert answer == expected
        return
    exact = Fraction(expected)
    assert answer.base == exact * _factor(answer, said.get("unit", ""))
    if published is None:
        return
    step = said.get("printed_to")
    rounded = _printed(exact, published, Fraction(step) if step else None)
    if said["verdict"] == "as published":
        assert Fraction(published) == exact
    elif said["verdict"] == "rounded":
        assert Fraction(published) == rounded
    else:
        assert Fraction(published) != rounded, (
            "the published figure is right; the row says it is not"
        )


def _listed(of: Any) -> tuple[Any, ...]:
    return tuple(of) if isinstance(of, list | tuple) else (of,)


@pytest.mark.parametrize("name", [name for name in ROWS if name not in LEFT_OUT])
def test_a_published_row(name: str) -> None:
    row = ROWS[name]
    answers = SHOWN[name](Inputs(row))
    wanted = {one: said for one, said in row["answers"].items() if f"{name} {one}" not in LEFT_OUT}
    assert answers.keys() == wanted.keys()
    for one, said in wanted.items():
        exact = _listed(said["exact"])
        published = _listed(said["published"]) if "published" in said else (None,) * len(exact)
        if said["verdict"] == "rounded":
            assert any(map(operator.ne, map(Fraction, exact), map(Fraction, published)))
        for each in zip(_listed(answers[one]), exact, published, strict=True):
            _assert_one(*each, said)


def test_every_row_is_run_or_listed_with_its_reason() -> None:
    listed = {entry.partition(" ")[0] for entry in LEFT_OUT if " " not in entry}
    assert SHOWN.keys() | listed == ROWS.keys()
    assert not SHOWN.keys() & listed


def test_what_is_listed_is_there() -> None:
    for entry, reason in LEFT_OUT.items():
        row, _, answer = entry.partition(" ")
        assert not answer or answer in ROWS[row]["answers"]
        assert reason


def test_every_row_names_its_source_and_every_source_is_used() -> None:
    used = {key for row in ROWS.values() for key in row["source"]}
    assert used == _BOOK["meta"]["sources"].keys()
    assert {said["verdict"] for row in ROWS.values() for said in row["answers"].values()} == _BOOK[
        "meta"
    ]["verdicts"].keys()


def test_a_figure_that_is_wrong_in_print_is_asserted_as_the_exact_one() -> None:
    """So many rows say so; one more or less is a change to look at."""
    wrong = [
        f"{name} {one}"
        for name, row in ROWS.items()
        for one, said in row["answers"].items()
        if said["verdict"] in ("wrong", "rounded on the way")
    ]
    assert wrong == [
        "A-006 drug_per_part",
        "A-006 diluent_per_part",
        "A-007 aliquot",
        "C-001 diluent",
        "C-001 batch_diluent",
        "C-001 batch_total",
        "C-011 mcc_300",
        "C-014 size00_volume",
        "F-001 factor",
        "F-001 weigh",
    ]
