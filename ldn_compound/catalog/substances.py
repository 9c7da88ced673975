"""Naltrexone, its hydrochloride and the dihydrate of that."""

from __future__ import annotations

from functools import cache

from ldn_compound.catalog.entries import Substance
from ldn_compound.catalog.load import tables
from ldn_compound.catalog.lookup import find
from ldn_compound.catalog.row import Row
from ldn_compound.quantity.kinds import Concentration, MolarMass, Ratio, SpecificVolume

_WORDS = (
    "parent",
    "form",
    "formula",
    "unii",
    "cas",
    "rxcui",
    "atc",
    "solubility",
    "assay_basis",
    "storage",
    "stability",
    "note",
)
_KEYS = (
    "synonyms",
    "molar_mass",
    "water",
    "assay",
    "water_solubility",
    "displacement",
    *_WORDS,
)


def substance(name: str) -> Substance:
    """The substance of exactly this name or listed synonym."""
    return _substance(find(name, file="substances", what="substance"))


def lineage(name: str) -> tuple[Substance, ...]:
    """The substance and what it is a form of: dihydrate, hydrochloride, base."""
    forms = [substance(name)]
    while forms[-1].parent:
        forms.append(substance(forms[-1].parent))
    return tuple(forms)


@cache
def _substance(name: str) -> Substance:
    row = Row("substances", name, tables("substances")["substance"][name], keys=_KEYS)
    return Substance(
        name=name,
        synonyms=row.texts("synonyms"),
        molar_mass=row.required("molar_mass", MolarMass),
        water=row.amount("water", Ratio),
        water_solubility=row.amount("water_solubility", Concentration),
        displacement=row.amount("displacement", SpecificVolume),
        assay=row.limits("assay", Ratio),
        cites=row.backing.cites,
        confirmed=row.backing.confirmed,
        parent=row.text("parent"),
        form=row.text("form"),
        formula=row.text("formula"),
        unii=row.text("unii"),
        cas=row.text("cas"),
        rxcui=row.text("rxcui"),
        atc=row.text("atc"),
        solubility=row.text("solubility"),
        assay_basis=row.text("assay_basis"),
        storage=row.text("storage"),
        stability=row.text("stability"),
        note=row.text("note"),
    )
