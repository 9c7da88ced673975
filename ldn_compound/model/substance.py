"""A substance by its catalogue name, for fields that name what a source holds."""

from __future__ import annotations

from ldn_compound.catalog import substance
from ldn_compound.errors import AmountError, CatalogError


def substance_name(name: str) -> str:
    """The catalogue's name of a substance; AmountError where it has none."""
    try:
        return substance(name).name
    except CatalogError as error:
        raise AmountError(str(error)) from None
