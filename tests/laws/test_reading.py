"""Read after write is identity: what is printed says exactly what was stated, cited or rounded."""

from fractions import Fraction

from hypothesis import event, given, settings, strategies as st

from ldn_compound.errors import AmountError
from ldn_compound.quantity.amount import Amount
from ldn_compound.quantity.kinds import KINDS, TabletCount, UnitCount
from ldn_compound.quantity.origins import Derived, RecordedEquation
from ldn_compound.quantity.rounding import Mode, Rounding
from ldn_compound.quantity.unit_words import finest_decimals
from ldn_compound.quantity.writing import write

THOROUGH = settings(max_examples=3 * settings().max_examples)
kinds = st.sampled_from(KINDS)
COUNTED_IN = {UnitCount: ("",), TabletCount: ("", ".25", ".5", ".75")}
WHOLE_STEPS = ("1", "10")
STEPS = ("0.001", "0.01", "0.1", "0.5", *WHOLE_STEPS)
SOME_EQUATION = RecordedEquation("some", "a ÷ b", "Some equation", ())


@st.composite
def texts(draw: st.DrawFn, kind: type[Amount]) -> str:
    """An amount as a user may write it, in any unit of its kind, as fine as is allowed."""
    unit = draw(st.sampled_from(sorted(kind.units)))
    whole = draw(st.one_of(st.integers(0, 100), st.integers(0, 10**9)))
    if kind in COUNTED_IN:
        return f"{whole}{draw(st.sampled_from(COUNTED_IN[kind]))} {unit}"
    digits = draw(st.text("0123456789", max_size=finest_decimals(unit)))
    return f"{whole}.{digits} {unit}" if digits else f"{whole} {unit}"


def _comes_back(amount: Amount) -> None:
    written = write(amount)
    event(f"unit written: {written.partition(' ')[2]}")
    assert type(amount).of(written) == amount
    assert type(amount).of(write(amount, unit="capsule")) == amount
    assert str(type(amount).of(written)) == written


@THOROUGH
@given(kind=kinds, data=st.data())
def test_stated(kind: type[Amount], data: st.DataObject) -> None:
    text = data.draw(texts(kind))
    event("a fraction" if "." in text else "whole")
    _comes_back(kind.of(text))


@THOROUGH
@given(kind=kinds, data=st.data())
def test_a_reading_keeps_its_zeros_and_its_value(kind: type[Amount], data: st.DataObject) -> None:
    text = data.draw(texts(kind))
    event("ends in zero" if text.partition(" ")[0].endswith("0") else "ends in another digit")
    amount = kind.reading(text)
    assert amount == kind.of(text)
    assert write(amount) == text
    assert kind.reading(write(amount)) == amount


@THOROUGH
@given(kind=kinds, data=st.data())
def test_cited(kind: type[Amount], data: st.DataObject) -> None:
    text = data.draw(texts(kind))
    _comes_back(kind.cited(text, entry="an entry", cites=("usp-1160",), confirmed=True))


@THOROUGH
@given(
    kind=kinds,
    numerator=st.integers(1, 10**9),
    denominator=st.integers(1, 10**4),
    data=st.data(),
    mode=st.sampled_from(Mode),
)
def test_rounded(
    kind: type[Amount], numerator: int, denominator: int, data: st.DataObject, mode: Mode
) -> None:
    step = data.draw(st.sampled_from(WHOLE_STEPS if kind in COUNTED_IN else STEPS))
    base = Fraction(numerator, denominator) * kind.scale
    computed = kind.in_base(base, Derived(SOME_EQUATION, ()))
    try:
        rounded = Rounding("weigh", kind.of(f"{step} {kind.unit}"), mode)(computed)
    except AmountError:
        event("nothing is left")
        return
    _comes_back(rounded)
