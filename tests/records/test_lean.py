"""A sheet and its renderers load next to nothing, a worksheet no array or unit library."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("imported", "not_loaded"),
    [
        ("ldn_compound.render.text", ("pydantic", "numpy", "pint")),
        ("ldn_compound.render.markdown", ("pydantic", "numpy", "pint")),
        ("ldn_compound.records.worksheet", ("numpy", "pint")),
    ],
)
def test_what_an_import_leaves_alone(imported: str, not_loaded: tuple[str, ...]) -> None:
    found = f"import sys, {imported}; print([m for m in {not_loaded!r} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", found], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
