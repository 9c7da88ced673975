"""A kit: the capsule strengths, and how many of each, that make every dose of a regimen exactly.

7 days each of 0.5, 1, 1.5 and 2 mg from 0.5 and 1.5 mg: 1, 2, 0 and 1 of 0.5 mg, 0, 0, 1 and 1 of
1.5 mg; 7 × 4 = 28 and 7 × 2 = 14 capsules. In packs of 30, 2 and 16 are left over.
"""

from __future__ import annotations

from ldn_compound.planning.kits.task import Wish

__all__ = ["Combination", "Kit", "KitContent", "KitTerms", "Portion", "Wish", "kit", "orders"]
