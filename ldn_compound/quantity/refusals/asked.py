"""What was written and what was wanted, so that a message can name a spelling that will do."""

import re
from typing import Final

from ldn_compound.named import NamedTuple
from ldn_compound.quantity.decimals import write_number
from ldn_compound.quantity.spelling import LONGEST, SPACES, Spelled, attempt

_SHOWN: Final = 20
"""Characters shown of a text that is too long to be an amount."""


class Asked(NamedTuple):
    """A text without outer spaces, and what the kind that asked for it accepts."""

    text: str
    units: tuple[str, ...]
    example: str

    def read(self, candidate: str) -> Spelled | None:
        """What `candidate` states, if it would do here."""
        spelled = attempt(candidate)
        return spelled if spelled is not None and spelled.unit in self.units else None

    def instead(self, candidate: str) -> str | None:
        """`candidate` in its canonical spelling, in quotes, if it would do here."""
        spelled = self.read(candidate)
        return spelled and f"'{write_number(spelled.value)} {_unit_for(spelled)}'"

    def write(self, *candidates: str, verb: str = "write") -> str:
        """The remedy: the first of the candidates that would do, else the example."""
        for candidate in candidates:
            said = self.instead(candidate)
            if said is not None:
                return f"{verb} {said}"
        return f"write a number and a unit, such as '{self.example}'"

    def either(self, one: str, other: str, *, places: int) -> str:
        """Two readings, as they were written, whose points lie so many places apart."""
        readings = [said for text in (one, other) if (said := self.instead(text)) is not None]
        remedy = f"write {' or '.join(readings)}" if readings else self.write()
        return f"{one} or {other}, {10**places} times apart; {remedy}"

    @property
    def usual_unit(self) -> str:
        """The unit of the example."""
        spelled = attempt(self.example)
        return spelled.unit if spelled is not None else self.units[0]


def asked_for(text: str, *, units: tuple[str, ...], example: str) -> Asked:
    """The text without outer spaces and with ordinary ones inside."""
    return Asked(re.sub(f"[{SPACES}]", " ", text.strip()), units, example)


def quoted(text: object) -> str:
    """The text as Python writes it, shortened where it is long."""
    if isinstance(text, str) and len(text) > LONGEST:
        return f"{text[:_SHOWN]!r}..."
    said = repr(text)
    return said if len(said) <= LONGEST * 2 else f"{said[:LONGEST]}..."


def _unit_for(spelled: Spelled) -> str:
    return spelled.unit.removesuffix("s") if spelled.value == 1 else spelled.unit
