"""The spellings of a unit that can be read in one way only; every other spelling is refused.

A closed list. Symbols are spelt as the lists of error-prone abbreviations ask (mcg, mL); a spelling
with one meaning that has been misread somewhere carries the reason a reviewer is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ldn_compound.named import NamedTuple


class UnitWord(NamedTuple):
    """What one spelling of a unit means, and why a reviewer should see it, if at all."""

    unit: str
    why_noted: str | None = None


BASES: Final = ("w/v", "w/w", "v/v")
"""What a percentage or a ratio strength counts: grams or mL, in 100 mL or 100 g."""

_PLAIN: Final = {
    "mg": "mg milligram milligrams milligramme milligrammes",
    "mcg": "mcg microgram micrograms microgramme microgrammes",
    "ng": "ng nanogram nanograms nanogramme nanogrammes",
    "g": "g gram grams gramme grammes",
    "kg": "kg kilogram kilograms kilogramme kilogrammes",
    "mL": "mL ml milliliter milliliters millilitre millilitres",
    "mcL": "mcL microliter microliters microlitre microlitres",
    "L": "L liter liters litre litres",
    "mol": "mol",
    "days": "days day",
    "min": "min minute minutes",
    "°C": "°C C",
    "units": "units unit",
    "capsules": "capsules capsule",
    "tablets": "tablets tablet",
}

# Quotients that are read every day; any other is put together from the words above.
_QUOTIENTS: Final = (
    "mg/mL mcg/mL g/mL mg/L g/L mL/g g/mol mg/unit mg/capsule mg/tablet mL/unit mL/capsule"
)

_PERCENT: Final = ("%", "percent", "per cent")

_UPPER: Final = "unit in upper case"
_MICRO: Final = "sign for micro, which has been misread as milli"
_ELL: Final = "lower-case l for litre, which looks like 1"
_CUBIC: Final = "cubic centimetre for mL"

_NOTED: Final = (
    ("mg", "MG", _UPPER),
    ("mcg", "MCG", _UPPER),
    # MICRO SIGN (U+00B5) and GREEK SMALL LETTER MU (U+03BC) look alike and count alike.
    ("mcg", "ug \u00b5g \u03bcg", _MICRO),
    ("mcL", "uL \u00b5L \u03bcL ul \u00b5l \u03bcl", _MICRO),
    ("L", "l", _ELL),
    ("mL", "cm3 cm\u00b3", _CUBIC),
)

# Digits after the point that a stated amount may have: 1 ng and 1 nL are the finest, also per mL;
# days and capsules are whole, tablets are divided into quarters.
_FINEST: Final = {
    "ng": 0,
    "mcg": 3,
    "mg": 6,
    "g": 9,
    "kg": 12,
    "mcL": 3,
    "mL": 6,
    "L": 9,
    "days": 0,
    "units": 0,
    "capsules": 0,
    "tablets": 2,
}
_FINEST_PER_LITRE: Final = {"mg/L": 3, "g/L": 6, "kg/L": 9, "% w/v": 7}
_FINEST_OF_OTHERS: Final = 9


def _words() -> Iterator[tuple[str, UnitWord]]:
    for unit, spellings in _PLAIN.items():
        word = UnitWord(unit)
        yield from ((spelling, word) for spelling in spellings.split(" "))
    for quotient in _QUOTIENTS.split(" "):
        yield quotient, UnitWord(quotient)
    for unit, spellings, why in _NOTED:
        word = UnitWord(unit, why)
        yield from ((spelling, word) for spelling in spellings.split(" "))
    for percent in _PERCENT:
        yield percent, UnitWord("%")
        for basis in BASES:
            yield f"{percent} {basis}", UnitWord(f"% {basis}")
    for basis in BASES:
        yield f"%{basis}", UnitWord(f"% {basis}")


WORDS: Final[Mapping[str, UnitWord]] = MappingProxyType(dict(_words()))


def finest_decimals(unit: str) -> int:
    """Digits after the point that an amount in this unit may be stated with."""
    above = unit.partition("/")[0]
    return _FINEST_PER_LITRE.get(unit, _FINEST.get(above, _FINEST_OF_OTHERS))
