"""Files that are no orders: one clear line each, exit code 2, never a traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

Refusal = Callable[..., str]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "drug: missing; write drug = 'naltrexone'"),
        (b"\x00\x01\x02", "line 1, '\\x00\\x01\\x02': not TOML"),
        (
            b"\xff\xfe" + "drug = 1".encode("utf-16-le"),
            "byte 1 is not UTF-8; save the order as UTF-",
        ),
        ('drug = "naltr\xe9xone"'.encode("latin-1"), "byte 14 is not UTF-8"),
        (b"x" * 5_000_000, "larger than 1 MB; write the order alone, of some hundred bytes"),
        (b"a" * 999_999, "line 1, 'aaaaaaaa"),
        (b"drug = 'x'\ndrug = 'y'\n", "line 2, \"drug = 'y'\": stated twice; leave one of the two"),
        (b"a = " + b"[" * 100_000, "tables or lists within one another, too deep to read"),
        (b"a." * 200 + b"a = 1", "a: no such key; the keys are drug, on, "),
        (b'drug = "\x1b[2J"', "line 1, 'drug = \"\\x1b[2J\"': not TOML"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n", "byte 10 is not UTF-8"),
        (b'{"drug": "naltrexone"}', 'line 1, \'{"drug": "naltrexone"}\': not TOML'),
    ],
)
def test_what_is_no_order(refusal: Refusal, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "order.toml"
    path.write_bytes(content)
    assert refusal("plan", path).startswith(f"{path}: {said}")
    assert refusal("explain", path, "taken").startswith(f"{path}: {said}")
    assert said in refusal("plan", "-", stdin=content)


def test_a_missing_file_and_a_folder(refusal: Refusal, tmp_path: Path) -> None:
    missing = tmp_path / "none.toml"
    assert refusal("plan", missing) == f"{missing}: No such file or directory"
    assert refusal("plan", tmp_path) == f"{tmp_path}: Is a directory"
    assert "null" in refusal("plan", "order\x00.toml")


def test_a_name_that_would_steer_a_terminal(refusal: Refusal) -> None:
    said = refusal("plan", "a\x1b[31m\nb.toml")
    assert said == "a\\x1b[31m; b.toml: No such file or directory"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("strength = 4.5", "capsules.strength: 4.5: write '4.5 mg'"),
        ('strenght = "4.5 mg"', "capsules.strenght: no such key; write 'strength'"),
        ('strength = "4.5 mg/mL"', "capsules.strength: "),
        ('strength = "4.5 MG/\u0430"', "capsules.strength: "),
        ('strength = "-4.5 mg"', "capsules.strength: "),
        (f'strength = "{"9" * 500} mg"', "capsules.strength: "),
        ('strength = { value = "4.5", unit = "mg", origin = 1 }', "capsules.strength: origin 1: "),
    ],
)
def test_a_hostile_strength(refusal: Refusal, order: Path, line: str, said: str) -> None:
    text = order.read_text().replace('strength = "4.5 mg"', line)
    assert refusal("plan", "-", stdin=text.encode()).startswith(f"standard input: {said}")


@pytest.mark.parametrize(
    "line", ["policy = { shells = ['9'] }", "policy = { diluent = 'flour' }", "policy = 7"]
)
def test_a_policy_that_names_nothing(refusal: Refusal, order: Path, line: str) -> None:
    text = f"{line}\n{order.read_text()}".replace('shell = "3"', "")
    refusal("plan", "-", stdin=text.encode())
