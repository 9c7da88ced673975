"""What a house makes, what a patient can be asked to swallow, and what matters most."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from ldn_compound.catalog import fact
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base
from ldn_compound.model.stated import Maybe, Several, unstated
from ldn_compound.planning.kits.task import Wish
from ldn_compound.quantity.kinds import PerUnit, UnitCount
from ldn_compound.quantity.writing import write


def strength_text(strength: PerUnit) -> str:
    """A strength as one says it: "1.5 mg"."""
    return write(strength, unit="capsule").removesuffix("/capsule")


def _usual_strengths() -> Any:
    found = fact("kit_strengths")
    return tuple(
        PerUnit.cited(text, entry="kit strengths", cites=found.cites, confirmed=found.confirmed)
        for text in found.texts
    )


def _distinct(strengths: tuple[PerUnit, ...]) -> tuple[PerUnit, ...]:
    if not strengths:
        raise AmountError("no strengths: write the strengths there are, such as '0.5 mg', '1.5 mg'")
    for strength in strengths:
        if PerUnit.of(strength_text(strength)) != strength:
            raise AmountError(f"'{strength}' is not exact: write strengths that a label can carry")
        if strengths.count(strength) > 1:
            raise AmountError(f"'{strength_text(strength)}' twice: write each strength once")
    return strengths


def _count(stated: Any) -> Any:
    if isinstance(stated, bool) or not isinstance(stated, int) or stated < 1:
        raise AmountError(f"{stated!r}: write a whole number, 1 or more")
    return stated


def _each_once(wishes: tuple[Wish, ...]) -> tuple[Wish, ...]:
    if len(set(wishes)) < len(wishes):
        raise AmountError(f"{', '.join(wishes)}: write each wish once, the dearest first")
    return wishes


AtLeastOne = Annotated[int, BeforeValidator(_count)]


class KitTerms(Base, frozen=True):
    """Strengths to choose from, the limits of a kit, the size of a pack, and the wishes in order.

    Wishes that are not named come after those that are, in the order of `Wish`.
    """

    model_config = ConfigDict(title="the kit")

    strengths: Annotated[Several[PerUnit], AfterValidator(_distinct)] = Field(
        default_factory=_usual_strengths
    )
    most_strengths: AtLeastOne = Field(default_factory=lambda: fact("kit_most_strengths").number)
    most_a_dose: AtLeastOne = Field(default_factory=lambda: fact("kit_most_a_dose").number)
    pack: Maybe[UnitCount] = unstated()
    """Capsules in a pack; None where they are counted out."""
    wishes: Annotated[tuple[Wish, ...], AfterValidator(_each_once)] = ()

    @model_validator(mode="after")
    def _left_over_of_packs(self) -> Self:
        if self.pack is None and Wish.LEFT_OVER in self.wishes:
            raise AmountError(
                "'left over' among the wishes, and no pack: nothing is left over of capsules that "
                "are counted out; write the pack, such as pack = 30"
            )
        return self

    @property
    def order(self) -> tuple[Wish, ...]:
        """Every wish, the dearest first."""
        return (*self.wishes, *(wish for wish in Wish if wish not in self.wishes))
