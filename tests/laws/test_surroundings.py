"""A plan depends on what is asked alone: on no decimal context, locale or thread."""

import decimal
import locale
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

from hypothesis import event, given, settings, strategies as st

from ldn_compound.model.plan import Plan
from ldn_compound.rules.check import check
from ldn_compound.rules.review import Review
from ldn_compound.strategies import Job, cases

Planned = Callable[[Job], Plan | None]

THREADS = 8
FEWER = settings(max_examples=settings().max_examples // 5)
FEWEST = settings(max_examples=settings().max_examples // 10)
SIGNALS = tuple(decimal.Context().flags)
CONTEXTS = (
    decimal.Context(prec=3, rounding=decimal.ROUND_UP),
    decimal.Context(prec=1, rounding=decimal.ROUND_FLOOR, Emin=0, Emax=1, traps=[]),
    decimal.Context(prec=3, rounding=decimal.ROUND_UP, traps=list(SIGNALS)),
)
# Whatever of these the machine has is tried; every machine has the first.
LOCALES = ("C", "POSIX", "C.UTF-8", "en_US.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "hi_IN.UTF-8")


def _told(case: Job) -> str:
    """All that is said of a case, from its JSON on: read, planned, checked, written."""
    plan = case.plan()
    again = Plan.model_validate_json(plan.model_dump_json())
    assert again == plan
    text = check(plan).model_dump_json()
    assert Review.model_validate_json(text).model_dump_json() == text
    return text


@FEWER
@given(case=cases(), context=st.sampled_from(CONTEXTS))
def test_any_decimal_context(case: Job, context: decimal.Context, planned: Planned) -> None:
    if planned(case) is None:
        return
    event(f"traps: {sum(context.traps.values())}")
    expected = _told(case)
    with decimal.localcontext(context):
        assert _told(case) == expected


@contextmanager
def _set_to(name: str) -> Iterator[None]:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
        yield
    finally:
        locale.setlocale(locale.LC_ALL, before)


def _available() -> list[str]:
    found = []
    for name in LOCALES:
        try:
            with _set_to(name):
                found.append(name)
        except locale.Error:
            continue
    return found


@FEWER
@given(case=cases())
def test_any_locale(case: Job, planned: Planned) -> None:
    if planned(case) is None:
        return
    expected = _told(case)
    names = _available()
    assert "C" in names
    for name in names:
        event(f"locale: {name}")
        with _set_to(name):
            assert _told(case) == expected


@contextmanager
def _switching_often() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


@FEWEST
@given(case=cases())
def test_any_thread(case: Job, planned: Planned) -> None:
    if planned(case) is None:
        return
    expected = _told(case)
    together = Barrier(THREADS)

    def told() -> str:
        together.wait()
        return _told(case)

    with _switching_often(), ThreadPoolExecutor(THREADS) as pool:
        ways = {one.result() for one in [pool.submit(told) for _ in range(THREADS)]}
    event(f"length: {len(expected) // 50_000 * 50} kB")
    assert ways == {expected}
