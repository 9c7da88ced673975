"""The catalogue costs nothing until it is asked, and then one file is read, once."""

import subprocess
import sys

OF_A_PLAN = """
import sys
from ldn_compound import catalog
assert "ldn_compound.catalog.load" not in sys.modules
from ldn_compound.catalog import load
assert load._files.cache_info().misses == 0
catalog.substance("naltrexone hydrochloride")
catalog.shell("3")
catalog.excipient("microcrystalline cellulose")
catalog.fact("grinding_reserve")
assert load._files.cache_info().misses == 1
for heavy in ("numpy", "pint", "pydantic", "tomllib", "json", "difflib"):
    assert heavy not in sys.modules, heavy
"""


def test_a_plan_reads_one_file_and_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OF_A_PLAN], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
