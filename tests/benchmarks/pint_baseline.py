"""The arithmetic of a plan, its dry run and its checks, written carefully with pint quantities.

Units are looked up once; nothing is parsed in the loop; about fifty pint operations an order and a
pydantic result. It keeps no audit trail.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import pint
from pydantic import BaseModel, ConfigDict

ureg = pint.UnitRegistry()
ureg.define("dosage_unit = [dosage_unit]")
ureg.define("tablet = [tablet]")
MG, ML = ureg.milligram, ureg.milliliter
UNIT, TABLET = ureg.dosage_unit, ureg.tablet
MG_PER_UNIT, MG_PER_TABLET = MG / UNIT, MG / TABLET
ML_PER_UNIT, G_PER_ML = ML / UNIT, ureg.gram / ML
Q = ureg.Quantity


class Case(NamedTuple):
    """One order from tablets, in plain numbers."""

    strength: float
    quantity: int
    tablet: float
    weighed: int
    together: float
    shell: float


class Result(BaseModel):
    """What is compared with the plan."""

    model_config = ConfigDict(frozen=True)

    active: float
    powder_wanted: float
    powder: float
    tablets: int
    diluent: float
    net_fill: float
    portions: tuple[float, ...]
    content: float
    part: float
    left_over: float
    worst: float
    findings: tuple[str, ...]


def rounded(mass: pint.Quantity, step: pint.Quantity) -> pint.Quantity:
    return math.floor((mass / step).to("").magnitude + 0.5) * step


def planned(case: Case) -> Result:
    strength = Q(case.strength, MG_PER_UNIT)
    units = Q(case.quantity, UNIT)
    tablet = Q(case.tablet, MG_PER_TABLET)
    step, sensitivity = Q(1, MG), Q(6, MG)
    accepted, reserve = 0.05, 0.02

    active = strength * units
    weight = Q(case.together, MG) / Q(case.weighed, TABLET)
    potency = (tablet / weight).to("")
    wanted = active / potency
    powder = rounded(wanted, step)
    to_grind = wanted * (1 + reserve)
    tablets = Q(math.ceil((to_grind / weight).to(TABLET).magnitude - 1e-9), TABLET)
    ground = (tablets * weight).to(MG)

    full = (Q(case.shell, ML_PER_UNIT) * Q(0.46, G_PER_ML)).to(MG_PER_UNIT)
    in_unit = powder / units
    part_filled = (in_unit / full).to("")
    diluent = rounded((full * (1 - part_filled) * units).to(MG), step)
    blend = powder + diluent
    net_fill = blend / units
    portions, portion, in_mortar, remaining = [], powder, powder, diluent
    while portion < remaining:
        portions.append(portion.magnitude)
        remaining = remaining - portion
        in_mortar = in_mortar + portion
        portion = in_mortar
    portions.append(remaining.magnitude)

    drug_ground = (tablets * tablet).to(MG)
    rest_ground = ground - drug_ground
    taken = min(powder, ground)
    share = (taken / ground).to("")
    drug, rest = drug_ground * share, rest_ground * share
    left_over = drug_ground - drug
    rest_left = rest_ground - rest
    assert abs((left_over + rest_left + taken - ground).magnitude) < 1e-6
    content = drug / units
    part = (content / strength).to("")
    minimum = sensitivity / accepted
    error = (minimum * accepted / powder).to("")
    high, low = part * (1 + error), part * (1 - error)

    findings = []
    if powder < minimum:
        findings.append("below minimum")
    if diluent < minimum:
        findings.append("diluent below minimum")
    if diluent > Q(120_000, MG):
        findings.append("above capacity")
    if error > accepted:
        findings.append("weighing error")
    if not Q(0.5, MG_PER_UNIT) <= strength <= Q(4.5, MG_PER_UNIT):
        findings.append("strength")
    if not Q(150, MG_PER_TABLET) <= weight <= Q(500, MG_PER_TABLET):
        findings.append("tablet weight")
    if part_filled > 0.8:
        findings.append("overfilled")
    if not 0.9 <= part <= 1.1:
        findings.append("content")
    if not (low >= 0.9 and high <= 1.1):
        findings.append("content at worst")
    if taken < powder:
        findings.append("short")
    return Result(
        active=active.magnitude,
        powder_wanted=wanted.to(MG).magnitude,
        powder=powder.magnitude,
        tablets=int(tablets.magnitude),
        diluent=diluent.magnitude,
        net_fill=net_fill.magnitude,
        portions=tuple(portions),
        content=content.magnitude,
        part=part.magnitude,
        left_over=left_over.magnitude,
        worst=error.magnitude,
        findings=tuple(findings),
    )
