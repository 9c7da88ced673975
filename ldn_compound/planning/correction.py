"""The potency to weigh by, under the policy's rules of correction.

A powder of 101 % counts as 101 %, or, where the house corrects nothing downwards, as 100 %.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ldn_compound.equations.potency import (
    concentration_capped,
    potency_capped,
    shortfall,
    shortfall_of_liquid,
)
from ldn_compound.model.policy import Policy
from ldn_compound.model.stock import Solid
from ldn_compound.quantity.kinds import Concentration, Ratio

if TYPE_CHECKING:
    from ldn_compound.model.liquid import Liquid


def corrected(stock: Solid, policy: Policy) -> Ratio:
    """A solid's potency."""
    potency = stock.potency
    if policy.negative_correction == "capped" and stock.potency_if_capped is not None:
        potency = stock.potency_if_capped
    if policy.negative_correction == "none" and potency > stock.nominal:
        potency = potency_capped(potency=potency, nominal=stock.nominal)
    if not policy.correct_above.is_zero and potency < stock.nominal:
        missing = shortfall(potency=potency, nominal=stock.nominal)
        if missing <= policy.correct_above:
            return stock.nominal
    return potency


def corrected_liquid(stock: Liquid, policy: Policy) -> Concentration:
    """A liquid's concentration, by the same rules."""
    strength = stock.concentration
    if policy.negative_correction == "capped" and stock.concentration_if_capped is not None:
        strength = stock.concentration_if_capped
    if policy.negative_correction == "none" and strength > stock.nominal:
        strength = concentration_capped(concentration=strength, nominal=stock.nominal)
    if not policy.correct_above.is_zero and strength < stock.nominal:
        missing = shortfall_of_liquid(concentration=strength, nominal=stock.nominal)
        if missing <= policy.correct_above:
            return stock.nominal
    return strength
