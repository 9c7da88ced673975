"""What is to be dated: the form, what is in it and since when, its container, where it is kept."""

import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, StrictBool, StringConstraints, model_validator

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base
from ldn_compound.model.decided import known_substance
from ldn_compound.model.harm import Harm
from ldn_compound.model.stated import Maybe, Stated, unstated
from ldn_compound.quantity.dates import FirstDay, checked_day, read_date, read_expiry
from ldn_compound.quantity.kinds import Concentration, Days, Mass, PerUnit, Ratio, Volume

Storage = Literal["room", "refrigerator"]
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Container(Base, frozen=True):
    """What it is packed in, as the label or the order names it; None: nobody said."""

    model_config = ConfigDict(title="the container")

    name: Said
    tight: StrictBool | None = None
    light_resistant: StrictBool | None = None


class Content(Base, frozen=True):
    """What is in it beside the active, by its catalogue name, with the amount in 100 mL if liquid.

    A vehicle made in house is given by its parts, one that is bought by its own name. What tablets
    bring with them is not listed: `source` says that there are tablets in it.
    """

    model_config = ConfigDict(title="the contents")

    name: Said
    mass: Maybe[Mass] = unstated()
    volume: Maybe[Volume] = unstated()


class Component(Base, frozen=True):
    """What it is made of, and until when that may be used.

    A lot has its maker's expiry; a stock preparation, a trituration or a vehicle made before has a
    beyond-use date. A component without a date limits nothing, and the result names it.
    """

    model_config = ConfigDict(title="the component")

    name: Said
    until: datetime.date | None = None
    """The last day on which it may be used."""
    kind: Literal["expiry", "beyond-use date"] = "expiry"
    printed: str = ""
    """What the label says, where it names the month only."""

    @model_validator(mode="before")
    @classmethod
    def _dated(cls, data: Any) -> Any:
        until = data.get("until") if isinstance(data, dict) else None
        if until is None:
            return data
        if isinstance(until, str):
            return {**data, **_read(until, kind=data.get("kind", "expiry"))}
        return {**data, "until": checked_day(until, what="component")}


class Monograph(Base, frozen=True):
    """A pharmacopoeia's monograph of this very preparation.

    "35 days after the day on which it was compounded" is `days="35 days", first_day="day after"`;
    where it does not say from which day, days are counted as the house counts them.
    """

    model_config = ConfigDict(title="the monograph")

    title: Said
    days: Stated[Days]
    first_day: FirstDay | None = None


class AntimicrobialTest(Base, frozen=True):
    """A passed antimicrobial effectiveness test of this formulation in this container."""

    model_config = ConfigDict(title="the antimicrobial effectiveness test")

    report: Said
    aged: Stated[Days]
    """How old the preparation was when it passed."""


class Preparation(Base, frozen=True):
    """A preparation as beyond-use dating sees it; capsules and oral liquids alike."""

    model_config = ConfigDict(title="the preparation")

    form: Literal["capsules", "oral liquid"]
    active: Annotated[str, AfterValidator(known_substance)]
    """The substance in it, which the strength here counts: "naltrexone hydrochloride"."""
    strength: Maybe[PerUnit] = unstated()
    concentration: Maybe[Concentration] = unstated()
    contents: tuple[Content, ...] = ()
    source: str = ""
    """What the active was weighed from, before any dilution: "tablets", "powder"."""
    contains_water: StrictBool
    """Water that was added, or that a liquid ingredient holds."""
    water_activity: Maybe[Ratio] = unstated()
    """As measured; 0.58 is written "58 %"."""
    preserved: Literal["yes", "no", "unknown"] = "no"
    storage: Storage
    refrigeration_harms: Harm = ""
    """What a refrigerator would do to it, where it is kept at room temperature for that."""
    container: Container
    components: tuple[Component, ...] = ()
    monograph: Monograph | None = None
    antimicrobial_test: AntimicrobialTest | None = None

    @model_validator(mode="after")
    def _how_strong(self) -> Self:
        capsules = self.form == "capsules"
        measures = (self.strength, self.concentration)
        stated, other = measures if capsules else reversed(measures)
        if stated is None or other is not None:
            wanted = "strength = '4.5 mg'" if capsules else "concentration = '1 mg/mL'"
            raise AmountError(f"{self.form}: write {wanted}, and no other measure of its strength")
        return self

    @model_validator(mode="after")
    def _activity(self) -> Self:
        # 0.58 % would be a water activity of 0.0058, which no preparation has.
        measured = self.water_activity
        if measured is not None and not 1 <= measured.base * 100 <= 100:
            raise AmountError(
                f"water activity {measured}: it lies between 1 % and 100 %; write 0.58 as '58 %'"
            )
        return self


def _read(text: str, *, kind: object) -> dict[str, Any]:
    """A beyond-use date names its day; a maker's expiry may name the month only."""
    if kind == "beyond-use date":
        return {"until": read_date(text)}
    day, note = read_expiry(text)
    return {"until": day} if note is None else {"until": day, "printed": text.strip()}
