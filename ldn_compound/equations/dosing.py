"""What an oral syringe gives: 1.5 mg of 0.7 mg/mL is 2.142857 mL, 2.1 mL on a mark.

2.1 mL × 0.7 mg/mL = 1.47 mg, 2 % under.
"""

from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Concentration, Mass, Ratio, Volume


@equation(cites="usp-1160")
def delivered_dose(*, volume: Volume, concentration: Concentration) -> Mass:
    """What a volume on a mark really holds."""
    return volume * concentration


@equation(cites="usp-1160")
def dose_deviation(*, delivered: Mass, dose: Mass) -> Ratio:
    """How far what is delivered is off the dose."""
    return (delivered - dose) / dose


@equation(cites="graduates-teaching")
def part_of_capacity(*, volume: Volume, capacity: Volume) -> Ratio:
    """A volume as a part of its syringe."""
    return volume / capacity
