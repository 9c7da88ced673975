"""More active in every unit than its strength: 10 % over 4.5 mg are 4.95 mg."""

from typing import Any, Self

from pydantic import ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from ldn_compound.errors import AmountError
from ldn_compound.model.base import Base, trusted
from ldn_compound.model.stated import FromZero, Maybe, as_stated, unstated
from ldn_compound.quantity.kinds import PerUnit, Ratio


class Overage(Base, frozen=True):
    """More active in every unit; `below` limits it to units with less active than that."""

    model_config = ConfigDict(title="the overage")

    part: FromZero[Ratio]
    below: Maybe[PerUnit] = unstated()

    @classmethod
    def none(cls) -> "Overage":
        """No more than the strength."""
        return trusted(Overage)(part=as_stated(Ratio, "0 %", by="the overage", place="part"))

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, data: Any) -> Any:
        return {"part": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(handler(core))]}

    @model_validator(mode="after")
    def _an_extra(self) -> Self:
        if self.part.base >= 1:
            raise AmountError(
                f"overage {self.part}: 10 % more, or twice as much? write the extra alone, '10 %'"
            )
        return self
