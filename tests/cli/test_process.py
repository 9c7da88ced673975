"""The command as a process of its own: pipes, closed ends, Ctrl-C, any locale."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ldn_compound.version import VERSION

COMMAND = (sys.executable, "-m", "ldn_compound")
EXAMPLE = "examples/orders/capsules-from-tablets.toml"
posix = pytest.mark.skipif(os.name != "posix", reason="signals and closed ends are POSIX's")


def run(*words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *words],
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def test_the_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"ldn-compound {VERSION}\n".encode())


def test_a_worksheet_through_pipes() -> None:
    done = run("plan", "-", stdin=Path(EXAMPLE).read_bytes())
    assert done.returncode == 0
    assert "active ÷ potency" in done.stdout.decode("utf-8")
    assert done.stderr == b""


@pytest.mark.parametrize("words", [("plan", EXAMPLE), ("explain", EXAMPLE, "taken")])
def test_the_same_bytes_in_any_locale(words: tuple[str, ...]) -> None:
    usual = run(*words, PYTHONUTF8="1")
    plain = run(*words, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONHASHSEED="7")
    assert usual.stdout
    assert (plain.returncode, plain.stdout, plain.stderr) == (0, usual.stdout, b"")


def test_a_refusal_in_a_plain_locale() -> None:
    done = run("plan", "-", stdin='drug = "naltr\u00e9xone"'.encode(), LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_neither_numpy_nor_pint_is_loaded() -> None:
    code = (
        "import sys, ldn_compound.cli.commands as c\n"
        f"try: c.app(['plan', {EXAMPLE!r}, '--json'])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "print(sorted({'numpy', 'pint', 'rich'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert done.stderr == b"[]\n"


@posix
def test_a_reader_that_went_away_is_no_fault() -> None:
    read, write = os.pipe()
    os.close(read)
    with subprocess.Popen(
        [*COMMAND, "plan", EXAMPLE], stdout=write, stderr=subprocess.PIPE
    ) as process:
        os.close(write)
        _, complaint = process.communicate(timeout=60)
    assert (process.returncode, complaint) == (141, b"")


@posix
def test_a_closed_output_is_said() -> None:
    script = 'exec "$@" >&-'
    done = subprocess.run(
        ["sh", "-c", script, "sh", *COMMAND, "plan", EXAMPLE], stderr=subprocess.PIPE, check=False
    )
    assert done.returncode == 2
    assert done.stderr == b"ldn-compound: standard output is closed; nothing can be printed\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "plan", EXAMPLE], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"ldn-compound: standard output: No space left on device\n"


@posix
def test_a_closed_input_is_said() -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *COMMAND, "plan", "-"], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"ldn-compound: standard input is closed; name an order file\n"


@posix
def test_ctrl_c_is_one_line(tmp_path: Path) -> None:
    order = tmp_path / "order.fifo"
    os.mkfifo(order)
    process = subprocess.Popen(
        [*COMMAND, "plan", str(order)],
        stderr=subprocess.PIPE,
        preexec_fn=interruptible,  # noqa: PLW1509 - one thread, and no other way
    )
    with process, os.fdopen(opened_by_the_reader(order), "wb"):
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=60)
    assert (process.returncode, complaint) == (130, b"ldn-compound: stopped\n")


def interruptible() -> None:
    """Ctrl-C is heard even where these tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def opened_by_the_reader(fifo: Path) -> int:
    """The writing end, as soon as somebody waits at the other."""
    for _ in range(3000):
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(1 / 100)
    raise TimeoutError(fifo)


@posix
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    order = tmp_path / "order.toml"
    order.write_text("drug = 1")
    order.chmod(0)
    if os.access(order, os.R_OK):
        pytest.skip("this user may read everything")
    done = run("plan", str(order))
    assert done.returncode == 2
    assert done.stderr == f"ldn-compound: {order}: Permission denied\n".encode()
