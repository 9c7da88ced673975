"""The door to pint: quantities of any registry come in exactly, and amounts go out again."""

import logging
import pickle
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import numpy as np
import pint
import pytest

from ldn_compound.errors import AmountError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import (
    KINDS,
    Celsius,
    Concentration,
    Days,
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
from ldn_compound.quantity.registry import own_registry

Registry = Any
BENCH_UNITS = ("dosage_unit = [dosage_unit]", "tablet = [tablet]")


@pytest.fixture(scope="module", params=["float", "Decimal", "Fraction"])
def registry(request: pytest.FixtureRequest) -> Registry:
    """A user's registry, not ours, whose non-integers are of either type."""
    types: dict[str, Any] = {"float": float, "Decimal": Decimal, "Fraction": Fraction}
    return pint.UnitRegistry(non_int_type=types[request.param])


class TestIn:
    """By name, exactly; a float by its shortest spelling."""

    @pytest.mark.parametrize(
        "magnitude", [4.5, Decimal("4.5"), Fraction(9, 2), np.float64(4.5)], ids=repr
    )
    def test_a_magnitude_of_each_exact_type(self, registry: Registry, magnitude: object) -> None:
        assert Mass.of(registry.Quantity(magnitude, "mg")) == Mass.of("4.5 mg")

    @pytest.mark.parametrize("magnitude", [4, np.int64(4), np.int32(4), np.uint8(4)], ids=repr)
    def test_a_whole_magnitude(self, registry: Registry, magnitude: object) -> None:
        assert Mass.of(registry.Quantity(magnitude, "mg")) == Mass.of("4 mg")

    @pytest.mark.parametrize(
        ("magnitude", "unit"),
        [
            (4.5, "mg"),
            (0.0045, "g"),  # × 1000 = 4.5 mg
            (4500, "mcg"),  # ÷ 1000 = 4.5 mg
            (4500.0, "microgram"),
            (4500, "µg"),
            (0.0000045, "kg"),  # × 1 000 000 = 4.5 mg
            (4_500_000, "ng"),  # ÷ 1 000 000 = 4.5 mg
        ],
    )
    def test_mg_g_and_mcg_are_exact(self, registry: Registry, magnitude: float, unit: str) -> None:
        quantity = registry.Quantity(magnitude, unit)
        assert Mass.of(quantity).value == Fraction(9, 2)

    def test_a_tenth_is_a_tenth(self, registry: Registry) -> None:
        # 0.1 as a binary float is 0.1000000000000000055...; 0.1 g is 100 mg all the same
        assert Mass.of(registry.Quantity(0.1, "g")).value == 100

    @pytest.mark.parametrize(
        ("kind", "magnitude", "unit", "same"),
        [
            (Volume, 0.25, "L", "250 mL"),
            (Volume, 5, "cc", "5 mL"),
            (Volume, 5, "cm**3", "5 mL"),
            (Volume, 500, "uL", "0.5 mL"),
            (Concentration, 1, "mg/mL", "1 mg/mL"),
            (Concentration, 1, "g/L", "1 mg/mL"),
            (Density, 0.46, "g/mL", "0.46 g/mL"),
            (Density, 0.46, "g/cm**3", "0.46 g/mL"),
            (SpecificVolume, 0.7234, "mL/g", "0.7234 mL/g"),
            (MolarMass, 377.86, "g/mol", "377.86 g/mol"),
            (Ratio, 0.995, "", "99.5 %"),
            (Ratio, 99.5, "percent", "99.5 %"),
            (Days, 180, "day", "180 days"),
            (Celsius, 25, "degC", "25 °C"),
            (PerUnit, 4.5, "mg", "4.5 mg"),
            (PerTablet, 50, "mg", "50 mg"),
            (VolumePerUnit, 0.37, "mL", "0.37 mL"),
        ],
    )
    def test_each_kind_by_its_units(
        self, registry: Registry, kind: type[Amount], magnitude: float, unit: str, same: str
    ) -> None:
        assert kind.of(registry.Quantity(magnitude, unit)) == kind.of(same)

    def test_users_units_of_the_bench_by_name(self) -> None:
        users = pint.UnitRegistry()
        for line in BENCH_UNITS:
            users.define(line)
        assert PerTablet.of(users.Quantity(50, "mg/tablet")) == PerTablet.of("50 mg")
        assert PerUnit.of(users.Quantity(4.5, "mg/dosage_unit")) == PerUnit.of("4.5 mg")
        assert UnitCount.of(users.Quantity(90, "dosage_unit")) == UnitCount.of(90)
        assert TabletCount.of(users.Quantity(8.25, "tablet")) == TabletCount.of("8.25 tablets")

    def test_what_pint_computed_exactly(self) -> None:
        fractions = pint.UnitRegistry(non_int_type=Fraction)
        # 450 mg in 100 capsules' worth, a third of it: 450 ÷ 3 = 150 mg; and 1 ÷ 3 mg stays whole
        assert Mass.of(fractions.Quantity(450, "mg") / 3) == Mass.of("150 mg")
        third = Mass.of(fractions.Quantity(Fraction(1, 3), "mg"))
        assert third.value == Fraction(1, 3)

    def test_it_is_given_with_its_own_spelling(self, registry: Registry) -> None:
        quantity = registry.Quantity(Decimal("0.0045"), "g")
        assert Mass.of(quantity, by="the order").origin == Given("the order", "0.0045 gram")

    def test_zero(self, registry: Registry) -> None:
        assert Mass.of(registry.Quantity(0, "mg")).is_zero


class TestRefused:
    @pytest.mark.parametrize("residue", [0.1 + 0.2, 3 * 1.1, 1 / 3], ids=repr)
    def test_the_residue_of_float_arithmetic(self, registry: Registry, residue: float) -> None:
        # 0.1 + 0.2 is 0.30000000000000004 in binary: 17 digits, far below 1 ng
        with pytest.raises(AmountError, match=r"finer than 1 ng .*write Mass\.of"):
            Mass.of(registry.Quantity(residue, "mg"))

    def test_a_decimal_below_one_nanogram(self, registry: Registry) -> None:
        assert Mass.of(registry.Quantity(Decimal("0.000001"), "mg")) == Mass.of("1 ng")
        with pytest.raises(AmountError, match="finer than 1 ng"):
            Mass.of(registry.Quantity(Decimal("0.0000001"), "mg"))

    @pytest.mark.parametrize(
        "unusable",
        [float("nan"), float("inf"), -float("inf"), Decimal("NaN"), Decimal("Infinity"), 1e300],
        ids=repr,
    )
    def test_what_is_no_number(self, registry: Registry, unusable: object) -> None:
        with pytest.raises(AmountError, match=r"no usable amount; write '4\.5 mg'"):
            Mass.of(registry.Quantity(unusable, "mg"))

    @pytest.mark.parametrize(
        "inexact",
        [np.float32(4.5), np.array(4.5), np.array([4.5]), np.array([4.5, 3.0]), 4.5 + 0j],
        ids=repr,
    )
    def test_a_magnitude_that_is_not_exact(self, inexact: object) -> None:
        with pytest.raises(AmountError, match="is not exact; give an int"):
            Mass.of(pint.UnitRegistry().Quantity(inexact, "mg"))

    @pytest.mark.parametrize(
        "negative", [-4.5, -0.5, -4, Decimal("-0.05"), Fraction(-1, 3)], ids=repr
    )
    def test_a_negative_magnitude(self, registry: Registry, negative: object) -> None:
        with pytest.raises(AmountError, match="not negative"):
            Mass.of(registry.Quantity(negative, "mg"))

    @pytest.mark.parametrize(
        ("kind", "unit"),
        [
            (Mass, "mL"),
            (Mass, ""),
            (Mass, "mg/mL"),
            (Mass, "mg**2"),
            (Mass, "1/mg"),
            (Volume, "mg"),
            (Volume, "cm"),
            (Concentration, "mg"),
            (Concentration, "mL/mg"),
            (Density, "g"),
            (Ratio, "mg"),
            (UnitCount, ""),
            (TabletCount, ""),
            (Days, "minute"),
            (PerUnit, "mL"),
            (PerTablet, "mL"),
        ],
    )
    def test_a_wrong_dimension(self, registry: Registry, kind: type[Amount], unit: str) -> None:
        with pytest.raises(AmountError, match=rf"{kind.__name__} is wanted"):
            kind.of(registry.Quantity(5, unit))

    def test_a_tablets_mass_is_no_capsules(self) -> None:
        ours = own_registry()
        with pytest.raises(AmountError, match="PerUnit is wanted"):
            PerUnit.of(ours.Quantity(50, "mg/tablet"))
        with pytest.raises(AmountError, match="PerTablet is wanted"):
            PerTablet.of(ours.Quantity(50, "mg/dosage_unit"))

    @pytest.mark.parametrize(
        "unit", ["pound", "grain", "metric_ton", "Mg", "hour", "degF", "mg/kg"]
    )
    def test_a_unit_that_is_not_read_here(self, registry: Registry, unit: str) -> None:
        with pytest.raises(AmountError):
            Mass.of(registry.Quantity(5, unit))

    def test_the_refusal_says_how_to_convert(self, registry: Registry) -> None:
        with pytest.raises(AmountError, match=r"'pound' is not read .*quantity\.to\('milligram'\)"):
            Mass.of(registry.Quantity(5, "pound"))

    def test_part_of_a_capsule(self) -> None:
        with pytest.raises(AmountError, match="whole"):
            UnitCount.of(own_registry().Quantity(89.5, "dosage_unit"))

    def test_a_unit_alone_is_no_amount(self, registry: Registry) -> None:
        with pytest.raises(AmountError, match="is text with its unit"):
            Mass.of(registry.mg)


@cache
def _redefined(line: str) -> Registry:
    """A registry in which somebody gave one unit another meaning."""
    registry = pint.UnitRegistry()
    logging.getLogger("pint").setLevel(logging.ERROR)  # it logs every redefinition
    registry.define(line)
    return registry


class TestRedefined:
    """The names are read; where a registry means something else by one, the amount is refused."""

    @pytest.mark.parametrize(
        ("line", "kind", "magnitude", "unit"),
        [
            ("milligram = 2e-6 gram = mg", Mass, 4.5, "mg"),
            ("milligram = 2e-6 gram = mg", PerUnit, 4.5, "mg"),
            ("milligram = 2e-6 gram = mg", Concentration, 4.5, "mg/mL"),
            ("microgram = 5e-6 gram = ug", Mass, 4500, "ug"),
            ("liter = 2 * decimeter ** 3 = L", Volume, 1, "L"),
            ("liter = 2 * decimeter ** 3 = L", Volume, 100, "mL"),
            ("liter = 2 * decimeter ** 3 = L", Concentration, 1, "mg/mL"),
            ("centimeter = 0.02 meter = cm", Volume, 5, "cm**3"),
            ("day = 10 hour = d", Days, 180, "day"),
            ("milli- = 1e-2 = m-", Mass, 4.5, "mg"),
        ],
    )
    def test_it_is_refused(
        self,
        line: str,
        kind: type[Amount],
        magnitude: float,
        unit: str,
    ) -> None:
        quantity = _redefined(line).Quantity(magnitude, unit)
        with pytest.raises(AmountError, match="use a registry with the usual definitions"):
            kind.of(quantity)

    def test_another_unit_redefined_does_no_harm(self) -> None:
        odd = _redefined("pound = 500 gram = lb")
        assert Mass.of(odd.Quantity(4.5, "mg")) == Mass.of("4.5 mg")

    def test_the_units_of_the_bench_need_not_be_ours(self) -> None:
        users = pint.UnitRegistry()
        users.define("tablet = 1 = tab")  # a bare number for many: its name is what is read
        assert PerTablet.of(users.Quantity(50, "mg/tablet")) == PerTablet.of("50 mg")


class TestPickled:
    def test_a_pickled_quantity_of_another_registry(self) -> None:
        quantity = pint.UnitRegistry().Quantity(4.5, "mg")
        again = pickle.loads(pickle.dumps(quantity))
        assert again._REGISTRY is not quantity._REGISTRY
        assert Mass.of(again) == Mass.of("4.5 mg")

    def test_a_pickled_quantity_with_an_exact_magnitude(self) -> None:
        quantity = pint.UnitRegistry(non_int_type=Fraction).Quantity(Fraction(1, 3), "g")
        again = pickle.loads(pickle.dumps(quantity))
        # 1 ÷ 3 g × 1000 = 1000 ÷ 3 mg
        assert Mass.of(again).value == Fraction(1000, 3)


class TestOut:
    @pytest.mark.parametrize("kind", KINDS)
    def test_there_and_back(self, kind: type[Amount]) -> None:
        amount = kind.of(kind.example)
        assert kind.of(amount.to_pint()) == amount

    @pytest.mark.parametrize(
        "kind", [Mass, Volume, Concentration, Density, SpecificVolume, MolarMass, Ratio, PerUnit]
    )
    def test_a_number_without_end_there_and_back(self, kind: type[Amount]) -> None:
        third = kind.of(Fraction(1, 3), kind.unit)
        assert kind.of(third.to_pint()) == third

    def test_the_magnitude_is_exact(self) -> None:
        quantity = Mass.of("0.1 mg").to_pint()
        assert quantity.magnitude == Fraction(1, 10)
        assert isinstance(quantity.magnitude, Fraction)
        assert quantity.to("gram").magnitude == Fraction(1, 10_000)

    def test_density_in_the_units_of_a_bench(self) -> None:
        # 0.46 g/mL = 460 mg/mL
        density = Density.of("0.46 g/mL").to_pint()
        assert density.to("gram/milliliter").magnitude == Fraction(46, 100)

    def test_into_a_users_registry(self, registry: Registry) -> None:
        quantity = Mass.of("4.5 mg").to_pint(registry)
        assert quantity._REGISTRY is registry
        assert quantity == registry.Quantity(Fraction(9, 2), "mg")

    @pytest.mark.parametrize("amount", [PerUnit.of("4.5 mg"), TabletCount.of(9)], ids=str)
    def test_a_registry_that_does_not_know_the_unit(
        self, registry: Registry, amount: Amount
    ) -> None:
        with pytest.raises(AmountError, match=r"does not know .*units\.txt"):
            amount.to_pint(registry)

    def test_capsule_is_another_word_for_a_dosage_unit(self) -> None:
        ours = own_registry()
        assert UnitCount.of(ours.Quantity(90, "capsule")) == UnitCount.of(90)
        assert ours.Quantity(1, "dosage_unit").is_compatible_with("tablet") is False
