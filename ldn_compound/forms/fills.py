"""How much a shell holds: measured by this house, estimated from a density, or calibrated."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import ConfigDict

from ldn_compound.model.base import Base
from ldn_compound.model.stated import Maybe, unstated
from ldn_compound.model.when_stated import OneOf
from ldn_compound.quantity.kinds import Density


class Estimated(Base, frozen=True):
    """Shell volume times tapped density: the diluent's of the catalogue, or one that is stated."""

    model_config = ConfigDict(title="the estimated fill")

    kind: Literal["estimated"] = "estimated"
    density: Maybe[Density] = unstated()
    powder_density: Maybe[Density] = unstated()


if TYPE_CHECKING:
    from ldn_compound.forms.house_fills import Calibrated, Measured

    Fill = Measured | Calibrated | Estimated
else:
    _FILLS = {
        "measured": "ldn_compound.forms.house_fills:Measured",
        "calibrated": "ldn_compound.forms.house_fills:Calibrated",
        "estimated": "ldn_compound.forms.fills:Estimated",
    }
    Fill = Annotated[Any, OneOf("kind", _FILLS)]
