"""What a cylinder, syringe or pipette can measure, and how far off it may be.

A 100 mL cylinder marked at 1 mL: half a mark is 0.5 mL, 0.5 % of 100 mL and 2.5 % of 20 mL.
"""

from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Ratio, Volume


@equation(cites="graduates-teaching")
def least_measurable(*, capacity: Volume, least_share: Ratio) -> Volume:
    """Least volume to measure, as a part of the capacity."""
    return capacity * least_share


@equation(cites="this-library")
def half_mark(*, graduation: Volume) -> Volume:
    """How far off a volume on a mark may be: half a graduation."""
    return graduation / 2


@equation(cites="this-library")
def volume_error(*, error: Volume, measured: Volume) -> Ratio:
    """How far off one measuring may be, as a part of it."""
    return error / measured
