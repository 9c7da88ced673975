"""Cited facts: what a number is, where it was read, and whether it was confirmed."""

from ldn_compound.catalog.beyond_use import dating, first_day
from ldn_compound.catalog.excipients import avoidable, excipient
from ldn_compound.catalog.instruments import balance, cylinder, machine, syringe
from ldn_compound.catalog.listing import names
from ldn_compound.catalog.practice import fact
from ldn_compound.catalog.products import product
from ldn_compound.catalog.references import reference
from ldn_compound.catalog.shells import shell, sizes
from ldn_compound.catalog.studies import studies, study
from ldn_compound.catalog.substances import lineage, substance
from ldn_compound.catalog.vehicles import vehicle

__all__ = [
    "avoidable",
    "balance",
    "cylinder",
    "dating",
    "excipient",
    "fact",
    "first_day",
    "lineage",
    "machine",
    "names",
    "product",
    "reference",
    "shell",
    "sizes",
    "studies",
    "study",
    "substance",
    "syringe",
    "vehicle",
]
