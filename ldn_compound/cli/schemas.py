"""The JSON Schemas of the documents that are read and written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(document: str) -> str:
    """The schema of "plan", "review", "approved", "order" (an order file, as JSON) or "finding"."""
    schema = _model(document).model_json_schema()
    return json.dumps({"$schema": _DRAFT, **schema}, indent=2, ensure_ascii=False)


def _model(document: str) -> type[BaseModel]:
    from ldn_compound.model.plan import Plan
    from ldn_compound.planning.request import Request
    from ldn_compound.rules.approval import Approved
    from ldn_compound.rules.finding import Finding
    from ldn_compound.rules.review import Review

    models: dict[str, type[BaseModel]] = {
        "plan": Plan,
        "review": Review,
        "approved": Approved,
        "order": Request,
        "finding": Finding,
    }
    return models[document]
