"""What was ordered: the drug, what its milligrams count, and the dosage form."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ConfigDict

from ldn_compound.catalog import substance
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.model.base import Document
from ldn_compound.model.ports import AnyForm

DRUG = "naltrexone"
STRENGTH_AS = "naltrexone hydrochloride"


def _drug(name: str) -> str:
    try:
        found = substance(name).name
    except CatalogError as error:
        raise AmountError(str(error)) from None
    if found != DRUG:
        raise AmountError(
            f"{name!r}: write drug = '{DRUG}', and the salt form in its own field, "
            f"strength_as = '{found if found == STRENGTH_AS else STRENGTH_AS}'"
        )
    return found


def _counted(name: str) -> str:
    try:
        found = substance(name).name
    except CatalogError as error:
        raise AmountError(str(error)) from None
    if found not in (DRUG, STRENGTH_AS):
        raise AmountError(
            f"{name!r}: a strength counts '{STRENGTH_AS}' or '{DRUG}' (base); "
            "a hydrate is a property of the powder, stated there"
        )
    return found


class Order(Document, frozen=True):
    """A prescription or house order for one strength.

    `strength_as` says what the milligrams count: the hydrochloride, as the tablets are labelled, or
    the base ("naltrexone"). `avoid` names excipients the patient must not have, such as "lactose".
    """

    model_config = ConfigDict(title="the order")

    drug: Annotated[str, AfterValidator(_drug)]
    form: AnyForm
    strength_as: Annotated[str, AfterValidator(_counted)] = STRENGTH_AS
    avoid: tuple[str, ...] = ()
