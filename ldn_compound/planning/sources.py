"""The sources an order file states: one table, and the dilution of it where the house chose one.

[powder]
substance = "naltrexone hydrochloride"
certificate = { basis = "as is", assay = "99 %" }
[trituration]
powder = "510 mg"
diluent = "4590 mg"
"""

from typing import TYPE_CHECKING, Annotated, Self

from pydantic import AfterValidator, ConfigDict, model_validator

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base
from ldn_compound.model.decided import known_diluent
from ldn_compound.model.measure import Measure
from ldn_compound.model.ports import Source
from ldn_compound.model.stated import Stated
from ldn_compound.quantity.kinds import Mass, Volume
from ldn_compound.sources.injection import Injection
from ldn_compound.sources.powder import Powder
from ldn_compound.sources.prepared import Prepared
from ldn_compound.sources.stock_solution import StockSolution
from ldn_compound.sources.tablets import Tablets
from ldn_compound.sources.trituration import Trituration

if TYPE_CHECKING:
    from ldn_compound.planning.request import Request

SOURCES = ("tablets", "powder", "injection", "prepared")
DILUTIONS = ("trituration", "stock_solution")


class TriturationTable(Base, frozen=True):
    """So much of the source beside it, and of a diluent."""

    model_config = ConfigDict(title="the trituration")

    powder: Stated[Mass]
    diluent: Stated[Mass]
    diluent_name: Annotated[str, AfterValidator(known_diluent)] = "microcrystalline cellulose"


class StockSolutionTable(Base, frozen=True):
    """So much of the source beside it, brought to a volume."""

    model_config = ConfigDict(title="the stock solution")

    powder: Stated[Mass]
    volume: Stated[Volume]
    solvent: str
    measure: Measure


class Way(Base, frozen=True):
    """One source among several that are compared, and its dilution where one is stated."""

    model_config = ConfigDict(title="the way")

    tablets: Tablets | None = None
    powder: Powder | None = None
    injection: Injection | None = None
    prepared: Prepared | None = None
    trituration: TriturationTable | None = None
    stock_solution: StockSolutionTable | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        one_source(self)
        return self


def one_of(stated: "Request | Way", names: tuple[str, ...], what: str) -> None:
    """Refuse none of the tables, and more than one."""
    found = [name for name in names if getattr(stated, name) is not None]
    if len(found) != 1:
        how_many = f"several {what}s are" if found else f"no {what} is"
        tables = " or ".join(f"[{name}]" for name in found or names)
        raise AmountError(f"{how_many} stated; write one table, {tables}")


def one_source(stated: "Request | Way") -> None:
    """Refuse what is not one source, with one dilution of it at most."""
    one_of(stated, SOURCES, "source")
    diluted = [name for name in DILUTIONS if getattr(stated, name) is not None]
    if len(diluted) > 1:
        raise AmountError("several dilutions are stated; write one, [trituration] for a powder")
    if diluted and stated.tablets is not None and stated.tablets.pieces is not None:
        raise AmountError(f"[{diluted[0]}]: its powder is weighed; write use = 'by weight'")


def source_of(stated: "Request | Way") -> Source:
    """The source, or the dilution of it that is stated."""
    source = stated.tablets or stated.powder or stated.injection or stated.prepared
    assert source is not None
    if stated.trituration is not None:
        return Trituration(of=source, **dict(stated.trituration))
    if stated.stock_solution is not None:
        return StockSolution(of=source, **dict(stated.stock_solution))
    return source
