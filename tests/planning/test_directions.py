"""The directions of an order file: one way of four, and what is said of slips."""

import pytest

from ldn_compound.errors import AmountError
from ldn_compound.model.regimen import Regimen
from ldn_compound.planning.request import Request

HEAD = 'drug = "naltrexone"\non = 2026-12-01\n'
REST = (
    '[capsules]\nstrength = "1.5 mg"\nquantity = 90\n'
    '[tablets]\nstrength = "50 mg"\nweighed = 20\ntogether = "3546 mg"\n'
)
LADDER = 'start = "1.5 mg", step = "1.5 mg", every = "14 days", target = "4.5 mg"'
DOWN = 'start = "4.5 mg", step = "1.5 mg", every = "7 days", target = "1.5 mg"'


def directed(text: str) -> Request:
    return Request.from_toml(f"{HEAD}[directions]\n{text}\n{REST}")


def refused(text: str) -> str:
    with pytest.raises(AmountError) as caught:
        directed(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "regimen"),
    [
        (
            'constant = { dose = "4.5 mg", days = "90 days" }',
            Regimen.constant("4.5 mg", days="90 days"),
        ),
        (
            f'titration = {{ {LADDER}, hold = "30 days" }}',
            Regimen.titration(
                "1.5 mg", step="1.5 mg", every="14 days", target="4.5 mg", hold="30 days"
            ),
        ),
        (
            f"taper = {{ {DOWN}, times_a_day = 2 }}",
            Regimen.taper("4.5 mg", step="1.5 mg", every="7 days", target="1.5 mg", times_a_day=2),
        ),
        (
            '[[directions.periods]]\ndose = "3 mg"\ndays = "7 days"\ntimes_a_day = 2',
            Regimen.constant("3 mg", days="7 days", times_a_day=2),
        ),
    ],
    ids=["constant", "titration", "taper", "periods"],
)
def test_it_is_read(text: str, regimen: Regimen) -> None:
    request = directed(text)
    assert request.order.directions == regimen
    assert request.plan().order.directions == regimen
    again = Request.model_validate_json(request.model_dump_json())
    assert again == request
    assert again.order.directions == regimen


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ": nothing is stated; write one of constant, titration, taper, periods"),
        (
            f'constant = {{ dose = "4.5 mg", days = "7 days" }}\ntaper = {{ {DOWN} }}',
            ": constant and taper are stated; write one of constant, taper",
        ),
        ("titrate = {}", ".titrate: no such key; write 'titration'"),
        (
            f"titration = {{ {LADDER}, times = 2 }}",
            ".titration.times: no such key; write 'times_a_day'",
        ),
        (
            f"titration = {{ {DOWN} }}",
            ": a titration from 4.5 mg down to 1.5 mg: write the lower dose first, or state a",
        ),
        (
            f"taper = {{ {LADDER} }}",
            ": a taper from 1.5 mg up to 4.5 mg: write the higher dose first, or state a titration",
        ),
        ('constant = { dose = "4.5 mg" }', ".constant.days: missing; write it, such as days = "),
        ('constant = { dose = 4.5, days = "7 days" }', ".constant.dose: 4.5: write '4.5 mg'"),
        ('constant = "4.5 mg"', ".constant: '4.5 mg': write the table [directions.constant]"),
        ("periods = []", ".periods: 0 periods: write 1 to 400 of them"),
        ('periods = [{ dose = "1 mg", days = "7" }]', ".periods.1.days: '7': a number without"),
        (
            'constant = { dose = "4.5 mg", days = "7 days", times_a_day = 0 }',
            ".constant.times_a_day: 0 times a day: write a whole number, such as 1",
        ),
    ],
)
def test_a_slip_is_told_with_its_place(text: str, said: str) -> None:
    assert refused(text).startswith(f"directions{said}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('directions = "1.5 mg at night"', "directions: '1.5 mg at night': write the table [dir"),
        ('beside = "0.5 mg"', "beside: '0.5 mg': write a list, ['0.5 mg']"),
        ("beside = [0.5]", "beside.1: 0.5: write '0.5 mg'"),
        ('beside = ["1.5 mg"]', "beside: 1.5 mg/capsule beside 1.5 mg/capsule: write each"),
    ],
)
def test_what_stands_in_another_place(line: str, said: str) -> None:
    with pytest.raises(AmountError) as caught:
        Request.from_toml(f"{HEAD}{line}\n{REST}")
    assert str(caught.value).startswith(said)


def test_a_kit_s_other_strengths() -> None:
    request = Request.from_toml(f'{HEAD}beside = ["0.5 mg", "3 mg"]\n{REST}')
    assert [str(one) for one in request.order.beside] == ["0.5 mg/unit", "3 mg/unit"]
