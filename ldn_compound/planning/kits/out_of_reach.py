"""Why there is no kit: the doses that cannot be made, and the nearest that can.

4.2 mg from 0.5, 1.5 and 3 mg cannot; 4 mg (3 + 0.5 + 0.5) is 0.2 mg away and 4.5 mg 0.3 mg.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ldn_compound.named import NamedTuple
from ldn_compound.planning.kits.sums import as_bits, each, nothing, with_strength
from ldn_compound.planning.kits.task import Task


class OutOfReach(NamedTuple):
    """A dose that cannot be made, and the nearest that can: two where they are as near."""

    dose: int
    nearest: tuple[int, ...]


class Refusal(NamedTuple):
    """The strengths tried, and what they do not make."""

    strengths: tuple[int, ...]
    """All of them, or the set that comes closest where each dose alone can be made."""
    doses: tuple[OutOfReach, ...]


def why_none(task: Task) -> Refusal:
    """The doses that nothing makes; where each can be made, those the best of the sets leaves."""
    makeable = _makeable(task)
    impossible = as_bits(task.doses) & ~makeable
    if impossible:
        return Refusal(task.strengths, tuple(_out_of_reach(impossible, makeable)))
    strengths, made = _closest(task)
    return Refusal(strengths, tuple(_out_of_reach(as_bits(task.doses) & ~made, made)))


def _makeable(task: Task) -> int:
    """Every sum of so many capsules of so many strengths."""
    row = [nothing(task.most_a_dose)] * (task.most_strengths + 1)
    for strength in task.strengths:
        for used in range(task.most_strengths, 0, -1):
            row[used] = _either(row[used], _with_some(row[used - 1], strength))
    return row[-1][-1]


def _with_some(sums: tuple[int, ...], strength: int) -> tuple[int, ...]:
    grown = with_strength(sums, strength)
    return (0, *(made << strength for made in grown[:-1]))


def _either(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(one | other for one, other in zip(first, second, strict=True))


def _closest(task: Task) -> tuple[tuple[int, ...], int]:
    """The set that leaves fewest different doses, then fewest doses taken; and what it makes."""
    wanted = as_bits(task.doses)

    def left_out(tried: tuple[tuple[int, ...], int]) -> tuple[int, int, tuple[int, ...]]:
        missing = wanted & ~tried[1]
        pairs = zip(task.doses, task.taken, strict=True)
        return missing.bit_count(), sum(n for d, n in pairs if missing >> d & 1), tried[0]

    return min(_every_set(task), key=left_out)


def _every_set(task: Task) -> Iterator[tuple[tuple[int, ...], int]]:
    size = min(task.most_strengths, len(task.strengths))
    for strengths in combinations(task.strengths, size):
        sums = nothing(task.most_a_dose)
        for strength in strengths:
            sums = with_strength(sums, strength)
        yield strengths, sums[-1]


def _out_of_reach(doses: int, made: int) -> Iterator[OutOfReach]:
    can = tuple(each(made & ~1))  # taking nothing is near no dose
    for dose in each(doses):
        away = min(abs(dose - one) for one in can)
        yield OutOfReach(dose, tuple(one for one in can if abs(dose - one) == away))
