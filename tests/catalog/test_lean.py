"""The catalogue costs nothing until it is asked, and then only the file asked for."""

import subprocess
import sys

OF_A_PLAN = """
import sys
from ldn_compound import catalog
assert "tomllib" not in sys.modules
from ldn_compound.catalog import load
read = []
whole = load.tables.__wrapped__
def counted(file):
    read.append(file)
    return whole(file)
from functools import cache
import importlib
patched = cache(counted)
for module in ("excipients", "lookup", "practice", "shells", "substances"):
    importlib.import_module(f"ldn_compound.catalog.{module}").tables = patched
catalog.substance("naltrexone hydrochloride")
catalog.shell("3")
catalog.excipient("microcrystalline cellulose")
catalog.fact("grinding_reserve")
assert sorted(read) == ["excipients", "practice", "shells", "substances"], read
for heavy in ("numpy", "pint", "pydantic", "difflib"):
    assert heavy not in sys.modules, heavy
"""


def test_a_plan_reads_four_files_and_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OF_A_PLAN], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
