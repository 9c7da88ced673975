"""Numbers that are read in more ways than one, or that are no numbers."""

import re
from fractions import Fraction
from typing import Final

from ldn_compound.quantity.decimals import exact_number, write_number
from ldn_compound.quantity.refusals.asked import Asked
from ldn_compound.quantity.spelling import NUMBER

_DIGITS: Final = r"[0-9]+(?:\.[0-9]+)?"
_LONGEST_EXPONENT: Final = 1  # digits: 1e9 is written out, 1e10 only refused
_WORDS: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
_LETTERS: Final = str.maketrans("OoIl", "0011")


def not_finite(asked: Asked) -> str | None:
    if not re.match(r"[+-]?(?:s?nan|inf|infinity)\b", asked.text, re.IGNORECASE):
        return None
    return f"no finite number; {asked.write()}"


def signed(asked: Asked) -> str | None:
    if asked.text.startswith("-"):
        return f"an amount has no minus sign; {asked.write()}"
    if asked.text.startswith("+"):
        return f"a plus has been read as 4; {asked.write(asked.text[1:].lstrip(' '))}"
    return None


def approximate(asked: Asked) -> str | None:
    """'~4.5 mg' means 4.5 mg; '<4.5 mg' does not."""
    about = r"((?:[~=]|(?:ca|approx|about|circa|around)\b\.?) *)?"
    found = re.match(rf"{about}((?:[<>]=?|up to\b|max\b|min\b) *)?(.*)", asked.text)
    if found is None or not (found.group(1) or found.group(2)):
        return None
    return f"an amount is exact; {asked.write('' if found.group(2) else found.group(3))}"


def exponent(asked: Asked) -> str | None:
    found = re.match(
        rf"({_DIGITS}) ?(?:[eE]|[x*] ?10(?:\^|\*\*)) ?([+-]?)([0-9]+)(.*)", asked.text, re.DOTALL
    )
    if found is None:
        return None
    number, sign, power, unit = found.groups()
    candidate = ""
    if len(power) <= _LONGEST_EXPONENT:
        factor = Fraction(10) ** int(sign + power)
        candidate = f"{write_number(Fraction(number) * factor)} {unit.strip()}"
    return f"an amount has no exponent; {asked.write(candidate, verb='write it out,')}"


def not_decimal(asked: Asked) -> str | None:
    """Hexadecimal, digit groups with underscores, sums."""
    if re.match(r"0[xXbBoO][0-9a-fA-F]", asked.text):
        return f"digits are decimal; {asked.write()}"
    if re.match(r"[0-9]+(?:_[0-9]+)+", asked.text):
        remedy = asked.write(asked.text.replace("_", ""))
        return f"digits stand without marks between them; {remedy}"
    if re.match(rf"{_DIGITS} ?[*+x=^(] ?\(?[0-9]", asked.text):
        return f"a sum is not worked out; write its result, such as '{asked.example}'"
    return None


def fraction(asked: Asked) -> str | None:
    """'1/2 mg', '1 1/2 mg', '1-1/2 mg'."""
    found = re.match(
        r"(?:([0-9]+)(?: and | ?- ?| {1,2}))?([0-9]+) ?/ ?([0-9]+)(?![0-9.])", asked.text
    )
    if found is None:
        return None
    whole, over, under = (int(digits or 0) for digits in found.groups())
    unit = asked.text[found.end() :].strip(" ")
    if not under:
        return f"it divides by zero; {asked.write()}"
    value = whole + Fraction(over, under)
    number = exact_number(value)
    candidate = "" if number is None else f"{number} {unit}"
    kind = "mixed number" if found.group(1) else "fraction"
    remedy = asked.write(candidate, verb="write a decimal,")
    return f"a {kind} can be read in several ways; {remedy}"


def spread(asked: Asked) -> str | None:
    """'3-4.5 mg', '3 mg to 4.5 mg'."""
    found = re.match(
        r"([0-9][0-9.,]*)( ?[a-zA-Z%/]*?) ?(?:-|to|or|and|\.{3,}) ?([0-9][0-9.,]*)(.*)", asked.text
    )
    if found is None:
        return None
    low, unit, high, rest = found.groups()
    ends = [asked.instead(f"{low}{unit.rstrip(' ') or rest}"), asked.instead(f"{high}{rest}")]
    readings = [end for end in ends if end is not None]
    remedy = " or ".join(readings) if len(readings) > 1 else f"such as '{asked.example}'"
    return f"a range is not an amount; write one amount, {remedy}"


def letter_for_digit(asked: Asked) -> str | None:
    """'O.5 mg' and 'l.5 mg' have one reading; '1O mg' is 10 or 1.0."""
    found = re.match(r"([OoIl0-9.]+)( {0,2}[a-zA-Z%].*)", asked.text)
    token, rest = found.groups() if found else ("", "")
    letter = re.search(r"[OoIl]", token)
    if letter is None or not re.search(r"[0-9]", token):
        return None
    candidate = f"{token.translate(_LETTERS)}{rest}" if letter.start() == 0 else ""
    return f"the letter {letter.group()!r} stands for a digit; {asked.write(candidate)}"


def words(asked: Asked) -> str | None:
    """'four mg'."""
    word, _, unit = asked.text.partition(" ")
    if word.lower() not in _WORDS:
        return None
    return f"a number is written in digits; {asked.write(f'{_WORDS[word.lower()]} {unit}')}"


def roman(asked: Asked) -> str | None:
    if not re.match(r"[ivxIVX]+ ", asked.text):
        return None
    return f"a Roman numeral, or a route; a number is written in digits; {asked.write()}"


def unit_missing(asked: Asked) -> str | None:
    if not re.fullmatch(NUMBER, asked.text):
        return None
    candidate = asked.instead(f"{asked.text} {asked.usual_unit}")
    remedy = f"write {candidate} if that is meant" if candidate else asked.write()
    return f"a number without its unit; {remedy}"


def unit_first(asked: Asked) -> str | None:
    found = re.fullmatch(rf"([A-Za-z%\u00b0\u00b5\u03bc][^0-9]*?) ?({_DIGITS})", asked.text)
    if found is None:
        return None
    return f"the number comes first; {asked.write(f'{found.group(2)} {found.group(1)}')}"


CHECKS: Final = (
    not_finite,
    signed,
    approximate,
    letter_for_digit,
    exponent,
    not_decimal,
    fraction,
    spread,
    words,
    roman,
    unit_missing,
    unit_first,
)
