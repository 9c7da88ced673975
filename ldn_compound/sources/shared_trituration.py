"""A trituration that is made once, for several strengths: each takes an aliquot of it.

510 mg of drug to 5100 mg, tenfold: 31.5 mg for 63 capsules of 0.5 mg are 315 mg of it, 63 mg for 63
of 1 mg are 630 mg; 4155 mg are left.
"""

from pydantic import ConfigDict

from ldn_compound.model.base import trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.plan import Ready
from ldn_compound.model.policy import Policy
from ldn_compound.quantity.kinds import Mass
from ldn_compound.sources.trituration import Trituration


class SharedTrituration(Trituration, frozen=True):
    """A trituration whose making is a preparation of its own.

    What is taken from it carries the steps of its making along, so that every weighing that
    decides a unit's content is counted.
    """

    model_config = ConfigDict(title="the shared trituration")

    def making(self, *, bench: Bench, policy: Policy) -> Ready:
        """How it is made: its steps, and what they take."""
        return super().prepare(self.mass, bench=bench, policy=policy)

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        return trusted(Ready)(
            before=self.making(bench=bench, policy=policy).steps,
            vessel=self.vessel,
            available=self.mass,
            supplies=(self.stock().supply(self.vessel),),
        )
