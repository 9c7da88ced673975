"""Capsules whose weights prove nothing about their content."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ldn_compound.catalog import fact
from ldn_compound.equations.everyday import per
from ldn_compound.model.plan import Filling
from ldn_compound.quantity.kinds import PerUnit, Ratio
from ldn_compound.quantity.writing import write
from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule


@rule(
    code="OUT804",
    title="Weights alone prove nothing about the content",
    severity="note",
    rationale="Only with 25 mg of drug or more, and 25 % or more of the fill, may the weights of "
    "capsules stand for their content. A low dose is a small part of its capsule: a blend that is "
    "not even shows in an assay of single capsules and nowhere else.",
    bad="Ten capsules of 4.5 mg weighed, all alike, and called uniform.",
    good="Ten capsules of 4.5 mg assayed one by one.",
    remedy="To prove uniformity have single capsules assayed (content uniformity).",
    cites=("usp-905",),
    of="capsules",
)
def content_uniformity(case: Case) -> Iterator[Breach]:
    if not isinstance(case.plan.made, Filling):
        return
    least, least_share = _least()
    for run in case.outcome.runs:
        part = per(run.active, by=run.net_fill)
        if run.active < least or part < least_share:
            yield Breach(
                "drug in a capsule",
                f"{write(run.active, unit='capsule')}, {write(part)} of the fill",
                _limit(),
            )
            return  # the other runs hold as little


@cache
def _least() -> tuple[PerUnit, Ratio]:
    return (
        fact("weight_variation_content").amount(PerUnit),
        fact("weight_variation_share").amount(Ratio),
    )


@cache
def _limit() -> str:
    content, share = _least()
    return f"{write(content, unit='capsule')} and {write(share)} of the fill, or more"
