"""What README prints runs as it stands."""

import re
from pathlib import Path

import pytest

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, flags=re.S)
ORDERS = re.findall(r"examples/orders/[a-z-]+\.toml", README)


@pytest.mark.parametrize("block", PYTHON)
def test_a_python_block_runs(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block, "README.md", "exec"), {})  # the reader's own namespace
    # 90 × 4.5 mg × 177.3 mg ÷ 50 mg = 1436.13 mg, on a balance that reads 1 mg
    assert "1436 mg" in capsys.readouterr().out


def test_the_orders_it_names_exist() -> None:
    assert ORDERS
    for order in ORDERS:
        assert (Path(__file__).parents[2] / order).is_file()


def test_it_says_who_answers() -> None:
    plain = " ".join(README.replace(">", " ").replace("**", "").split())
    assert "calculation aid for professionals" in plain
    assert "A pharmacist verifies every result" in plain
