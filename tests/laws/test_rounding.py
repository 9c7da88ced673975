"""Rounding: onto the grid, once, never far, and never from something to nothing."""

import decimal
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import event, given, strategies as st

from ldn_compound.errors import AmountError
from ldn_compound.quantity.kinds import Mass, Ratio
from ldn_compound.quantity.origins import Given, Rounded
from ldn_compound.quantity.rounding import Mode, Rounding, Significant, whole
from ldn_compound.quantity.span import Span

NEAREST = (Mode.HALF_UP, Mode.HALF_EVEN, Mode.HALF_DOWN)
UPWARDS = (Mode.UP, Mode.CEILING)
STEPS = ("0.000001 mg", "0.1 mg", "0.3 mg", "0.5 mg", "1 mg", "7 mg", "10 mg")
# The decimal module is older than this one and was written by others.
IN_DECIMAL: Mapping[Mode, str] = MappingProxyType(
    {
        Mode.HALF_UP: decimal.ROUND_HALF_UP,
        Mode.HALF_EVEN: decimal.ROUND_HALF_EVEN,
        Mode.HALF_DOWN: decimal.ROUND_HALF_DOWN,
        Mode.UP: decimal.ROUND_UP,
        Mode.DOWN: decimal.ROUND_DOWN,
        Mode.CEILING: decimal.ROUND_CEILING,
        Mode.FLOOR: decimal.ROUND_FLOOR,
    }
)

modes = st.sampled_from(Mode)
fractions = st.builds(Fraction, st.integers(0, 10**9), st.integers(1, 10**6))


@st.composite
def roundings(draw: st.DrawFn) -> tuple[Rounding, Mass]:
    """A rounding and a mass above zero: anywhere, on a mark, halfway, or a hair off those."""
    step = Mass.of(draw(st.sampled_from(STEPS)))
    marks = draw(
        st.one_of(fractions, st.integers(0, 20_000).map(lambda halves: Fraction(halves, 2)))
    )
    off = draw(st.sampled_from((Fraction(0), Fraction(1, 10**12), -Fraction(1, 10**12))))
    mass = abs(marks + off) * step.base or step.base
    return Rounding("weigh", step, draw(modes)), Mass.in_base(mass, Given("a test", ""))


@given(drawn=roundings())
def test_on_the_grid_and_idempotent_and_near(drawn: tuple[Rounding, Mass]) -> None:
    rounding, mass = drawn
    step = rounding.increment.base
    event(f"{rounding.mode}, at a tie: {(mass.base / step).denominator == 2}")
    try:
        rounded = rounding(mass)
    except AmountError:
        event("nothing would be left")
        assert mass.base < step
        assert rounding.mode not in UPWARDS
        return
    assert rounding.holds(rounded)
    assert (rounded.base / step).denominator == 1
    assert rounding(rounded) == rounded
    moved = rounded.base - mass.base
    assert abs(moved) <= step / 2 if rounding.mode in NEAREST else abs(moved) < step
    assert isinstance(rounded.origin, Rounded)
    assert rounded.origin.before is mass


@given(drawn=roundings())
def test_a_directed_mode_goes_its_way_and_something_never_becomes_nothing(
    drawn: tuple[Rounding, Mass],
) -> None:
    rounding, mass = drawn
    event(f"{rounding.mode}, below a step: {mass < rounding.increment}")
    try:
        rounded = rounding(mass)
    except AmountError:
        with pytest.raises(AmountError, match="finer instrument"):
            rounding(mass)
        return
    assert rounded.base > 0
    if rounding.mode in UPWARDS:
        assert rounded >= mass
    elif rounding.mode not in NEAREST:
        assert rounded <= mass


@given(drawn=roundings(), more=fractions)
def test_more_is_never_rounded_to_less(drawn: tuple[Rounding, Mass], more: Fraction) -> None:
    rounding, mass = drawn
    event(f"{rounding.mode}")
    step = rounding.increment.base
    assert whole((mass.base + more) / step, rounding.mode) >= whole(mass.base / step, rounding.mode)


@given(
    halves=st.integers(-(10**4), 10**4),
    off=st.sampled_from((0, 0, 1, -1)),
    decimals=st.integers(1, 6),
    mode=modes,
)
def test_every_mode_is_the_decimal_modules(
    halves: int, off: int, decimals: int, mode: Mode
) -> None:
    """On marks, halfway between them, and one in the last decimal beside either."""
    tie = halves % 2 == 1 and not off
    event(f"{mode}, {'negative' if halves < 0 else 'positive'}, at a tie: {tie}")
    steps = halves * 10**decimals // 2 + off
    with decimal.localcontext(decimal.Context(prec=60)):
        value = decimal.Decimal(steps).scaleb(-decimals)
        expected = int(value.quantize(decimal.Decimal(1), rounding=IN_DECIMAL[mode]))
    assert whole(Fraction(steps, 10**decimals), mode) == expected


@given(value=fractions, figures=st.integers(1, 6), mode=modes)
def test_significant_figures(value: Fraction, figures: int, mode: Mode) -> None:
    event(f"{figures} figures")
    rounding = Significant("guidance", figures, mode)
    mass = Mass.in_base(value, Given("a test", ""))
    rounded = rounding(mass)
    assert rounding(rounded) == rounded
    assert abs(rounded.base - value) < value / 10 ** (figures - 1) or not value
    digits = str(rounded.base.numerator * 10**12 // rounded.base.denominator).strip("0")
    assert len(digits) <= figures


@given(low=st.integers(0, 1100), wide=st.integers(0, 300), value=fractions, near=st.booleans())
def test_a_span_holds_what_rounds_into_it(low: int, wide: int, value: Fraction, near: bool) -> None:
    high = low + wide
    limits = Span(f"{low // 10}.{low % 10} %", f"{high // 10}.{high % 10} %")
    tenths = Fraction(low) + value % 2 - 1 if near else value  # of a percent
    tenths = max(tenths, Fraction(0))
    observed = Ratio.in_base(tenths / 1000, Given("a test", ""))
    # Half a tenth of a percent below the lower limit still rounds up to it; half a tenth above
    # the upper one rounds up and out.
    within = low - Fraction(1, 2) <= tenths < high + Fraction(1, 2)
    event(f"within: {within}, at a tie: {tenths.denominator == 2}")
    assert limits.holds(observed) == within
