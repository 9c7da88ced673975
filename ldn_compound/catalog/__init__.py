"""Cited facts: what a number is, where it was read, and whether it was confirmed."""

from ldn_compound.catalog.excipients import avoidable, excipient
from ldn_compound.catalog.instruments import balance, cylinder, machine, syringe
from ldn_compound.catalog.listing import names
from ldn_compound.catalog.practice import fact
from ldn_compound.catalog.products import product
from ldn_compound.catalog.references import reference
from ldn_compound.catalog.shells import shell, sizes
from ldn_compound.catalog.substances import lineage, substance

__all__ = [
    "avoidable",
    "balance",
    "cylinder",
    "excipient",
    "fact",
    "lineage",
    "machine",
    "names",
    "product",
    "reference",
    "shell",
    "sizes",
    "substance",
    "syringe",
]
