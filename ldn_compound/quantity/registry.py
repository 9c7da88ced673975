"""The door to pint: a quantity of any registry comes in exactly, and one goes out.

The units are read by name, never through the registry's own factors, which are binary floats; a
registry whose factors disagree with the names (somebody redefined the milligram) is refused.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from math import isclose
from numbers import Integral
from typing import Any, TypeVar

from ldn_compound.errors import AmountError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import Celsius, PerTablet, PerUnit, Ratio, VolumePerUnit
from ldn_compound.quantity.origins import Given

A = TypeVar("A", bound=Amount)

# pint's name: the dimensions it has here, and the coherent units in one of it
_NAMES: dict[str, tuple[dict[str, int], Fraction]] = {
    "nanogram": ({"mg": 1}, Fraction(1, 10**6)),
    "microgram": ({"mg": 1}, Fraction(1, 10**3)),
    "milligram": ({"mg": 1}, Fraction(1)),
    "gram": ({"mg": 1}, Fraction(10**3)),
    "kilogram": ({"mg": 1}, Fraction(10**6)),
    "microliter": ({"cm": 3}, Fraction(1, 10**3)),
    "milliliter": ({"cm": 3}, Fraction(1)),
    "liter": ({"cm": 3}, Fraction(10**3)),
    "cubic_centimeter": ({"cm": 3}, Fraction(1)),
    "centimeter": ({"cm": 1}, Fraction(1)),
    "mole": ({"mol": 1}, Fraction(1)),
    "dosage_unit": ({"unit": 1}, Fraction(1)),
    "tablet": ({"tablet": 1}, Fraction(1)),
    "percent": ({}, Fraction(1, 100)),
    "dimensionless": ({}, Fraction(1)),
    "day": ({"day": 1}, Fraction(1)),
    "minute": ({"min": 1}, Fraction(1)),
    "degree_Celsius": ({"degC": 1}, Fraction(1)),
}
# dimension: what anchors it in any registry, and the coherent units in one of that
_ANCHORS: dict[str, tuple[str, Fraction]] = {
    "mg": ("gram", Fraction(10**3)),
    "cm": ("meter", Fraction(100)),
    "mol": ("mole", Fraction(1)),
    "day": ("second", Fraction(1, 86_400)),
    "min": ("second", Fraction(1, 60)),
}
_FINEST = Fraction(1, 10**6)  # a stated amount is not finer than 1 ng or 1 nL


@cache
def own_registry() -> Any:
    """A pint registry with exact magnitudes that knows tablets and dosage units."""
    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    registry.load_definitions(
        files("ldn_compound.quantity").joinpath("units.txt").read_text("utf-8").splitlines()
    )
    return registry


def to_pint(amount: Amount, registry: Any = None) -> Any:
    """The amount as a pint quantity with a `Fraction` magnitude."""
    registry = own_registry() if registry is None else registry
    if isinstance(amount, Celsius):
        return registry.Quantity(amount.value, "degC")
    names = amount.pint_unit.split("/")
    if any(name not in registry for name in names if name != "dimensionless"):
        raise AmountError(
            f"this registry does not know {amount.pint_unit!r}: define the units as "
            "ldn_compound/quantity/units.txt does, or leave the registry out"
        )
    return registry.Quantity(amount.base, amount.pint_unit)


def from_pint(kind: type[A], quantity: Any, *, by: str, place: str | None = None) -> A:
    """Read a pint quantity of any registry exactly; a float by its shortest spelling."""
    dimensions, factor = _read_units(kind, quantity)
    if dimensions not in _dimensions_taken(kind):
        raise AmountError(
            f"'{_said(quantity)}': a {kind.__name__} is wanted, in {kind.pint_unit}, "
            f"such as '{kind.example}'"
        )
    value, stated = _magnitude(kind, quantity)
    base = value * factor
    finest = _FINEST * min(kind.scale, Fraction(1))  # in mL/g a coherent unit is 1000 of them
    if stated and kind is not Ratio and (base / finest).denominator != 1:
        raise AmountError(
            f"'{_said(quantity)}': finer than 1 ng or 1 nL, perhaps the residue of float "
            f"arithmetic; write {kind.__name__}.of('...') with the figure meant"
        )
    _refuse_other_definitions(quantity)
    return kind.in_base(base, Given(by, _said(quantity), place))


def _read_units(kind: type[Amount], quantity: Any) -> tuple[dict[str, int], Fraction]:
    dimensions: dict[str, int] = {}
    factor = Fraction(1)
    for name, power in dict(quantity.unit_items()).items():
        if name not in _NAMES or power != int(power):
            raise AmountError(
                f"'{_said(quantity)}': the unit {name!r} is not read here; convert it first, "
                f"quantity.to({kind.pint_unit!r})"
            )
        has, one = _NAMES[name]
        factor *= one ** int(power)
        for dimension, exponent in has.items():
            dimensions[dimension] = dimensions.get(dimension, 0) + exponent * int(power)
    return {name: power for name, power in dimensions.items() if power}, factor


def _dimensions_taken(kind: type[Amount]) -> tuple[dict[str, int], ...]:
    if kind is Celsius:
        return ({"degC": 1},)
    above, *below = kind.pint_unit.split("/")
    full = dict(_NAMES[above][0])
    for name in below:
        for dimension, exponent in _NAMES[name][0].items():
            full[dimension] = full.get(dimension, 0) - exponent
    if issubclass(kind, PerUnit | PerTablet | VolumePerUnit):
        return full, dict(_NAMES[above][0])  # "4.5 mg" is read as 4.5 mg in each
    return (full,)


def _magnitude(kind: type[Amount], quantity: Any) -> tuple[Fraction, bool]:
    number = quantity.magnitude
    if isinstance(number, bool):
        raise AmountError(
            f"'{_said(quantity)}': a truth value is no amount; write '{kind.example}'"
        )
    if isinstance(number, Integral):
        value, stated = Fraction(int(number)), True
    elif isinstance(number, Fraction):
        value, stated = number, False
    elif isinstance(number, float | Decimal):
        decimal = Decimal(repr(float(number))) if isinstance(number, float) else number
        if not decimal.is_finite() or abs(decimal.adjusted()) > 100:
            raise AmountError(f"'{_said(quantity)}' is no usable amount; write '{kind.example}'")
        value, stated = Fraction(decimal), True
    else:
        raise AmountError(
            f"'{_said(quantity)}': a magnitude of type {type(number).__name__} is not exact; "
            "give an int, Decimal, Fraction or float"
        )
    if value < 0:
        raise AmountError(f"'{_said(quantity)}': an amount is not negative; write '{kind.example}'")
    return value, stated


def _refuse_other_definitions(quantity: Any) -> None:
    registry = quantity._REGISTRY
    for name in dict(quantity.unit_items()):
        dimensions, one = _NAMES[name]
        if not set(dimensions) <= set(_ANCHORS):
            continue
        anchor, here = "dimensionless", one
        for dimension, power in dimensions.items():  # a named unit has one at most
            unit, factor = _ANCHORS[dimension]
            anchor, here = f"{unit}**{power}", one / factor**power
        probe = registry.Quantity(1, name)
        theirs = float(probe.to(anchor).magnitude) if probe.is_compatible_with(anchor) else None
        if theirs is None or not isclose(theirs, float(here)):
            said = "no such unit" if theirs is None else f"{theirs} {anchor}"
            raise AmountError(
                f"'{_said(quantity)}': in its registry 1 {name} is {said}, here it is "
                f"{float(here)} {anchor}; use a registry with the usual definitions"
            )


def _said(quantity: Any) -> str:
    """Magnitude and units; pint itself cannot write cm ** 3 of a registry of fractions."""
    units = dict(quantity.unit_items())
    above = [_to_the(name, power) for name, power in units.items() if power > 0]
    below = [f" / {_to_the(name, -power)}" for name, power in units.items() if power < 0]
    written = f"{' * '.join(above) or '1'}{''.join(below)}" if units else "dimensionless"
    return f"{quantity.magnitude} {written}"


def _to_the(name: str, power: Any) -> str:
    return name if power == 1 else f"{name} ** {power}"
