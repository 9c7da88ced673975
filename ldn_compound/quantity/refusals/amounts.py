"""A good amount in the wrong place: another kind of unit, a rate, digits nobody can measure."""

import re
from typing import Final

from ldn_compound.quantity.refusals.asked import Asked
from ldn_compound.quantity.spelling import NUMBER, Spelled, attempt
from ldn_compound.quantity.unit_words import BASES, WORDS, finest_decimals

_PER_WEIGHT: Final = ("kg",)
_PER_TIME: Final = ("day", "min", "h", "hour", "d", "week", "month")


def other_unit(asked: Asked) -> str | None:
    """It reads as an amount, but in a unit that is not asked for here."""
    spelled = attempt(asked.text)
    if spelled is None or spelled.unit in asked.units:
        return None
    below = spelled.unit.partition("/")[2]
    if below in _PER_WEIGHT and "mg" in asked.units:
        return _per_weight(asked)
    if below in _PER_TIME:
        return _per_time(asked)
    return _basis(asked, spelled) or (
        f"{spelled.unit!r} is not a unit of what is wanted here; "
        f"write an amount like '{asked.example}'"
    )


def _per_weight(asked: Asked) -> str:
    return (
        "a dose per body weight is no dose until it is multiplied by a weight; "
        f"write the dose itself, such as '{asked.example}'"
    )


def _per_time(asked: Asked) -> str:
    return f"a rate is not one amount; write the amount of one dose, such as '{asked.example}'"


def _basis(asked: Asked, spelled: Spelled) -> str | None:
    """'0.1 %' of what, in what?"""
    readings = [said for basis in BASES if (said := asked.instead(f"{asked.text} {basis}"))]
    if spelled.unit != "%" or not readings:
        return None
    return f"percent of what is not said; write {' or '.join(readings)}, w/v for g in 100 mL"


def per_body_or_time(asked: Asked) -> str | None:
    """'5 mg/kg/day', '5 mg/d', '5 mg/m2'."""
    found = re.fullmatch(rf"{NUMBER} ?([A-Za-z]+) ?(?:/|per) ?([A-Za-z0-9]+)(?:/.*)?", asked.text)
    if found is None or found.group(3) not in WORDS:
        return None
    below = found.group(4)
    if below in ("kg", "m2", "lb"):
        return _per_weight(asked)
    return _per_time(asked) if below in _PER_TIME else None


def too_fine(asked: Asked) -> str | None:
    """More digits than anything on the bench can give."""
    found = re.fullmatch(rf"{NUMBER}( *)(.*)", asked.text)
    spelled = attempt(f"1{found.group(3)}{found.group(4)}") if found else None
    if found is None or spelled is None or found.group(2) is None:
        return None
    allowed = finest_decimals(spelled.unit)
    if len(found.group(2)) <= allowed:
        return None
    if spelled.unit in ("days", "units", "capsules"):
        return f"{spelled.unit} are counted whole; write a whole number, such as '{asked.example}'"
    digits = f"at most {allowed} digits after the point" if allowed else "no digits after the point"
    trimmed = f"{found.group(1)}.{found.group(2)}".rstrip("0").rstrip(".")
    remedy = asked.write(f"{trimmed} {found.group(4)}")
    return f"finer than can be stated; an amount in {spelled.unit} has {digits}; {remedy}"


def endless(asked: Asked) -> str | None:
    """'10 mg/15 mL', '1 in 3000 w/v': division that does not come out."""
    found = re.fullmatch(rf"{NUMBER} ?(?:in|:|[^0-9.]+(?:/|per)) ?{NUMBER} ?(.+)", asked.text)
    if found is None:
        return None
    without = asked.text[: found.start(3)] + "1 " + found.group(5)
    spelled = attempt(without)
    if spelled is None or spelled.unit not in asked.units:
        return None
    if found.group(3) == "0" and not (found.group(4) or "").strip("0"):
        return f"it divides by zero; {asked.write()}"
    return (
        "the division has no end, or more digits than can be stated; write the two amounts apart, "
        f"or an exact fraction with its unit, or a decimal such as '{asked.example}'"
    )


CHECKS: Final = (other_unit, too_fine, per_body_or_time, endless)
