"""An empty capsule shell: its size, what it holds, and whose table says so."""

from typing import Any

from pydantic import ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from ldn_compound.catalog import shell as catalogued
from ldn_compound.errors import AmountError, CatalogError
from ldn_compound.model.base import Base
from ldn_compound.model.stated import Stated
from ldn_compound.quantity.kinds import VolumePerUnit

THE_HOUSE = "the house"
"""The maker of a shell whose volume is stated, and whose maker is not."""


class Shell(Base, frozen=True):
    """A shell by its size ("3"), of the mainstream table or another maker's, or one of your own."""

    model_config = ConfigDict(title="the shell")

    size: str
    volume: Stated[VolumePerUnit]
    maker: str

    @model_validator(mode="before")
    @classmethod
    def _of_a_table(cls, data: Any) -> Any:
        if isinstance(data, str):
            data = {"size": data}
        if isinstance(data, int):
            raise AmountError(
                f"{data!r}: 0, 00 and 000 are three sizes; write the size as text, '3'"
            )
        if not isinstance(data, dict) or "volume" in data or "size" not in data:
            return data if not isinstance(data, dict) else {"maker": THE_HOUSE, **data}
        try:
            entry = catalogued(data["size"], maker=data.get("maker", "mainstream"))
        except CatalogError as error:
            raise AmountError(str(error)) from None
        return {**data, "size": entry.size, "volume": entry.volume, "maker": entry.maker}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = handler.resolve_ref_schema(handler(core))
        return {"anyOf": [{"type": "string"}, schema | {"required": ["size"]}]}

    @classmethod
    def of(cls, size: str, *, maker: str = "mainstream") -> "Shell":
        """The shell of a size in a maker's table."""
        return cls.model_validate({"size": size, "maker": maker})

    def __str__(self) -> str:
        return f"size {self.size}"
