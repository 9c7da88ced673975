"""An excipient of which nobody knows all that it holds, for a patient who avoids some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ldn_compound.catalog import fact
from ldn_compound.model.ports import kinds_of
from ldn_compound.rules.avoidance import Present, entry, ingredients_of, present, same
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule

_READ = ("tablets", "powder")
"""Sources whose excipients are stated, or known of all their kind."""


@rule(
    code="EXC605",
    title="Nobody knows what it contains",
    severity="warning",
    rationale="The order says what the patient avoids. An excipient outside the catalogue was "
    "compared by its name alone, a mixture by as much of its list as was read, tablets by other "
    "makers' lists where nobody stated theirs, and the shells not at all.",
    bad="Tablets with a coating mixture of which only the brand is known.",
    good="Each excipient by its name in the catalogue, such as 'sunset yellow FCF'.",
    remedy="Read the label, or ask the maker, and decide whether the patient may have it.",
    cites=("this-library",),
    of="excipients avoided",
    version=2,
)
def contents_unknown(case: Case) -> Iterator[Breach]:
    avoids = case.plan.order.avoid
    parts = tuple(present(case.plan))
    for part in parts:
        if part.certain:
            yield from _of(
                part.where, _unread(part), [one for one in avoids if not part.holds(one)]
            )
    may_be = [part for part in parts if not part.certain]
    if may_be:
        sought = [word for word in avoids if not any(part.holds(word) for part in may_be)]
        yield from _of("tablets", ("what their own label lists was not stated",), sought)
    if kinds_of(case.plan.origin).isdisjoint(_READ):
        yield from _of("source", ("its excipients are not known",), avoids)
    if case.plan.filling is not None:
        of_shells = fact("shell_materials").texts
        sought = [word for word in avoids if any(same(word, one) for one in of_shells)]
        yield from _of(
            "capsule shells", ("what they are made of and coloured with is not known",), sought
        )


def _unread(part: Present) -> Iterator[str]:
    """What of a part was not read, or cannot be compared but by its name."""
    listed = part.entry
    if listed is None:
        yield f"{part.name!r} is not in the catalogue"
    elif listed.undisclosed:
        yield f"{part.name}: not all of its ingredients were read"
    else:
        for name in ingredients_of(listed):
            if entry(name) is None:
                yield f"{part.name}: {name!r} is not in the catalogue"


def _of(where: str, unread: Iterable[str], sought: Sequence[str]) -> Iterator[Breach]:
    if sought:
        for what in unread:
            yield Breach(where, what, f"known contents: the order avoids {', '.join(sought)}")
