"""The active as a powder, with its certificate of analysis.

Assay 99.5 % on the anhydrous basis, water 8.5 %: each mg carries 0.995 × 0.915 = 0.9104 mg.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from ldn_compound.catalog import fact, substance
from ldn_compound.equations.potency import potency_as_is, potency_capped, potency_undried
from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.bench import Bench
from ldn_compound.model.decided import known_substance
from ldn_compound.model.plan import Ready
from ldn_compound.model.policy import Policy
from ldn_compound.model.seldom import Lot
from ldn_compound.model.stated import FromZero, Maybe, Stated, stated, unstated
from ldn_compound.model.stock import Solid, held_in, refuse_twice
from ldn_compound.quantity.kept import kept
from ldn_compound.quantity.kinds import Density, Mass, Ratio

_JAR = "drug jar"


class Anhydrous(Base, frozen=True):
    """An assay on the anhydrous (and solvent-free) basis; the water must be known."""

    model_config = ConfigDict(title="the certificate")

    basis: Literal["anhydrous"] = "anhydrous"
    assay: Stated[Ratio]
    water: FromZero[Ratio]
    solvents: FromZero[Ratio] = stated("0 %")

    @model_validator(mode="after")
    def _leaves_drug(self) -> Any:
        if self.water.base + self.solvents.base >= 1:
            raise AmountError(
                f"certificate: water {self.water} and solvents {self.solvents} leave no drug; "
                "write the percentages of the certificate"
            )
        return self

    def potency(self, assay: Ratio) -> Ratio:
        """Potency as it stands."""
        return potency_as_is(assay=assay, water=self.water, solvents=self.solvents)


class Dried(Base, frozen=True):
    """An assay on the dried basis."""

    model_config = ConfigDict(title="the certificate")

    basis: Literal["dried"] = "dried"
    assay: Stated[Ratio]
    loss_on_drying: FromZero[Ratio]

    @model_validator(mode="after")
    def _leaves_drug(self) -> Any:
        if self.loss_on_drying.base >= 1:
            raise AmountError(
                f"certificate: loss on drying {self.loss_on_drying} leaves no drug; "
                "write the percentage of the certificate"
            )
        return self

    def potency(self, assay: Ratio) -> Ratio:
        """Potency as it stands."""
        return potency_undried(assay=assay, loss_on_drying=self.loss_on_drying)


class AsIs(Base, frozen=True):
    """An assay of the powder as it stands: nothing is to be corrected."""

    model_config = ConfigDict(title="the certificate")

    basis: Literal["as is"] = "as is"
    assay: Stated[Ratio]

    def potency(self, assay: Ratio) -> Ratio:
        """Potency as it stands."""
        return assay


Certificate = Annotated[Anhydrous | Dried | AsIs, Field(discriminator="basis")]


class Powder(Base, frozen=True):
    """Powder of a substance, its certificate and its lots.

    The assay counts the anhydrous form of the salt (a dihydrate's too, as the monograph has it),
    or what `assay_as` names.
    """

    model_config = ConfigDict(title="the powder")

    substance: Annotated[str, AfterValidator(known_substance)]
    certificate: Certificate
    assay_as: Annotated[str, AfterValidator(known_substance)] | None = None
    tapped: Maybe[Density] = unstated()
    lots: tuple[Lot, ...] = ()

    @model_validator(mode="after")
    def _lots_are_weighed(self) -> Any:
        refuse_twice(self.lots, of="powder")
        for lot in self.lots:
            if lot.tablets is not None:
                raise AmountError(
                    f"powder: lot {lot.number} with tablets = {lot.tablets.base}; a powder's lot "
                    "is weighed, write amount = '5 g' for what there is of it"
                )
        return self

    @property
    def counted_as(self) -> str:
        """The substance that the assay counts."""
        if self.assay_as is not None:
            return self.assay_as
        entry = substance(self.substance)
        return entry.parent if entry.form == "hydrate" else entry.name

    @kept
    def potency(self) -> Ratio:
        """Active in each mg as it stands."""
        return self.certificate.potency(self.certificate.assay)

    def stock(self) -> Solid:
        whole = fact("intended_content").amount(Ratio)
        assay = self.certificate.assay
        return trusted(Solid)(
            material=f"{self.substance} powder",
            active=self.counted_as,
            potency=self.potency,
            nominal=whole,
            potency_if_capped=(
                self.certificate.potency(potency_capped(potency=assay, nominal=whole))
                if assay > whole
                else None
            ),
            rests_on=f"by certificate, {assay} on the {self.certificate.basis} basis",
            held=held_in(self.lots),
            tapped=self.tapped,
            lots=self.lots,
        )

    def prepare(self, amount: Mass, *, bench: Bench, policy: Policy) -> Ready:
        return trusted(Ready)(vessel=_JAR, supplies=(self.stock().supply(_JAR),))
