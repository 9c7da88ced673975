"""Where an amount came from: it was stated, it is cited, an equation gave it, or it was rounded.

`explain` walks these, so an audit trail is never something that someone must remember to write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.named import NamedTuple

if TYPE_CHECKING:
    from typing import Protocol

    from ldn_compound.quantity.amount import Amount

    class EquationLine(Protocol):
        """What the trail needs of an equation: name, algebra in words, meaning, citations."""

        @property
        def name(self) -> str: ...
        @property
        def line(self) -> str: ...
        @property
        def meaning(self) -> str: ...
        @property
        def cites(self) -> tuple[str, ...]: ...


class RecordedEquation(NamedTuple):
    """An equation as a stored document names it; it prints, and it does not compute."""

    name: str
    line: str
    meaning: str
    cites: tuple[str, ...]


class Given(NamedTuple):
    """Stated by somebody (`by`: the order, the certificate, the balance), in `text`.

    `note` says why a reviewer should see that text; `reading` marks an instrument's reading, whose
    trailing zeros state its resolution and are kept.
    """

    by: str
    text: str
    place: str | None = None
    note: str | None = None
    reading: bool = False


class Cited(NamedTuple):
    """A catalogue entry and its references; `confirmed` is False where no source was read."""

    entry: str
    cites: tuple[str, ...]
    confirmed: bool


class Derived(NamedTuple):
    """Given by an equation from named inputs."""

    equation: EquationLine
    inputs: tuple[tuple[str, Amount], ...]


class Rounded(NamedTuple):
    """Rounded once: what for, how (in words), and the amount before."""

    purpose: str
    how: str
    before: Amount


Origin = Given | Cited | Derived | Rounded


def flagged(origin: Origin) -> bool:
    """Whether anything behind it was spelled oddly or is a figure that nobody confirmed.

    Told when an amount is made, so that whoever looks for such need not walk every trail.
    """
    if type(origin) is Given:
        return origin.note is not None
    if type(origin) is Cited:
        return not origin.confirmed
    if type(origin) is Rounded:
        return origin.before.flagged
    assert type(origin) is Derived
    for _, one in origin.inputs:  # sooner than any() with a generator  # noqa: SIM110
        if one.flagged:
            return True
    return False
