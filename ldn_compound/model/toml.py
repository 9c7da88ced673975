"""An order file, as it is written: a number without its unit is kept to be refused by its spelling.

`strength = 4.5` is no strength: it may be mg, mL or a tenth of what was meant.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from ldn_compound.errors import AmountError

_SHOWN = 60
"""Characters of a line that a message repeats."""
_PLACE = re.compile(r"(?P<why>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)", re.S)
_UNQUOTED = re.compile(r"""\s*(?P<key>[A-Za-z_.-]+)\s*=\s*(?P<value>[^"'\[{#=]+?)\s*(?:#.*)?""")


class Bare:
    """A decimal number as the file spells it, without a unit; no field takes one."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def read_toml(text: str) -> dict[str, Any]:
    """The tables of an order file; AmountError names the line that cannot be read."""
    try:
        return tomllib.loads(text, parse_float=Bare)
    except tomllib.TOMLDecodeError as error:
        raise AmountError(_unreadable(text, str(error))) from None
    except RecursionError:
        raise AmountError("tables or lists within one another, too deep to read") from None
    except ValueError:  # an integer of thousands of digits
        raise AmountError("a number has more digits than anything that is counted") from None


def _unreadable(text: str, error: str) -> str:
    found = _PLACE.fullmatch(error)
    why, number = (found["why"], found["line"]) if found else (error, None)
    lines = text.splitlines() or [""]
    at = int(number) if number else _last(lines)
    line = lines[min(at, len(lines)) - 1].strip()
    return f"line {at}, {_shown(line)}: {_instead(line, why)}"


def _last(lines: list[str]) -> int:
    return max((number for number, line in enumerate(lines, start=1) if line.strip()), default=1)


def _instead(line: str, why: str) -> str:
    if why.startswith("Cannot overwrite") or why.endswith("twice"):
        return "stated twice; leave one of the two"
    if why.startswith("Invalid date"):
        return "the calendar has no such day; write a day it has, 2026-12-01"
    unquoted = _UNQUOTED.fullmatch(line)
    if unquoted is not None and unquoted["value"].isprintable():
        return f"write text in quotes, {unquoted['key']} = '{unquoted['value']}'"
    return f"not TOML ({why}); write a line such as strength = '4.5 mg'"


def _shown(line: str) -> str:
    return repr(line if len(line) <= _SHOWN else f"{line[: _SHOWN - 3]}...")
