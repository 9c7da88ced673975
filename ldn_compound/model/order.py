"""What was ordered: the drug, what its milligrams count, and the dosage form."""

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, ConfigDict, ValidationInfo

from ldn_compound.catalog import substance
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.model.base import Document
from ldn_compound.model.ports import AnyForm, kinds_of
from ldn_compound.model.seldom import Regimen
from ldn_compound.model.stated import Several, none_stated
from ldn_compound.quantity.kinds import Mass, PerUnit
from ldn_compound.quantity.writing import write

if TYPE_CHECKING:
    from ldn_compound.model.measure import Measure

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


def _as_the_liquid_says(directions: Regimen | None, info: ValidationInfo) -> Regimen | None:
    """Doses said twice, by a liquid and by its directions, are the same doses."""
    if directions is None:
        return None
    form = info.data.get("form")
    stated: tuple[Mass, ...] = getattr(form, "doses", ())
    directed = _each_once(directions)
    if stated and set(stated) != set(directed):
        raise AmountError(
            f"doses of {_listed(directed)}, and the liquid's own doses are {_listed(stated)}; "
            "correct them, or leave the liquid's doses: the directions say them"
        )
    syringes: tuple[Measure, ...] = getattr(form, "syringes", ())
    if syringes and not stated:
        from ldn_compound.model.measure import one_or_each

        one_or_each(syringes, doses=len(directed))
    return directions


def _of_other_capsules(beside: tuple[PerUnit, ...], info: ValidationInfo) -> tuple[PerUnit, ...]:
    form = info.data.get("form")
    if not beside or form is None:
        return beside
    if "oral liquid" in kinds_of(form):
        raise AmountError("a liquid has no other strengths beside it; write an order for each")
    own: PerUnit = form.strength
    if own in beside or len(set(beside)) != len(beside):
        raise AmountError(
            f"{_listed(beside)} beside {write(own, unit='capsule')}: write each of the kit's other "
            "strengths once"
        )
    return beside


def _each_once(directions: Regimen) -> tuple[Mass, ...]:
    return tuple(dict.fromkeys(period.dose for period in directions.periods))


def _listed(amounts: tuple[Mass, ...] | tuple[PerUnit, ...]) -> str:
    return ", ".join(write(one, unit="capsule") for one in amounts)


class Order(Document, frozen=True):
    """A prescription or house order for one strength.

    `strength_as` says what the milligrams count: the hydrochloride, as the tablets are labelled, or
    the base ("naltrexone"). `avoid` names excipients the patient must not have, such as "lactose".
    `directions` are what the patient takes; `beside` are a kit's other strengths, taken together
    with this one.
    """

    model_config = ConfigDict(title="the order")

    drug: Annotated[str, AfterValidator(_drug)]
    form: AnyForm
    strength_as: Annotated[str, AfterValidator(_counted)] = STRENGTH_AS
    avoid: tuple[str, ...] = ()
    directions: Annotated[Regimen | None, AfterValidator(_as_the_liquid_says)] = None
    beside: Annotated[Several[PerUnit], AfterValidator(_of_other_capsules)] = none_stated()

    @property
    def doses(self) -> tuple[Mass, ...]:
        """Each dose of the directions once, in their order; none where nothing is directed."""
        return () if self.directions is None else _each_once(self.directions)
