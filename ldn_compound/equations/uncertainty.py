"""How far off a unit is expected to be, by rounding and by the instruments.

Rounding puts a unit 3 % over; three weighings are each within 4 %, anywhere in it alike: the
square root of 3² + (4² + 4² + 4²) ÷ 3 = 9 + 16 is 5 %. It is the root of the mean square: a typical
error, where the worst case has every weighing off as far as it can be, all the same way.
"""

from ldn_compound.equations.algebra import root, total
from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Ratio

_UNIFORM = 3
"""What is anywhere within ±e alike has the variance (2 e)² ÷ 12 = e² ÷ 3."""


@equation(cites="this-library")
def expected_error(*, part: Ratio, errors: tuple[Ratio, ...]) -> Ratio:
    """Expected error of a unit that should hold all, of its rounding and of each measurement."""
    return root((part - 1) * (part - 1) + total(error * (error / _UNIFORM) for error in errors))
