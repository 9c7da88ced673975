"""A fresh process that imports, plans, checks and prints one worksheet, in pairs with two others.

    pytest tests/benchmarks/test_startup_benchmark.py -s

Compared by processor time of the child, the median of the pairs' ratios: with
`from pydantic import BaseModel` alone, and with the pint baseline computing one order.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
PAIRS = 101
"""On a noisy machine half of the pairs lie more than a tenth off; of fewer the median wanders."""
PAIRS_WITH_PINT = 31
# An installed package has its bytecode; a checkout run without it would time the compiler.
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

OURS = """
from datetime import date
import ldn_compound as ldn
order = ldn.Order(
    drug="naltrexone", form=ldn.Capsules(strength="4.5 mg", quantity=90, shell="2")
)
tablets = ldn.Tablets(strength="50 mg", weighed=20, together="3546 mg")
review = ldn.check(ldn.plan(order, tablets, on=date(2026, 12, 1)))
from ldn_compound.records.worksheet import worksheet
from ldn_compound.render.text import as_text
assert "1436 mg" in as_text(worksheet(review))
"""
PYDANTIC = "from pydantic import BaseModel"
PINT = f"""
import sys
sys.path.insert(0, {str(HERE)!r})
from pint_baseline import Case, planned
result = planned(Case(4.5, 90, 50, 20, 3546.0, 0.37))
print(result.model_dump_json(indent=1))
"""


def seconds(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, env=ENV)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_start_up() -> None:
    for code in (PYDANTIC, OURS, PINT):
        seconds(code)
    with_pydantic = [(seconds(PYDANTIC), seconds(OURS)) for _ in range(PAIRS)]
    with_pint = [(seconds(PINT), seconds(OURS)) for _ in range(PAIRS_WITH_PINT)]
    of_pydantic = median(ours / pydantic for pydantic, ours in with_pydantic)
    of_pint = median(ours / pint for pint, ours in with_pint)
    print(
        f"\npydantic alone {min(with_pydantic)[0] * 1000:.0f} ms, one worksheet "
        f"{min(ours for _, ours in with_pydantic) * 1000:.0f} ms, pint baseline "
        f"{min(with_pint)[0] * 1000:.0f} ms; a worksheet takes {of_pydantic:.2f} times as long as "
        f"pydantic ({PAIRS} pairs) and {of_pint:.2f} of pint ({PAIRS_WITH_PINT} pairs)"
    )
    assert of_pint < 1
