"""A finding: what a rule found, as data."""

from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import (
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    StrictBool,
    computed_field,
    model_validator,
)
from pydantic_core import CoreSchema

from ldn_compound.errors import AmountError, NotApproved
from ldn_compound.model.base import Base
from ldn_compound.model.policy import Severity
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.writing import write_short

if TYPE_CHECKING:
    from ldn_compound.rules.approval import Waiver


class Finding(Base, frozen=True):
    """What a rule found at one place; data only."""

    model_config = ConfigDict(title="the finding")

    code: str
    version: int
    title: str
    severity: Severity
    absolute: StrictBool = False
    second_name: StrictBool = False
    place: str
    step: int | None = None
    observed: Amount | str
    limit: Amount | str
    remedy: str
    cites: tuple[str, ...] = ()
    unit: str = "capsule"
    """The word for a dosage unit, in `observed` and `limit`."""

    @model_validator(mode="wrap")
    @classmethod
    def _message_is_its_own(
        cls, data: Any, handler: ModelWrapValidatorHandler["Finding"]
    ) -> "Finding":
        if not isinstance(data, dict) or "message" not in data:
            return handler(data)
        finding = handler({name: value for name, value in data.items() if name != "message"})
        if data["message"] != finding.message:
            raise AmountError(
                f"{finding.code}: the message is another than the finding's own; "
                f"leave it out, or write {finding.message!r}"
            )
        return finding

    @computed_field  # type: ignore[prop-decorator]
    @property
    def message(self) -> str:
        """Place, observed, limit, what is wrong, what to do, and the citation; in this order."""
        cited = f" [{', '.join(self.cites)}]" if self.cites else ""
        return (
            f"{self.place}: {said(self.observed, unit=self.unit)}; "
            f"limit: {said(self.limit, unit=self.unit)}. {self.title}. {self.remedy}{cited}"
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = handler.resolve_ref_schema(handler(core))
        schema["properties"].setdefault("message", {"title": "Message", "type": "string"})
        schema["required"] = [*dict.fromkeys((*schema["required"], "message"))]
        return schema

    def waive(self, *, reason: str, by: str, on: date, second: str | None = None) -> "Waiver":
        """A waiver of this finding. NotApproved where it is absolute."""
        if self.absolute:
            raise NotApproved(f"{self.code}, {self.place}: absolute, it cannot be waived")
        from ldn_compound.rules.approval import Waiver

        return Waiver(
            code=self.code,
            place=self.place,
            observed=said(self.observed, unit=self.unit),
            reason=reason,
            by=by,
            on=on,
            second=second,
        )

    def waived_by(self, waiver: "Waiver") -> bool:
        """Whether the waiver is of this finding, as it stands."""
        return self.waived_as == waiver.of

    @property
    def waived_as(self) -> tuple[str, str, str]:
        """What a waiver of it names."""
        return self.code, self.place, said(self.observed, unit=self.unit)


def said(thing: Amount | str, *, unit: str) -> str:
    """An observed amount or limit as text."""
    return write_short(thing, unit=unit) if isinstance(thing, Amount) else thing
