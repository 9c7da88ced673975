"""What a plan makes, as its dating sees it: contents, components, container, storage.

Capsules of 4.5 mg in cellulose, from tablets of lot T4107 (10/2027): nothing aqueous, at room
temperature, in a tight, light-resistant container; no later than 2027-10-31 for their lot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal

from ldn_compound.catalog import fact, studies_of, substance
from ldn_compound.catalog.studies import Study
from ldn_compound.equations.demand import active_in_units, equivalent_strength
from ldn_compound.model.base import completed, trusted
from ldn_compound.model.beyond_use import BeyondUse
from ldn_compound.model.plan import Plan
from ldn_compound.model.ports import DILUTIONS, kinds_of
from ldn_compound.model.stock import Solid
from ldn_compound.named import NamedTuple
from ldn_compound.planning.beyond_use import beyond_use
from ldn_compound.planning.contents import contents_of
from ldn_compound.planning.seen import Seen, SeenComponent, SeenContainer
from ldn_compound.quantity.kinds import Concentration, PerUnit

if TYPE_CHECKING:
    from ldn_compound.model.bottled import Bottled
    from ldn_compound.model.preparation import Preparation

_CONTAINERS_KEPT = 64


def dated(plan: Plan, *, studies: tuple[Study, ...] = ()) -> Plan:
    """The plan with its beyond-use date; `studies` are looked at beside the catalogue's."""
    # What was worked out of it goes along: none of that is of its date.
    return completed(plan, beyond_use=_date_of(plan, studies))


def preparation_of(plan: Plan) -> Preparation:
    """What the plan makes, to be dated otherwise than the plan dates it: by another edition, say.

    A form of somebody's own may have `monograph`, `antimicrobial_test` and `refrigeration_harms`
    as the package's have.
    """
    from ldn_compound.model.preparation import Component, Container, Content, Preparation

    seen = _seen(plan)
    fields = {
        **seen._asdict(),
        "contents": tuple(trusted(Content)(**one._asdict()) for one in seen.contents),
        "container": trusted(Container)(**seen.container._asdict()),
        "components": tuple(trusted(Component)(**one._asdict()) for one in seen.components),
    }
    return trusted(Preparation)(**{name: fields[name] for name in Preparation.model_fields})


def _date_of(plan: Plan, studies: tuple[Study, ...]) -> BeyondUse:
    return beyond_use(
        _seen(plan),
        made=plan.on,
        edition=plan.policy.edition,
        first_day=plan.policy.first_day,
        studies=(*studies_of(plan.made.kind), *studies) if studies else None,
    )


def _seen(plan: Plan) -> Seen:
    made, form, bottled = plan.made, plan.order.form, plan.bottled
    origin = _origin(plan.taken_from)
    counted = _counted(plan, origin.active)
    return Seen(
        form=made.kind,
        active=counted.active,
        strength=None if bottled else counted.strength,
        concentration=_concentration(counted, bottled, plan) if bottled else None,
        contents=contents_of(made, origin.beside),
        source=origin.word,
        contains_water=not isinstance(plan.stock, Solid)
        or (bottled is not None and bottled.entry.water),
        preserved=bottled.preserved if bottled else "no",
        storage="refrigerator" if made.storage == "refrigerator" else "room",
        refrigeration_harms=_stated(form, "refrigeration_harms", "") if bottled else "",
        container=container_named(made.container),
        water_activity=None,
        components=tuple(_components(plan, origin.name)),
        monograph=_evidence(form, "monograph", "Monograph"),
        antimicrobial_test=_evidence(form, "antimicrobial_test", "AntimicrobialTest")
        if bottled
        else None,
    )


def _evidence(form: object, name: str, kind: str) -> Any:
    """A monograph or a test that a form states; nothing is loaded where it states none."""
    found = getattr(form, name, None)
    if found is None:
        return None
    from ldn_compound.model import preparation

    return found if isinstance(found, getattr(preparation, kind)) else None


def _stated(form: object, name: str, otherwise: str) -> str:
    found = getattr(form, name, otherwise)
    return found if isinstance(found, str) else otherwise


@lru_cache(_CONTAINERS_KEPT)
def container_named(text: str) -> SeenContainer:
    """A container by the words of its name: "amber" keeps light out; what is not said stays open.

    "clear" lets light in, even beside an amber label or an opaque cap.

    >>> container_named("amber plastic bottle").light_resistant
    True
    """
    words = set(re.findall(r"[a-z]+(?:['-][a-z]+)*", text.lower().replace("\u2019", "'")))
    parts = words.union(*(word.split("-") for word in words))  # "un-tight", "clear-walled"
    known = parts.isdisjoint(fact("negating_words").texts)

    def said(name: str) -> bool | None:
        return True if known and not words.isdisjoint(fact(name).texts) else None

    dark = parts.isdisjoint(fact("light_passing_words").texts)

    return SeenContainer(
        name=text or "a container that nobody named",
        tight=said("tight_words"),
        light_resistant=said("light_resistant_words") if dark else None,
    )


class _Origin(NamedTuple):
    """What the active was weighed from before any dilution, and what it was diluted with."""

    name: str
    word: str = ""
    """"tablets" or "powder", where that is known."""
    active: str = ""
    """The substance in it, where that may be another than the potency counts."""
    beside: tuple[str, ...] = ()


def _origin(source: Any) -> _Origin:
    beside: tuple[str, ...] = ()
    while (kinds := kinds_of(source)) & DILUTIONS:
        beside = (*beside, source.solvent if "stock solution" in kinds else source.diluent_name)
        source = source.of
    if "tablets" in kinds:
        return _Origin(f"{source.substance} tablets", "tablets", source.substance, beside)
    if "powder" in kinds:
        return _Origin(f"{source.substance} powder", "powder", _salt(source.substance), beside)
    if "prepared" in kinds:
        beside = (*beside, source.diluted_with or source.name)
        return _Origin(source.name, source.made_from or "", "", beside)
    return _Origin("source", beside=beside)


@cache
def _salt(name: str) -> str:
    """The substance that a powder is, its hydrate water left out."""
    entry = substance(name)
    return entry.parent if entry.form == "hydrate" else entry.name


class _Counted(NamedTuple):
    """A strength, and the substance that it counts."""

    active: str
    strength: PerUnit


def _counted(plan: Plan, in_it: str) -> _Counted:
    """The strength, counted as the substance that is in it."""
    stated, active = plan.order.strength_as, in_it or plan.stock.active
    if active == stated:
        return _Counted(active, plan.strength)
    if active == plan.stock.active:
        return _Counted(active, plan.strength_in_source)
    strength = equivalent_strength(
        strength=plan.strength,
        molar_mass=substance(stated).molar_mass,
        molar_mass_wanted=substance(active).molar_mass,
    )
    return _Counted(active, strength)


def _concentration(counted: _Counted, made: Bottled, plan: Plan) -> Concentration:
    if counted.strength is plan.strength:
        return made.concentration
    from ldn_compound.equations.liquids import concentration_of

    active = active_in_units(strength=counted.strength, units=plan.units)
    return concentration_of(active=active, volume=made.volume)


def _components(plan: Plan, source: str) -> Iterator[SeenComponent]:
    """Each lot; and what no lot is stated of, once."""
    for what, lots in plan.lots:
        name = source if what == "source" else what
        if not lots:
            yield SeenComponent(name)
        for lot in lots:
            kind: Literal["expiry", "beyond-use date"] = (
                "expiry" if lot.beyond_use is None else "beyond-use date"
            )
            yield SeenComponent(f"{name}, lot {lot.number}", lot.until, kind, lot.printed)
