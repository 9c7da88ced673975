"""The kinds of amount: the kind is the unit; a dose and a strength per unit stay apart."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Never, Self

from ldn_compound.errors import AmountError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.exact import exact, exactly
from ldn_compound.quantity.origins import Given

_MASS = {
    "mg": Fraction(1),
    "mcg": Fraction(1, 10**3),
    "ng": Fraction(1, 10**6),
    "g": Fraction(10**3),
    "kg": Fraction(10**6),
}
_VOLUME = {"mL": Fraction(1), "mcL": Fraction(1, 10**3), "L": Fraction(10**3)}


def _per(units: dict[str, Fraction], *words: str) -> dict[str, Fraction]:
    return {f"{unit}/{word}": factor for unit, factor in units.items() for word in words}


class Mass(Amount):
    """A mass, in mg."""

    __slots__ = ()
    unit = "mg"
    units = MappingProxyType(_MASS)
    example = "4.5 mg"
    pint_unit = "milligram"


class Volume(Amount):
    """A volume, in mL."""

    __slots__ = ()
    unit = "mL"
    units = MappingProxyType(_VOLUME)
    example = "100 mL"
    pint_unit = "milliliter"


class Concentration(Amount):
    """Mass of active in a volume, in mg/mL; also written as % w/v (g in 100 mL)."""

    __slots__ = ()
    unit = "mg/mL"
    units = MappingProxyType(
        {
            **_per(_MASS, "mL"),
            "mg/L": Fraction(1, 10**3),
            "g/L": Fraction(1),
            "% w/v": Fraction(10),
        }
    )
    example = "1 mg/mL"
    pint_unit = "milligram/milliliter"


class Density(Amount):
    """Mass of a powder or liquid in the volume it fills, in g/mL."""

    __slots__ = ()
    unit = "g/mL"
    units = MappingProxyType(
        {"g/mL": Fraction(10**3), "mg/mL": Fraction(1), "kg/L": Fraction(10**3)}
    )
    example = "0.46 g/mL"
    pint_unit = "milligram/milliliter"
    scale = exactly(10**3)


class SpecificVolume(Amount):
    """Volume that a mass takes up, in mL/g."""

    __slots__ = ()
    unit = "mL/g"
    units = MappingProxyType({"mL/g": Fraction(1, 10**3)})
    example = "0.72 mL/g"
    pint_unit = "milliliter/milligram"
    scale = exactly(Fraction(1, 10**3))


class MolarMass(Amount):
    """Molar mass, in g/mol."""

    __slots__ = ()
    unit = "g/mol"
    units = MappingProxyType({"g/mol": Fraction(10**3)})
    example = "377.86 g/mol"
    pint_unit = "milligram/mole"
    scale = exactly(10**3)


class PerUnit(Amount):
    """Mass in one dosage unit (capsule), in mg/unit."""

    __slots__ = ()
    unit = "mg/unit"
    units = MappingProxyType({**_per(_MASS, "unit", "capsule"), **_MASS})
    example = "4.5 mg"
    pint_unit = "milligram/dosage_unit"


class VolumePerUnit(Amount):
    """Volume that one dosage unit (a capsule shell) holds, in mL/unit."""

    __slots__ = ()
    unit = "mL/unit"
    units = MappingProxyType({**_per(_VOLUME, "unit", "capsule"), **_VOLUME})
    example = "0.3 mL"
    pint_unit = "milliliter/dosage_unit"


class PerTablet(Amount):
    """Mass in, or of, one tablet, in mg/tablet."""

    __slots__ = ()
    unit = "mg/tablet"
    units = MappingProxyType({**_per(_MASS, "tablet"), **_MASS})
    example = "50 mg"
    pint_unit = "milligram/tablet"


class Ratio(Amount):
    """A part of a whole, written in percent."""

    __slots__ = ()
    unit = "%"
    units = MappingProxyType({"%": Fraction(1, 100)})
    example = "99.5 %"
    pint_unit = "dimensionless"
    scale = exactly(Fraction(1, 100))

    if TYPE_CHECKING:

        def __sub__(self, other: Self | int) -> Never: ...
        def __radd__(self, other: int) -> Never: ...
        def __rsub__(self, other: int) -> Never: ...
        def __rtruediv__(self, other: int) -> Never: ...


class Days(Amount):
    """A number of days."""

    __slots__ = ()
    unit = "days"
    units = MappingProxyType({"days": Fraction(1)})
    example = "180 days"
    pint_unit = "day"


class Minutes(Amount):
    """A number of minutes."""

    __slots__ = ()
    unit = "min"
    units = MappingProxyType({"min": Fraction(1)})
    example = "5 min"
    pint_unit = "minute"


class Celsius(Amount):
    """A storage temperature; the catalogue states them, no equation uses them."""

    __slots__ = ()
    unit = "°C"
    units = MappingProxyType({"°C": Fraction(1)})
    example = "25 °C"
    pint_unit = "degC"


class _Count(Amount):
    __slots__ = ()
    parts: ClassVar[int] = 1
    """Into how many parts one can be divided."""

    @classmethod
    def _stated(
        cls,
        stated: object,
        unit: str | None = None,
        *,
        by: str,
        place: str | None = None,
        reading: bool = False,
    ) -> Self:
        if isinstance(stated, int) and not isinstance(stated, bool) and unit is None:
            count = exact(stated, instead=f"a whole number, such as {cls.example}")
            return cls.in_base(count, Given(by, str(stated), place))
        if isinstance(stated, float) and stated.is_integer() and unit is None:
            raise AmountError(f"{stated!r}: a count is whole; write {int(stated)}")
        if isinstance(stated, float) and unit is None and not (stated * cls.parts).is_integer():
            raise cls._broken(stated)
        amount = super()._stated(stated, unit, by=by, place=place, reading=reading)
        if (amount.base * cls.parts).denominator != 1:
            raise cls._broken(stated)
        return amount

    @classmethod
    def _broken(cls, stated: object) -> AmountError:
        pieces = "whole" if cls.parts == 1 else "counted in quarters"
        return AmountError(f"{stated!r}: {cls.__name__} is {pieces}; write '{cls.example}'")


class UnitCount(_Count):
    """A number of dosage units (capsules); a plain int will do."""

    __slots__ = ()
    unit = "units"
    units = MappingProxyType({"units": Fraction(1), "capsules": Fraction(1)})
    example = "90 capsules"
    pint_unit = "dosage_unit"


class TabletCount(_Count):
    """A number of tablets, in quarters; a plain int will do."""

    __slots__ = ()
    unit = "tablets"
    units = MappingProxyType({"tablets": Fraction(1)})
    example = "9 tablets"
    pint_unit = "tablet"
    parts = 4


KINDS: tuple[type[Amount], ...] = (
    Mass,
    Volume,
    Concentration,
    Density,
    SpecificVolume,
    MolarMass,
    PerUnit,
    VolumePerUnit,
    PerTablet,
    UnitCount,
    TabletCount,
    Ratio,
    Days,
    Minutes,
    Celsius,
)
