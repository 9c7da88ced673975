"""The next dose, where doses go up or down by steps towards a target.

Up by 1.5 mg from 3 mg, not above 4 mg: 3 + 1.5 = 4.5, so the next dose is the target, 4 mg.
"""

from ldn_compound.equations.algebra import greatest, least
from ldn_compound.equations.equation import equation
from ldn_compound.quantity.kinds import Mass


@equation()
def stepped_up(*, dose: Mass, step: Mass, target: Mass) -> Mass:
    """Next dose of a titration, not above its target."""
    return least(dose + step, target)


@equation()
def stepped_down(*, dose: Mass, step: Mass, target: Mass) -> Mass:
    """Next dose of a taper, not below its target."""
    return greatest(dose - step, target)
