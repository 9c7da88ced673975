"""A record's fields are annotated with types, not with their text.

pydantic compiles and evaluates an annotation that is text, one by one, for every record that an
order loads: a third of what a record costs at start-up. So a module of records goes without
`from __future__ import annotations`.
"""

from importlib import import_module
from inspect import get_annotations
from pkgutil import walk_packages
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

import ldn_compound
from ldn_compound.model.base import Base


def records(base: type[Base] = Base) -> set[type[Base]]:
    return {base}.union(*(records(record) for record in base.__subclasses__()))


def all_of_ours():
    for module in walk_packages(ldn_compound.__path__, "ldn_compound."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return {one for one in records() if one.__module__.startswith("ldn_compound.")}


def test_no_record_annotates_its_fields_with_text():
    ours = all_of_ours()
    assert {"Plan", "OralLiquid", "Regimen"} <= {one.__name__ for one in ours}
    in_text = {
        f"{one.__module__}: {one.__name__}.{name}"
        for one in ours
        for name, annotation in get_annotations(one).items()
        if isinstance(annotation, str)
    }
    assert in_text == set()


def test_no_record_guesses_at_yes_or_no():
    """A preservative that is "on", or 1, would date a liquid later."""
    guessed = set()
    found = 0
    for record in all_of_ours():
        for name, field in record.model_fields.items():
            if "bool" in str(field.annotation).lower():
                found += 1
                reader = TypeAdapter(Annotated[field.annotation, Field(), *field.metadata])
                assert takes(reader, True)
                guessed |= {f"{record.__name__}.{name}" for one in (1, "yes") if takes(reader, one)}
    assert guessed == set()
    assert found > 5


def takes(reader, stated):
    try:
        reader.validate_python(stated)
    except ValidationError:
        return False
    return True
