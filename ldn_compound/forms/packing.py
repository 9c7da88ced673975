"""What a form says of its container, and of what is known about how long it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import StringConstraints

from ldn_compound.catalog import fact
from ldn_compound.model.when_stated import WhenStated

if TYPE_CHECKING:
    from ldn_compound.model.preparation import (
        AntimicrobialTest,
        Monograph,
    )
else:
    AntimicrobialTest = Annotated[
        Any, WhenStated("ldn_compound.model.preparation:AntimicrobialTest")
    ]
    Monograph = Annotated[Any, WhenStated("ldn_compound.model.preparation:Monograph")]

__all__ = ["AntimicrobialTest", "Monograph", "Words", "packed_in"]

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def packed_in(stated: str | None, *, usual: str) -> tuple[str, tuple[str, ...]]:
    """The container, and what is assumed where the order names none; `usual` is a fact's name."""
    if stated is not None:
        return stated, ()
    name = fact(usual).text
    return name, (f"container: not stated, taken as a {name}",)
