"""Whether a study tested this very formulation; a study of another one says nothing about it."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.catalog.studies import Stable, Study, StudyContent
from ldn_compound.model.preparation import Content, Preparation
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.writing import write

_UNSTATED = {"source": "source", "container": "container", "light": "light"}


def differences(study: Study, preparation: Preparation) -> tuple[str, ...]:
    """Each property in which the preparation is not what was tested; none: the study binds it."""
    return tuple(_differences(study, preparation))


def not_compared(study: Study) -> tuple[str, ...]:
    """Properties that the study, as far as it was read, does not state."""
    return tuple(word for field, word in _UNSTATED.items() if not getattr(study, field))


def stable_as_kept(study: Study, preparation: Preparation) -> Stable | None:
    """What it found for this storage; the shortest where it found several."""
    kept = [one for one in study.stable if one.storage == preparation.storage]
    return min(kept, key=lambda one: one.days) if kept else None


def _differences(study: Study, preparation: Preparation) -> Iterator[str]:
    yield from _one_of("form", preparation.form, (study.form,))
    yield from _one_of("active", preparation.active, (study.active,))
    yield from _how_strong(study, preparation)
    yield from _contents(study.contents, preparation.contents)
    yield from _one_of("source", preparation.source, study.source)
    yield from _one_of("container", preparation.container.name, study.container)
    if study.light == "protected" and not preparation.container.light_resistant:
        yield "light: the container lets it in; tested protected from light"
    if stable_as_kept(study, preparation) is None:
        tested = tuple(one.storage for one in study.stable)
        yield from _one_of("storage", preparation.storage, tested)


def _one_of(what: str, found: str, tested: tuple[str, ...]) -> Iterator[str]:
    if tested and found.lower() not in [one.lower() for one in tested]:
        yield f"{what}: {found or 'not stated'}; tested: {' or '.join(tested)}"


def _how_strong(study: Study, preparation: Preparation) -> Iterator[str]:
    strength, concentration = preparation.strength, preparation.concentration
    tested = study.strength
    if tested is not None and (strength is None or not tested.low <= strength <= tested.high):
        span = f"{tested.texts[0]} to {tested.texts[1]}"
        yield f"strength: {_said(strength)}; tested: {span}"
    if study.concentration is not None and concentration != study.concentration:
        yield f"concentration: {_said(concentration)}; tested: {write(study.concentration)}"


def _contents(tested: tuple[StudyContent, ...], held: tuple[Content, ...]) -> Iterator[str]:
    """Nothing more, nothing less, and as much of each as was tested."""
    for one in tested:
        same = [content for content in held if content.name in (one.name, *one.also)]
        if len(same) != 1:
            yield f"contents: {one.name} {'twice' if same else 'not in it'}; tested with it, once"
        for content in same:
            yield from _as_much(one.name, content.mass, one.mass)
            yield from _as_much(one.name, content.volume, one.volume)
    known = {name for one in tested for name in (one.name, *one.also)}
    for content in held:
        if content.name not in known:
            yield f"contents: {content.name}; tested without it"


def _as_much(name: str, held: Amount | None, tested: Amount | None) -> Iterator[str]:
    if tested is not None and held != tested:
        yield f"contents: {_said(held)} of {name} in 100 mL; tested: {write(tested)}"


def _said(amount: Amount | None) -> str:
    return "not stated" if amount is None else write(amount, unit="capsule")
