"""Records that few orders have: a field declared with one imports it when an order states one.

`lots: tuple[Lot, ...] = ()` loads nothing about lots until there is a lot.
"""

from typing import TYPE_CHECKING, Annotated, Any

from ldn_compound.model.decided import known_vehicle
from ldn_compound.model.when_stated import WhenStated

if TYPE_CHECKING:
    from ldn_compound.model.lot import Lot
    from ldn_compound.model.measure import Measure
    from ldn_compound.model.overage import Overage
    from ldn_compound.model.regimen import Regimen
    from ldn_compound.model.shortage import Shortage
    from ldn_compound.model.vehicle import Vehicle
    from ldn_compound.model.whole_tablets import WholeTabletWay

    NamedVehicle = str | Vehicle
else:
    Lot = Annotated[Any, WhenStated("ldn_compound.model.lot:Lot")]
    Measure = Annotated[Any, WhenStated("ldn_compound.model.measure:Measure")]
    NamedVehicle = Annotated[
        Any, WhenStated("ldn_compound.model.vehicle:Vehicle", named=known_vehicle)
    ]
    Overage = Annotated[Any, WhenStated("ldn_compound.model.overage:Overage")]
    Regimen = Annotated[Any, WhenStated("ldn_compound.model.regimen:Regimen")]
    Shortage = Annotated[Any, WhenStated("ldn_compound.model.shortage:Shortage")]
    WholeTabletWay = Annotated[Any, WhenStated("ldn_compound.model.whole_tablets:WholeTabletWay")]

__all__ = ["Lot", "Measure", "NamedVehicle", "Overage", "Regimen", "Shortage", "WholeTabletWay"]
