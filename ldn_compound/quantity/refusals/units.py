"""A good number with a unit that cannot be read, or with words after it."""

import re
from collections.abc import Iterator
from typing import Final

from ldn_compound.quantity.refusals.asked import Asked
from ldn_compound.quantity.refusals.unit_slips import AMBIGUOUS, SALTS, SLIPS
from ldn_compound.quantity.spelling import NUMBER
from ldn_compound.quantity.unit_words import BASES, WORDS

_NUMBER_AND_REST: Final = rf"(?P<number>{NUMBER}) *(?P<rest>[^ ].*)"


def _parts(asked: Asked) -> tuple[str, str] | None:
    """The number, and whatever follows it."""
    found = re.fullmatch(_NUMBER_AND_REST, asked.text)
    return (found["number"], found["rest"]) if found else None


def _halves(rest: str) -> Iterator[str]:
    """The words above and below the slash."""
    for half in re.split(r"/| per ", rest):
        yield re.sub(rf"^ ?(?:{NUMBER})? ?", "", half).strip(" ")


def too_many_spaces(asked: Asked) -> str | None:
    single = re.sub(" +", " ", asked.text)
    remedy = None if single == asked.text else asked.instead(single)
    return remedy and f"at most two spaces stand before the unit; write {remedy}"


def ambiguous(asked: Asked) -> str | None:
    parts = _parts(asked)
    if parts is None or parts[1] not in AMBIGUOUS:
        return None
    readings, apart = AMBIGUOUS[parts[1]]
    said = [f"{parts[0]} {unit}" for unit in readings]
    return f"{', '.join(said[:-1])} or {said[-1]}, {apart}; {_fitting(asked, said)}"


def _fitting(asked: Asked, readings: list[str]) -> str:
    fitting = [said for text in readings if (said := asked.instead(text)) is not None]
    which = "the one that is meant" if len(fitting) > 1 else "if that is meant"
    return f"write {' or '.join(fitting)}, {which}" if fitting else asked.write()


def salt(asked: Asked) -> str | None:
    """'4.5 mg HCl': salt or base belongs in a field of its own."""
    parts = _parts(asked)
    if parts is None:
        return None
    unit, _, after = parts[1].partition(" ")
    if unit not in WORDS or not SALTS & set(re.split(r"[^a-z]+", after.lower())):
        return None
    amount = f"{parts[0]} {unit}"
    return (
        f"{amount} of the hydrochloride (or another salt), or {amount} of the base; "
        f"say which in its own field and {asked.write(amount)}"
    )


def divided_twice(asked: Asked) -> str | None:
    parts = _parts(asked)
    if parts is None or len(re.findall(r"/| per ", parts[1])) < 2:
        return None
    return f"it is divided twice; {asked.write()}"


def slip(asked: Asked) -> str | None:
    """A spelling on the list of refused ones, alone or above or below the slash."""
    parts = _parts(asked)
    if parts is None:
        return None
    slips = [half for half in (parts[1], *_halves(parts[1])) if half in SLIPS]
    if not slips:
        return None
    mended = asked.text
    for written in slips:
        mended = _with(mended, written, SLIPS[written].instead or written)
    return f"{slips[0]!r} {SLIPS[slips[0]].why}; {asked.write(mended)}"


def _with(text: str, written: str, unit: str) -> str:
    """The text with one unit as it should be spelt."""
    return re.sub(rf"(?<![A-Za-z]){re.escape(written)}(?![A-Za-z])", unit, text)


def point_after(asked: Asked) -> str | None:
    """'4.5 mg.' and '4.5-mg'."""
    if asked.text.endswith("."):
        remedy = asked.instead(asked.text.rstrip("."))
        return remedy and f"no point stands after a unit; write {remedy}"
    remedy = asked.instead(re.sub(r"(?<=[0-9]) ?-(?=[A-Za-z])", " ", asked.text))
    return remedy and f"no hyphen stands before a unit; write {remedy}"


def capitals(asked: Asked) -> str | None:
    """'4.5 Milligrams', '0.1 % (W/V)': words whose capitals and brackets change nothing."""
    lower = re.sub(r"[A-Za-z]{4,}|[VW]/[VW]", lambda word: word.group().lower(), asked.text)
    remedy = asked.instead(re.sub(r"[()]", "", lower))
    return remedy and f"a unit is written without capitals and brackets; write {remedy}"


def basis_missing(asked: Asked) -> str | None:
    """'1:1000' of what, in what?"""
    readings = [said for basis in BASES if asked.read(said := f"{asked.text} {basis}")]
    if not re.fullmatch(r"1 ?(?:in |: ?)[1-9][0-9]*", asked.text):
        return None
    said = " or ".join(f"'{text}'" for text in readings) or f"an amount like '{asked.example}'"
    return f"a ratio without a basis; write {said}, w/v for g in mL"


def followed(asked: Asked) -> str | None:
    """'4.5 mg daily', '1 mg mL': a good amount, and then more."""
    parts = _parts(asked)
    if parts is None:
        return None
    words = parts[1].split(" ")
    for count in range(len(words) - 1, 0, -1):
        unit, after = " ".join(words[:count]), " ".join(words[count:])
        amount = f"{parts[0]} {unit}"
        if asked.read(amount) is None and unit not in WORDS:
            continue
        if re.search("[0-9]", after):
            return f"more than one amount is written; {asked.write()}"
        if after in WORDS:
            return f"{f'{unit} {after}'!r} reads as a product; {asked.write(f'{amount}/{after}')}"
        return f"{after!r} is not part of an amount; {asked.write(amount)}"
    return None


def unknown(asked: Asked) -> str | None:
    parts = _parts(asked)
    if parts is None:
        return None
    return f"{parts[1]!r} is not a unit that is read here; {asked.write()}"


CHECKS: Final = (
    too_many_spaces,
    ambiguous,
    salt,
    divided_twice,
    slip,
    point_after,
    capitals,
    basis_missing,
    followed,
    unknown,
)
