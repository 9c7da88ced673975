"""Whether a study tested this very formulation; a study of another one says nothing about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ldn_compound.catalog import fact
from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.planning.own_names import same_content, same_drug
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.writing import write

if TYPE_CHECKING:
    from ldn_compound.planning.seen import AnyContainer, AnyContent, AnyPreparation


def differences(study: Study, preparation: AnyPreparation) -> tuple[str, ...]:
    """In what the preparation is another than the one tested, or kept otherwise."""
    return (
        *_one_of("form", preparation.form, (study.form,)),
        *_active(study.active, preparation.active),
        *_how_strong(study, preparation),
        *_contents(study.contents, preparation.contents),
        *_one_of("source", preparation.source, study.source),
        *_kept(study, preparation),
    )


def packed_otherwise(study: Study, preparation: AnyPreparation) -> tuple[str, ...]:
    """In what its container is another: the study extends nothing, and still binds if shorter."""
    container = preparation.container
    return (
        *_another(container.name, study.container),
        *(_light(container) if study.light == "protected" else ()),
    )


def holds_all_of(study: Study, preparation: AnyPreparation) -> bool:
    """Whether the same drug, form and everything that was tested is in it; and maybe more."""
    held = {same_content(content.name) for content in preparation.contents}
    return (
        study.form == preparation.form
        and same_drug(study.active) == same_drug(preparation.active)
        and all(not held.isdisjoint(_names(one)) for one in study.contents)
    )


def not_compared(study: Study) -> tuple[str, ...]:
    """Properties that the study, as far as it was read, does not state."""
    stated = {"source": study.source, "container": study.container, "light": study.light}
    return tuple(what for what, said in stated.items() if not said)


def stable_as_kept(study: Study, preparation: AnyPreparation) -> Stable | None:
    """What it found for this storage; the shortest where it found several."""
    kept = [one for one in study.stable if one.storage == preparation.storage]
    return min(kept, key=lambda one: one.days) if kept else None


def _another(found: str, tested: tuple[str, ...]) -> tuple[str, ...]:
    """A container of another name, "tight" and the like left out of both."""
    if tested and _bare(found) in [_bare(one) for one in tested]:
        return ()
    return _one_of("container", found, tested)


def _bare(name: str) -> list[str]:
    properties = fact("property_words").texts
    return [word for word in re.findall(r"[\w-]+", name.lower()) if word not in properties]


def _light(container: AnyContainer) -> tuple[str, ...]:
    if container.light_resistant:
        return ()
    said = "the container lets it in" if container.light_resistant is False else "not said"
    return (f"light: {said}; tested: protected from it",)


def _kept(study: Study, preparation: AnyPreparation) -> tuple[str, ...]:
    tested = tuple(one.storage for one in study.stable) or ("nowhere",)
    return _one_of("storage", preparation.storage, tested)


def _one_of(what: str, found: str, tested: tuple[str, ...]) -> tuple[str, ...]:
    if not tested or found.lower() in [one.lower() for one in tested]:
        return ()
    return (f"{what}: {found or 'not stated'}; tested: {' or '.join(tested)}",)


def _how_strong(study: Study, preparation: AnyPreparation) -> Iterator[str]:
    strength, concentration = preparation.strength, preparation.concentration
    tested = study.strength
    if tested is not None and (strength is None or not tested.low <= strength <= tested.high):
        yield f"strength: {_said(strength)}; tested: {' to '.join(tested.texts)}"
    if study.concentration is not None and concentration != study.concentration:
        yield f"concentration: {_said(concentration)}; tested: {write(study.concentration)}"


def _active(tested: str, found: str) -> tuple[str, ...]:
    same = same_drug(tested) == same_drug(found)
    return () if same else _one_of("active", found, (tested,))


def _names(tested: StudyContent) -> tuple[str, ...]:
    return tuple(map(same_content, (tested.name, *tested.also)))


def _contents(tested: tuple[StudyContent, ...], held: tuple[AnyContent, ...]) -> Iterator[str]:
    """Nothing more, nothing less, and as much of each as was tested."""
    own_name = {name: one.name for one in tested for name in _names(one)}
    found = [own_name.get(same_content(content.name), "") for content in held]
    if sorted(found) != sorted(one.name for one in tested):
        yield f"contents: {_listed(held)}; tested: {_listed(tested)}"
        return
    of = dict(zip(found, held, strict=True))
    for one in tested:
        yield from _as_much(one.name, of[one.name].mass, one.mass)
        yield from _as_much(one.name, of[one.name].volume, one.volume)


def _listed(contents: tuple[AnyContent, ...] | tuple[StudyContent, ...]) -> str:
    return ", ".join(content.name for content in contents) or "not stated"


def _as_much(name: str, held: Amount | None, tested: Amount | None) -> Iterator[str]:
    if tested is not None and held != tested:
        yield f"{name} in 100 mL: {_said(held)}; tested: {write(tested)}"


def _said(amount: Amount | None) -> str:
    return "not stated" if amount is None else write(amount, unit="capsule")
