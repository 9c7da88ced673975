"""Points, commas, spaces and zeros in a number that one reader takes for ten times another's."""

import re
from typing import Final

from ldn_compound.quantity.refusals.asked import Asked
from ldn_compound.quantity.refusals.characters import GROUPED


def comma(asked: Asked) -> str | None:
    """A comma is a decimal mark in one country and a thousands mark in the next."""
    found = re.match(r"([0-9]*)((?:,[0-9]+)+)((?:\.[0-9]+)?)(.*)", asked.text)
    if found is None:
        return _thousands_before_comma(asked)
    whole, groups, places, rest = found.groups()
    parts = groups.split(",")[1:]
    english = 1 <= len(whole) <= 3 and whole[0] != "0" and all(len(part) == 3 for part in parts)
    if english and (places or len(parts) > 1):
        joined = f"{whole}{''.join(parts)}{places}{rest}"
        return f"digits stand without thousands marks; {asked.write(joined)}"
    if len(parts) > 1 or places:
        return f"more than one mark stands in the number; {asked.write()}"
    point = f"{whole or '0'}.{parts[0]}{rest}"
    if not english:
        return asked.write(point, verb="write the decimal mark as a point,")
    return asked.either(f"{whole}{parts[0]}{rest}", point, places=len(parts[0]))


def _thousands_before_comma(asked: Asked) -> str | None:
    """'1.000,5 mg'."""
    found = re.match(r"([0-9]{1,3}(?:[. ][0-9]{3})+),([0-9]+)(.*)", asked.text)
    if found is None:
        return None
    whole, places, rest = found.groups()
    candidate = f"{re.sub('[. ]', '', whole)}.{places}{rest}"
    return asked.write(candidate, verb="write the decimal mark as a point and no other mark,")


def apostrophe(asked: Asked) -> str | None:
    if not re.match(r"[0-9]+'[0-9]", asked.text):
        return None
    candidate = asked.text.replace("'", "") if re.match(GROUPED, asked.text) else ""
    return f"digits stand without marks between them; {asked.write(candidate)}"


def spaced(asked: Asked) -> str | None:
    """'1 000 mcg' has one reading, '4 5 mg' has two."""
    found = re.match(r"([0-9]+) {1,2}([0-9]+)( ?[^0-9./ -].*)?$", asked.text)
    if found is None:
        return None
    first, second, rest = found.group(1), found.group(2), found.group(3) or ""
    if len(first) <= 3 and len(second) == 3 and first != "0":
        return f"digits stand without spaces between them; {asked.write(first + second + rest)}"
    return asked.either(f"{first}.{second}{rest}", f"{first}{second}{rest}", places=len(second))


def points(asked: Asked) -> str | None:
    """'.5 mg' and '5. mg' lose their point; '4.5.0 mg' and '4..5 mg' have too many."""
    found = re.match(r"([0-9.]+)(.*)", asked.text)
    if found is None or "." not in found.group(1):
        return None
    number, rest = found.groups()
    if number.count(".") > 1:
        return f"the number has {number.count('.')} points; {asked.write()}"
    if number == ".":
        return None
    if number.startswith("."):
        return f"a naked point is easily lost; {asked.write(f'0{number}{rest}')}"
    if number.endswith("."):
        return f"a point at the end is easily lost; {asked.write(f'{number[:-1]}{rest}')}"
    return None


def leading_zero(asked: Asked) -> str | None:
    """'04.5 mg' is 4.5 mg; '05 mg' is 5 mg, or 0.5 mg whose point is lost."""
    found = re.match(r"0+([1-9]?[0-9]*)(.*)", asked.text)
    if found is None or not asked.text[1:2].isdigit():
        return None
    digits, rest = found.groups()
    if rest.startswith(".") or not digits:
        candidate = f"{digits or '0'}{rest}"
        return f"a zero before the number is easily misread; {asked.write(candidate)}"
    return asked.either(f"{digits}{rest}", f"0.{digits}{rest}", places=len(digits))


CHECKS: Final = (comma, apostrophe, spaced, points, leading_zero)
