"""Spellings of units that have hurt somebody, or could: why, and what is written instead."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ldn_compound.named import NamedTuple


class Slip(NamedTuple):
    """Why a spelling is refused, and the unit that is likely meant, where only one is."""

    why: str
    instead: str | None = None


# Each is said after the spelling: 'Mg' reads as mega.
_MEGA: Final = "reads as mega, or as something else"
_CAPITALS: Final = "has capitals that mean something else"
_PLURAL: Final = "is a plural, and a symbol has none"
_SHORT: Final = "is not the unit's symbol"
_GRAM: Final = "is not the symbol of gram and has been taken for grain"
_GAUSS: Final = "is gauss, or giga; the symbol of gram is a small g"
_CC: Final = "has been read as u, 00 and units"
_PART_LITRE: Final = "is a tenth or a hundredth of a litre; measure in mL"
_SHORTENED: Final = "is cut short"
_DAY: Final = "has been read as day and as dose"
_HOUSEHOLD: Final = "differs from one spoon, cup or dropper to the next; measure the volume in mL"
_APOTHECARY: Final = "is an apothecary or household measure; weigh in mg or g"
_UNITS: Final = "has been read as 0, 4, IV or 10, and is neither a mass nor a volume"
_MOLAR: Final = "needs the molar mass of the salt or base that is meant; state the mass"
_CHARGE: Final = "needs a valence and a molar mass; state the mass"
_TIME: Final = "is not read as a time; count in days"
_MILLION: Final = "is mg/L where it counts mass in volume, mg/kg where it counts mass in mass"
_BILLION: Final = "is in mass or in volume, and billion has two sizes"

_SLIPS: Final = (
    ("Mg", "mg", _MEGA),
    ("mG mgm Mgm", "mg", _SHORT),
    ("mgs Mgs MGS", "mg", _PLURAL),
    ("Mcg McG mcG MCg", "mcg", _MEGA),
    ("UG Ug uG \u00b5G \u03bcG", "mcg", _CAPITALS),
    ("mcgs MCGS ugs", "mcg", _PLURAL),
    ("mcgm mic mics", "mcg", _SHORT),
    ("NG Ng", "ng", _CAPITALS),
    ("KG Kg kG", "kg", _CAPITALS),
    ("kgs KGS kilo kilos", "kg", _SHORT),
    ("gm gms GM Gm GMS gs", "g", _GRAM),
    ("G", None, _GAUSS),
    ("ML Ml", "mL", _MEGA),
    ("mls mLs MLS", "mL", _PLURAL),
    ("cc CC c.c.", "mL", _CC),
    ("ccm cm^3", "mL", _SHORT),
    ("dL dl cL cl", None, _PART_LITRE),
    ("ltr ltrs Ltr lt", "L", _SHORT),
    ("pct", "%", _SHORT),
    ("cap caps Cap Caps CAP CAPS", "capsule", _SHORTENED),
    ("tab tabs Tab Tabs TAB TABS", "tablet", _SHORTENED),
    ("mins", "min", _PLURAL),
    ("d", "days", _DAY),
    ("h hr hrs hour hours wk week weeks mo month months yr year years", None, _TIME),
    (
        "tsp tsps teaspoon teaspoons teaspoonful teaspoonfuls tbsp tbsps tablespoon tablespoons"
        " tablespoonful tablespoonfuls dessertspoon dessertspoonful dsp spoon spoons spoonful"
        " drop drops gtt gtts cup cups",
        None,
        _HOUSEHOLD,
    ),
    (
        "gr grain grains minim minims dram drams scruple oz ounce ounces pint lb lbs pound pounds",
        None,
        _APOTHECARY,
    ),
    ("IU iu I.U. U u U. UN", None, _UNITS),
    ("mmol umol nmol mM uM nM \u00b5M \u03bcM mmol/L mol/L", None, _MOLAR),
    ("mEq meq MEQ mEq/L", None, _CHARGE),
    ("ppm", "mg/L", _MILLION),
    ("ppb", None, _BILLION),
)


class Choice(NamedTuple):
    """A spelling with several readings, and how far they are apart."""

    readings: tuple[str, ...]
    apart: str


AMBIGUOUS: Final[Mapping[str, Choice]] = MappingProxyType(
    {
        "m": Choice(("mg", "mL", "minim", "metre"), "of different kinds"),
        "M": Choice(("mol/L", "million", "mg"), "of different kinds"),
        "mcl": Choice(("microlitre", "mL", "mcg"), "1000 times apart"),
    }
)


def _slips() -> Iterator[tuple[str, Slip]]:
    for spellings, instead, why in _SLIPS:
        for spelling in spellings.split(" "):
            yield spelling, Slip(why, instead)


SLIPS: Final[Mapping[str, Slip]] = MappingProxyType(dict(_slips()))

SALTS: Final = frozenset(
    [
        "hcl",
        "hydrochloride",
        "base",
        "freebase",
        "dihydrate",
        "anhydrous",
        "hydrate",
        "hbr",
        "hydrobromide",
        "sulfate",
        "sulphate",
        "salt",
        "naltrexone",
    ]
)
"""Words that say what the milligrams count; they belong in a field of their own."""
