"""Characters that look like a digit, a point or a letter of a unit, and are not."""

import re
import unicodedata
from fractions import Fraction
from typing import Final

from ldn_compound.quantity.decimals import exact_number, write_number
from ldn_compound.quantity.refusals.asked import Asked
from ldn_compound.quantity.spelling import NUMBER

_ALLOWED: Final = "\u00b5\u03bc\u00b0\u00b3"  # micro sign, mu, degree sign, superscript three
_CONTROLS: Final = {"\n": "a line break", "\r": "a line break", "\t": "a tab"}
_ABOUT: Final = "\u2248\u223c"  # almost equal, tilde operator
_LIMITS: Final = "\u2264\u2265\u00b1"  # at most, at least, plus-minus
_POINTS: Final = "\u00b7\u066b\u2219\u22c5"  # middle dot, Arabic decimal separator, two dots
_SLASHES: Final = "\u2044\u2215"
_QUOTES: Final = "\u2018\u2019\u02bc\u2032\u00b4"
GROUPED: Final = r"[0-9]{1,3}(?:'[0-9]{3})+(?![0-9'])"
"""Digits in threes with an apostrophe between them, the Swiss way."""
_MINUS: Final = "\u2212"
_PER_MILLE: Final = "\u2030"
_FULL_WIDTH_COMMA: Final = "\uff0c"
_ARABIC_THOUSANDS: Final = "\u066c"
# Russian and Ukrainian abbreviations; their letters look like Latin ones in many fonts.
_CYRILLIC: Final = {
    "\u043c\u043a\u0433": "mcg",
    "\u043c\u0433": "mg",
    "\u043a\u0433": "kg",
    "\u0433": "g",
    "\u043c\u043a\u043b": "mcL",
    "\u043c\u043b": "mL",
    "\u043b": "L",
    "\u043c": "m",
}
# Old gamma for microgram, degree Celsius and cc as one sign, the ordinal sign for degree.
_OTHER_SIGNS: Final = {"\u03b3": "mcg", "\u2103": "°C", "\u33c4": "mL", "\u00ba": "°"}


def blank(asked: Asked) -> str | None:
    return None if asked.text else f"nothing is written; {asked.write()}"


def control(asked: Asked) -> str | None:
    """A line break, a tab, an invisible character: two cells or a page pasted together."""
    for character in asked.text:
        if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cs", "Cn"):
            what = _CONTROLS.get(character, f"the invisible character {_named(character)}")
            return f"{what} stands inside; type the amount anew, such as '{asked.example}'"
    return None


def foreign(asked: Asked) -> str | None:
    """The first character that is neither ASCII nor part of a unit, and what to type for it."""
    strange = next((c for c in asked.text if not c.isascii() and c not in _ALLOWED), None)
    if strange is None:
        return None
    said = f"{strange!r} is {_named(strange)}"
    special = _meaning(strange, asked)
    return f"{said}; {special or asked.write(_plain(asked.text), verb='type')}"


def _meaning(strange: str, asked: Asked) -> str | None:
    """What to say of a character that has a meaning of its own."""
    if strange == _MINUS or unicodedata.category(strange) == "Pd":
        return _dash(strange, asked)
    if strange in _ABOUT + _LIMITS:
        said = asked.text.replace(strange, "") if strange in _ABOUT else ""
        return f"an amount is exact; {asked.write(said)}"
    if strange == _FULL_WIDTH_COMMA:
        return _comma(strange, asked)
    if strange == _PER_MILLE:
        return _per_mille(asked)
    is_fraction = unicodedata.name(strange, "").startswith("VULGAR FRACTION")
    return _vulgar(strange, asked) if is_fraction else None


def _dash(strange: str, asked: Asked) -> str | None:
    if asked.text.startswith(strange):
        return f"an amount has no sign and no bullet before it; {asked.write()}"
    if re.search(rf"[0-9] ?{strange} ?[0-9]", asked.text):
        return f"a range is not an amount; write one amount, such as '{asked.example}'"
    return None


def _comma(strange: str, asked: Asked) -> str | None:
    before, _, after = asked.text.partition(strange)
    digits = re.match("[0-9]+", after)
    if digits is None:
        return None
    return asked.either(f"{before}.{after}", f"{before}{after}", places=len(digits.group()))


def _per_mille(asked: Asked) -> str:
    number, _, after = asked.text.partition(_PER_MILLE)
    candidates: tuple[str, ...] = ()
    if re.fullmatch(NUMBER, number.strip(" ")):
        tenth = write_number(Fraction(number.strip(" ")) / 10)
        candidates = (f"{tenth} %{after}",) if after else (f"{tenth} % w/v", f"{tenth} %")
    return f"parts in a thousand are taken for percent, tenfold; {asked.write(*candidates)}"


def _vulgar(strange: str, asked: Asked) -> str:
    over, _, under = unicodedata.normalize("NFKC", strange).partition("\u2044")
    before, _, after = asked.text.partition(strange)
    candidate = ""
    if under.isdigit() and re.fullmatch(r"(?:[0-9]+ ?)?", before):
        value = int(before or 0) + Fraction(int(over), int(under))
        number = exact_number(value)
        candidate = "" if number is None else f"{number} {after.strip(' ')}"
    return asked.write(candidate, verb="write a decimal,")


def _plain(text: str) -> str:
    """The text with look-alikes replaced where one reading only is left."""
    for written, unit in (_CYRILLIC | _OTHER_SIGNS).items():
        text = text.replace(written, unit)
    text = "".join(_one_plain(character) for character in text)
    return text.replace("'", "") if re.match(GROUPED, text) else text


def _one_plain(character: str) -> str:
    if character in _POINTS:
        return "."
    if character in _SLASHES:
        return "/"
    if character in _QUOTES or character == _ARABIC_THOUSANDS:
        return "'"
    name = unicodedata.name(character, "")
    if name.startswith(("FULLWIDTH", "SQUARE")) or unicodedata.category(character) == "Zs":
        return unicodedata.normalize("NFKC", character).replace("\u2044", "/")
    return character


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip(" ")


CHECKS: Final = (blank, control, foreign)
