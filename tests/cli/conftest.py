"""The command, run in this process; and an order to vary."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ldn_compound.cli.commands import app

ORDER = """drug = "naltrexone"
on = 2026-12-01
[capsules]
strength = "4.5 mg"
quantity = 90
shell = "3"
[tablets]
strength = "50 mg"
weighed = 20
together = "3546 mg"
"""

Ran = Callable[..., Result]


@pytest.fixture
def ran() -> Ran:
    def run(*words: str | Path, stdin: bytes = b"") -> Result:
        return CliRunner().invoke(app, [str(word) for word in words], input=stdin)

    return run


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.toml"
    path.write_text(ORDER, encoding="utf-8")
    return path


@pytest.fixture
def refusal(ran: Ran) -> Callable[..., str]:
    """The one line of a refusal, after making sure that it is one."""

    def refuse(*words: str | Path, stdin: bytes = b"", code: int = 2) -> str:
        result = ran(*words, stdin=stdin)
        assert result.exit_code == code
        assert result.stdout == ""
        assert result.stderr.startswith("ldn-compound: ")
        assert result.stderr.count("\n") == 1
        return result.stderr.removeprefix("ldn-compound: ").rstrip("\n")

    return refuse
