"""A trituration or stock solution from the shelf, with its own beyond-use date."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, StringConstraints, model_validator

from ldn_compound.catalog import fact, substance
from ldn_compound.equations.potency import potency_as_form
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.decided import known_substance
from ldn_compound.model.liquid import Liquid
from ldn_compound.model.lot import BeyondUseDay, Lot, LotNumber
from ldn_compound.model.plan import Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.stated import Maybe, unstated
from ldn_compound.model.stock import Solid
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, Volume
from ldn_compound.quantity.writing import write

_SHELF = "shelf preparation"


class Prepared(Base, frozen=True):
    """A preparation of the drug made before: a powder of a potency, or a liquid of a concentration.

    `number` is its own lot or batch number; its beyond-use date binds as a component's does.
    `made_from` and `diluted_with` say of what it was made ("powder", "microcrystalline cellulose");
    where they are not stated, no study is known to have tested what is made of it.
    """

    model_config = ConfigDict(title="the shelf preparation")

    name: str
    number: LotNumber
    made: date
    beyond_use: BeyondUseDay
    active: Annotated[str, AfterValidator(known_substance)] = "naltrexone hydrochloride"
    potency: Maybe[Ratio] = unstated()
    concentration: Maybe[Concentration] = unstated()
    mass: Maybe[Mass] = unstated()
    volume: Maybe[Volume] = unstated()
    rests_on: str = "by its compounding record"
    made_from: Literal["tablets", "powder"] | None = None
    diluted_with: Annotated[str, StringConstraints(strip_whitespace=True)] = ""

    @model_validator(mode="after")
    def _powder_or_liquid(self) -> Any:
        if (self.potency is None) == (self.concentration is None):
            raise AmountError(
                "shelf preparation: state its potency, '10 %', if it is a powder, or its "
                "concentration, '10 mg/mL', if it is a liquid"
            )
        return self

    @model_validator(mode="after")
    def _used_after_it_is_made(self) -> Any:
        if self.beyond_use < self.made:
            raise AmountError(
                f"shelf preparation: made {self.made}, to be used by {self.beyond_use}; write both "
                "dates as its label has them, beyond_use on the day it was made or after it"
            )
        return self

    @model_validator(mode="after")
    def _no_more_than_all_of_it(self) -> Any:
        if self.potency is not None and self.potency > (most := _all_drug(self.active)):
            raise AmountError(
                f"shelf preparation: potency {self.potency}; all of it would be drug at "
                f"{write(most)} of {self.active}; write the part of it that is drug, '10 %'"
            )
        return self

    def stock(self) -> Solid | Liquid:
        lots = (Lot(number=self.number, beyond_use=self.beyond_use),)
        if self.potency is not None:
            return trusted(Solid)(
                material=self.name,
                active=self.active,
                potency=self.potency,
                nominal=self.potency,
                leaves_suspended=True,
                rests_on=self.rests_on,
                held=self.mass,
                lots=lots,
            )
        assert self.concentration is not None
        return trusted(Liquid)(
            material=self.name,
            active=self.active,
            concentration=self.concentration,
            nominal=self.concentration,
            solvent=self.diluted_with,
            rests_on=self.rests_on,
            held=self.volume,
            lots=lots,
        )

    def prepare(self, amount: Mass | Volume, *, bench: Bench, policy: Policy) -> Ready:
        return trusted(Ready)(vessel=_SHELF, supplies=(self.stock().supply(_SHELF),))


def _all_drug(active: str) -> Ratio:
    """What a pure powder has at the most, counted as `active`: as base it is the lightest."""
    base = substance(active)
    while base.parent:
        base = substance(base.parent)
    return potency_as_form(
        potency=fact("intended_content").amount(Ratio),
        molar_mass=base.molar_mass,
        molar_mass_wanted=substance(active).molar_mass,
    )
