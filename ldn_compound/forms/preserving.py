"""Whether a liquid is preserved: as its vehicle is, unless another liquid dilutes that."""

from __future__ import annotations

from ldn_compound.catalog import vehicle
from ldn_compound.catalog.entries import Preserved, VehicleEntry
from ldn_compound.catalog.lookup import if_known
from ldn_compound.model.liquid import Liquid
from ldn_compound.model.stock import Solid


def preserved_in(entry: VehicleEntry, stock: Solid | Liquid) -> Preserved:
    """As the vehicle is; not known where a liquid in another solvent, or in one that nobody stated,
    dilutes its preservative.
    """
    # The preservative of a vehicle made in house is weighed for the whole volume.
    if entry.preserved != "yes" or entry.parts or not isinstance(stock, Liquid):
        return entry.preserved
    if stock.solvent.lower() == entry.name.lower():
        return entry.preserved
    solvent = if_known(vehicle, stock.solvent)
    return "yes" if solvent is not None and solvent.preserved == "yes" else "unknown"
