"""What a balance can weigh, and how far off a weighing may be.

Class III: sensitivity 6 mg ÷ 5 % accepted error = 120 mg; a weighing of 150 mg is within
6 ÷ 150 = 4 %.
"""

from ldn_compound.equations.algebra import greatest, product
from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Mass, Ratio


@equation(cites="usp-1176")
def minimum_by_sensitivity(*, sensitivity: Mass, accepted_error: Ratio) -> Mass:
    """Minimum weighable, from the sensitivity requirement."""
    return sensitivity / accepted_error


@equation(cites="usp-41")
def least_scatter(*, repeatability: Mass, readability: Mass, least_part: Ratio) -> Mass:
    """Repeatability, not under its least part of the readability."""
    return greatest(repeatability, readability * least_part)


@equation(cites="usp-41")
def minimum_by_repeatability(*, repeatability: Mass, accepted_error: Ratio) -> Mass:
    """Minimum weighable, from twice the standard deviation."""
    return 2 * repeatability / accepted_error


@equation(cites="usp-1176")
def weighing_error(*, minimum: Mass, accepted_error: Ratio) -> Mass:
    """How far off one weighing may be."""
    return minimum * accepted_error


@equation(cites="this-library")
def half_step(*, readability: Mass) -> Mass:
    """How far off one weighing may be for its display alone: half of what it reads."""
    return readability / 2


@equation(cites="usp-1176")
def relative_error(*, error: Mass, weighed: Mass) -> Ratio:
    """How far off one weighing may be, as a part of it."""
    return error / weighed


@equation(cites="usp-1176")
def worst_high(*, errors: tuple[Ratio, ...]) -> Ratio:
    """All weighings off upwards together."""
    return product([1 + error for error in errors])


@equation(cites="usp-1176")
def worst_low(*, errors: tuple[Ratio, ...]) -> Ratio:
    """All weighings off downwards together; one off by all of it weighs nothing out."""
    return product([greatest(1 - error, 0 * error) for error in errors])


@equation(cites="usp-1176")
def lowest_within(*, nominal: Mass, tolerance: Ratio) -> Mass:
    """The lightest that is still within a tolerance."""
    return nominal * (1 - tolerance)


@equation(cites="usp-1176")
def highest_within(*, nominal: Mass, tolerance: Ratio) -> Mass:
    """The heaviest that is still within a tolerance."""
    return nominal * (1 + tolerance)
