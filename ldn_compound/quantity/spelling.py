"""An amount is written as a number, a space and a unit: '4.5 mg'. Nothing is guessed.

'4500 MCG' is 4500 in mcg, with a note that shows a reviewer what was written. '5 mg/5 mL' is
5 / 5 = 1 in mg/mL, and '1 in 1000 w/v' is 100 / 1000 = 0.1 in % w/v, both with a note. '4,5 mg' is
refused: write the decimal mark as a point, '4.5 mg'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from ldn_compound.errors import AmountError
from ldn_compound.named import NamedTuple
from ldn_compound.quantity.decimals import (
    approximate_number,
    decimal,
    decimals_of,
    is_terminating,
    write_number,
)
from ldn_compound.quantity.unit_words import BASES, WORDS, UnitWord, finest_decimals

__all__ = ["Spelled", "approximate_number", "attempt", "is_terminating", "read", "write_number"]

LONGEST: Final = 40
"""Characters of the longest text that is looked at."""
SPACES: Final = " \u00a0\u202f\u2009"
"""Ordinary, no-break, narrow no-break and thin space: up to two may stand before the unit."""
# ASCII digits: \d would let in the digits of other scripts.
NUMBER: Final = r"(0|[1-9][0-9]*)(?:\.([0-9]+))?"

_AMOUNT: Final = re.compile(rf"{NUMBER}(.*)")
_GAP: Final = rf"[{SPACES}]{{1,2}}"
_BELOW_SLASH: Final = rf"{NUMBER} ?([^0-9. ].*)"
_RATIO_STRENGTH: Final = rf"(?:in |: ?){NUMBER} ?({'|'.join(BASES)})"

# Whoever reads a balance drops a note that opens with these words, so they never come first
# when there is something else to say.
_TRAILING_ZERO: Final = "trailing zero"
_PER: Final = "'per' for the slash"
_SEVERAL: Final = "stated for another amount than 1 below the slash"
_RATIO: Final = "ratio strength"


class Spelled(NamedTuple):
    """An amount as written: its number, its unit, and what a reviewer should know about it."""

    value: Fraction
    unit: str
    decimals: int
    note: str | None


class _Unit(NamedTuple):
    """A unit of several words: the number before it counts for so many (5, in 'mg/5 mL')."""

    unit: str
    for_: Fraction
    whys: tuple[str | None, ...]


def read(text: str, *, units: Mapping[str, object], example: str) -> Spelled:
    """The amount that `text` states in one of `units`; AmountError says what to write instead."""
    spelled = attempt(text)
    if spelled is None or spelled.unit not in units:
        # Loaded only once something is wrong, so that reading and importing stay quick.
        from ldn_compound.quantity.refusals import why_refused

        raise AmountError(why_refused(text, units=tuple(units), example=example))
    return spelled


def attempt(text: object) -> Spelled | None:
    """The amount that `text` states, in whatever unit; None where the grammar does not admit it."""
    if not isinstance(text, str) or len(text) > LONGEST:
        return None
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    whole, places, after = found.groups()
    rest = after.lstrip(SPACES)
    if len(after) - len(rest) > 2:
        return None
    word = WORDS.get(rest)
    if word is None:
        return _of_several_words(text, whole, places or "", rest)
    return _of_one_word(text, whole, places, word)


def _of_one_word(text: str, whole: str, places: str | None, word: UnitWord) -> Spelled | None:
    unit, why = word
    if places is None:
        spelled = Spelled(Fraction(int(whole)), unit, 0, None)
        return spelled if why is None else _noted(text, spelled, (why,))
    if len(places) > finest_decimals(unit):
        return None
    spelled = Spelled(decimal(whole, places), unit, len(places), None)
    if why is None and places[-1] != "0":
        return spelled
    return _noted(text, spelled, (why, _zero(places)))


def _of_several_words(text: str, whole: str, places: str, rest: str) -> Spelled | None:
    """A number with a quotient, or with a percentage or ratio strength and its basis."""
    rest = re.sub(_GAP, " ", rest)
    stated = decimal(whole, places)
    found = _one_word(rest) or _quotient(rest) or (_ratio_strength(rest) if stated == 1 else None)
    if found is None or not is_terminating(stated / found.for_):
        return None
    value = stated / found.for_
    decimals = len(places) if found.for_ == 1 else decimals_of(value)
    if max(decimals, len(places)) > finest_decimals(found.unit):
        return None
    return _noted(text, Spelled(value, found.unit, decimals, None), (*found.whys, _zero(places)))


def _one_word(rest: str) -> _Unit | None:
    word = WORDS.get(rest)
    return word and _Unit(word.unit, Fraction(1), (word.why_noted,))


def _quotient(rest: str) -> _Unit | None:
    """'mg/mL', 'mg per mL' or 'mg/5 mL', split once."""
    above, mark, below = rest.partition("/")
    if not mark:
        above, mark, below = rest.partition(" per ")
    over, (for_, under) = WORDS.get(above.rstrip(" ")), _below_slash(below.lstrip(" "))
    if over is None or under is None or not for_ or "/" in over.unit + under.unit:
        return None
    per, several = None if mark == "/" else _PER, None if for_ == 1 else _SEVERAL
    unit = f"{over.unit}/{under.unit.removesuffix('s')}"  # 'mg/capsule', though '90 capsules'
    return _Unit(unit, for_, (over.why_noted, under.why_noted, per, several))


def _below_slash(below: str) -> tuple[Fraction, UnitWord | None]:
    word = WORDS.get(below)
    if word is not None:
        return Fraction(1), word
    found = re.fullmatch(_BELOW_SLASH, below)
    if found is None:
        return Fraction(1), None
    whole, places, name = found.groups()
    return decimal(whole, places or ""), WORDS.get(name)


def _ratio_strength(rest: str) -> _Unit | None:
    """'in 1000 w/v' or ':1000 w/v', what follows the 1: 100 g in so many mL are 100 %."""
    found = re.fullmatch(_RATIO_STRENGTH, rest)
    if found is None:
        return None
    whole, places, basis = found.groups()
    parts = decimal(whole, places or "")
    return _Unit(f"% {basis}", parts / 100, (_RATIO,)) if parts else None


def _zero(places: str) -> str | None:
    return _TRAILING_ZERO if places.endswith("0") else None


def _noted(text: str, spelled: Spelled, whys: tuple[str | None, ...]) -> Spelled:
    said = "; ".join(dict.fromkeys(why for why in whys if why is not None))
    if not said:
        return spelled
    read_as = f"{write_number(spelled.value)} {spelled.unit}"
    return spelled._replace(note=f"{said}: {text.strip()!r} was read as {read_as}")
