"""One trituration for several strengths: made once, enough for all of them.

63 capsules of 0.5 mg and 21 of 1 mg, from pure powder on a class III balance: 31.5 mg and 21 mg,
both too little to weigh; tenfold 315 mg and 210 mg, of one trituration instead of two.
"""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.equations.everyday import total
from ldn_compound.errors import PlanError
from ldn_compound.model.plan import Plan
from ldn_compound.named import NamedTuple
from ldn_compound.planning.diluting import finishing_of, limits_of, triturated
from ldn_compound.planning.dilutions import shared_dilutions
from ldn_compound.planning.draft import Asked, Draft
from ldn_compound.planning.reach import reaches
from ldn_compound.quantity.kinds import Mass
from ldn_compound.quantity.rounding import whole
from ldn_compound.sources.shared_trituration import SharedTrituration
from ldn_compound.sources.trituration import Trituration


class Shared(NamedTuple):
    """A trituration, and a plan for each order that takes an aliquot of it; not dated yet."""

    trituration: SharedTrituration
    plans: tuple[Plan, ...]


def shared(askeds: tuple[Asked, ...]) -> Shared | None:
    """The best trituration that serves every order, fewest stages first; None where none does.

    The orders have source, bench, policy and diluent in common. A part of the aliquots, the
    policy's grinding reserve, is made beyond them, for what stays in the mortar.
    """
    for stages in range(1, askeds[0].policy.most_stages + 1):
        for trituration in _triturations(askeds, stages):
            plans = tuple(_planned(askeds, trituration))
            if len(plans) == len(askeds) and all(map(reaches, plans)):
                return Shared(trituration, plans)
    return None


def shared_as_stated(askeds: tuple[Asked, ...]) -> Shared | None:
    """The house's own trituration, which every order names as its source, made once for all.

    None where the source is none, or holds less than all of them take.
    """
    source = askeds[0].source
    if not isinstance(source, Trituration):
        return None
    once = _once(source)
    plans = tuple(_planned(askeds, once))
    taken = [one.taken for one in plans if isinstance(one.taken, Mass)]
    enough = len(taken) == len(askeds) and total(*taken) <= source.mass
    return Shared(once, plans) if enough else None


def _once(made: Trituration) -> SharedTrituration:
    return SharedTrituration(
        of=made.of, powder=made.powder, diluent=made.diluent, diluent_name=made.diluent_name
    )


def _planned(askeds: tuple[Asked, ...], trituration: SharedTrituration) -> Iterator[Plan]:
    """A plan for each, up to the first that there is none for."""
    for asked in askeds:
        try:
            yield Draft(asked, trituration).plan()
        except PlanError:
            return


def _triturations(askeds: tuple[Asked, ...], stages: int) -> Iterator[SharedTrituration]:
    first = askeds[0]
    step = first.bench.balance.readability.base
    drafts = [Draft(asked, asked.source) for asked in askeds]
    if any(not isinstance(draft.wanted, Mass) for draft in drafts):
        return
    for dilution in shared_dilutions(
        tuple((draft.wanted.base / step, finishing_of(draft.asked, draft)) for draft in drafts),
        stages=stages,
        limits=limits_of(first),
        rounded=lambda value: whole(value, first.policy.rounding.weigh),
        reserve=first.policy.grinding_reserve.base,
    ):
        yield _once(triturated(first, dilution))
