"""Orders as they are written, and what is said of each slip of the pen."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from ldn_compound.catalog import fact
from ldn_compound.errors import AmountError, PlanError
from ldn_compound.forms.capsules import Capsules
from ldn_compound.model.steps import Count
from ldn_compound.planning.request import Request, RequestError, readable
from ldn_compound.quantity.kinds import Mass, Ratio, TabletCount
from ldn_compound.sources.powder import AsIs, Powder

DRUG = 'drug = "naltrexone"'
ON = "on = 2026-12-01"
STRENGTH = 'strength = "4.5 mg"'
QUANTITY = "quantity = 90"
CAPSULES = f"[capsules]\n{STRENGTH}\n{QUANTITY}"
TABLETS = '[tablets]\nstrength = "50 mg"\nweighed = 20\ntogether = "3546 mg"'
ORDER = "\n".join((DRUG, ON, CAPSULES, TABLETS, ""))
POWDER = '[powder]\nsubstance = "naltrexone hydrochloride"\n'


def refused(text: str) -> str:
    with pytest.raises(AmountError) as caught:
        Request.from_toml(text)
    return str(caught.value)


def with_(line: str, instead: str) -> str:
    assert line in ORDER
    return ORDER.replace(line, instead, 1)


def test_an_order_is_planned() -> None:
    # 90 × 4.5 mg × 177.3 mg ÷ 50 mg = 1436.13 mg, weighed to 1 mg; × 1.02 ÷ 177.3 = 8.26 tablets
    plan = Request.from_toml(ORDER).plan()
    assert plan.on == date(2026, 12, 1)
    assert plan.taken == Mass.of("1436 mg")
    counted = [step.tablets for step in plan.steps if isinstance(step, Count)]
    assert counted == [TabletCount.of(9)]


def test_every_part_of_a_file_is_read() -> None:
    text = with_(
        DRUG,
        f'{DRUG}\nstrength_as = "naltrexone"\navoid = ["lactose", "sunset yellow FCF"]\n'
        "bench = { machine = { holes = 60 } }",
    )
    request = Request.from_toml(text)
    assert request.order.strength_as == "naltrexone"
    assert request.order.avoid == ("lactose", "sunset yellow FCF")
    assert request.bench.machine.holes.base == 60
    assert request.bench.assumed == ("balance",)


@pytest.mark.parametrize("on", [date(2027, 1, 5), "2027-01-05"])
def test_the_day_given_beside_the_order_comes_before_the_file_s(on: date | str) -> None:
    assert Request.from_toml(ORDER, on=on).on == date(2027, 1, 5)
    assert Request.from_toml(with_(ON, ""), on=on).on == date(2027, 1, 5)


def test_a_day_may_be_text() -> None:
    assert Request.from_toml(with_(ON, 'on = "2026-12-01"')).on == date(2026, 12, 1)


def test_a_request_may_be_made_in_python() -> None:
    request = Request(
        drug="naltrexone",
        on=date(2026, 12, 1),
        capsules=Capsules(strength="4.5 mg", quantity=100),
        powder=Powder(substance="naltrexone hydrochloride", certificate=AsIs(assay="100 %")),
    )
    assert request.plan().taken == Mass.of("450 mg")  # 100 × 4.5 mg, nothing to correct


def test_a_request_comes_back_from_json() -> None:
    request = Request.from_toml(with_(DRUG, f'{DRUG}\npolicy = "nrf"'))
    assert Request.model_validate_json(request.model_dump_json()) == request


STRENGTHS = [
    ('strength = "4,5 mg"', "'4,5 mg': write the decimal mark as a point, '4.5 mg'"),
    ("strength = 4.5", "4.5: write '4.5 mg'"),
    ("strength = 4.50", "4.50: write '4.50 mg'"),  # as it is spelled, not as a float prints
    ("strength = 4", "4: write '4 mg'"),
    ("strength = 4.5e0", "4.5e0: write text with its unit, such as '4.5 mg'"),
    ("strength = inf", "inf: write text with its unit, such as '4.5 mg'"),
    ("strength = true", "true: write text with its unit, such as '4.5 mg'"),
    ('strength = ["4.5 mg"]', "['4.5 mg']: write text with its unit, such as '4.5 mg'"),
    ("strength = 2026-12-01", "2026-12-01: write text with its unit, such as '4.5 mg'"),
    ("", "missing; write it, such as strength = '4.5 mg'"),
]


@pytest.mark.parametrize(("line", "said"), STRENGTHS)
def test_a_strength_is_text_with_its_unit(line: str, said: str) -> None:
    assert refused(with_(STRENGTH, line)) == f"capsules.strength: {said}"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("quantity = true", "true: write a whole number, such as 90"),
        ("quantity = 30.5", "30.5: write a whole number, such as 90"),
        ("quantity = 0", "'0 units': an amount above zero is wanted, such as '90 capsules'"),
        ("quantity = -3", "-3: an amount is not negative; write a whole number, such as 90"),
        ('quantity = "30.5"', "'30.5': a number without its unit; write a number and a unit"),
        ('quantity = "90"', "'90': a number without its unit; write '90 capsules'"),
    ],
)
def test_a_quantity_is_a_whole_number(line: str, said: str) -> None:
    assert refused(with_(QUANTITY, line)).startswith(f"capsules.quantity: {said}")


def test_the_unit_of_a_percentage_is_not_guessed() -> None:
    # 0.995 may be 0.995 % or 99.5 %
    text = f"{DRUG}\n{ON}\n{CAPSULES}\n{POWDER}certificate = {{ basis = 'as is', assay = 0.995 }}"
    assert refused(text) == (
        "powder.certificate.assay: 0.995: write text with its unit, such as '99.5 %'"
    )


@pytest.mark.parametrize("guess", ["1", '"yes"', '"on"', '"true"', "1.0"])
def test_yes_or_no_is_not_guessed(guess: str) -> None:
    # Preserved, a liquid is dated 35 days instead of 14.
    text = (
        f'{DRUG}\n{ON}\n{TABLETS}\n[oral_liquid]\nconcentration = "1 mg/mL"\nvolume = "150 mL"\n'
        f'vehicle = "purified water"\ndoses = ["1.5 mg"]\npreserved = {guess}'
    )
    stated = guess.replace('"', "'")
    assert refused(text) == (
        f"oral_liquid.preserved: {stated}: write true or false, without quotes"
    )


def test_a_number_in_a_list_is_counted_from_one() -> None:
    weights = with_("weighed = 20", 'weights = ["177.1 mg", 177.5]')
    assert refused(weights) == "tablets.weights.2: 177.5: write '177.5 mg'"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('strenght = "4.5 mg"', "capsules.strenght: no such key; write 'strength'"),
        (f"{STRENGTH}\nfoo = 1.5", "capsules.foo: no such key; the keys are strength, quantity,"),
    ],
)
def test_an_unknown_key_names_the_nearest(line: str, said: str) -> None:
    found = refused(with_(STRENGTH, line))
    assert found.startswith(said)
    assert "missing" not in found  # the key meant is not called missing on top of it


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("capsule = {}", "capsule: no such key; write 'capsules'"),
        ("bench = { balence = {} }", "bench.balence: no such key; write 'balance'"),
        (
            "policy = { grinding_reserv = '0 %' }",
            "policy.grinding_reserv: no such key; write 'grinding_reserve'",
        ),
        ("bench = { assumed = [] }", "bench.assumed: no such key; describe the bench instead"),
        (
            "bench = { balance = { readability = '1 mg' } }",
            "bench.balance.capacity: missing; write it, such as capacity = '4.5 mg'",
        ),
        ("bench = 3", "bench: 3: write text, '3', or the table [bench]"),
        ("avoid = 'lactose'", "avoid: 'lactose': write a list, ['lactose']"),
        ("avoid = [3]", "avoid.1: 3: write text, in quotes"),
        (
            "policy = 'din'",
            "policy: 'din': write 'usp' or 'nrf', or the table [policy] with base = 'usp' or 'nrf'",
        ),
        (
            "policy = { rounding = { weigh = 'sideways' } }",
            "policy.rounding.weigh: 'sideways': write 'half up', 'half even', 'half down', 'up', "
            "'down', 'ceiling' or 'floor'",
        ),
        ("policy = { most_stages = -1 }", "policy.most_stages: -1: write 0 or more"),
        ("policy = { most_stages = 1.5 }", "policy.most_stages: 1.5: write a whole number"),
        (
            "strength_as = 'naltrexone hydrochloride dihydrate'",
            "strength_as: 'naltrexone hydrochloride dihydrate': a strength counts",
        ),
    ],
)
def test_a_fault_has_its_place_and_what_to_write(line: str, said: str) -> None:
    assert refused(with_(DRUG, f"{DRUG}\n{line}")).startswith(said)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fill = { kind = 'tight' }", "kind = 'tight': write kind = 'measured' or 'calibrated'"),
        ("fill = {}", "kind is missing; write kind = 'measured' or 'calibrated' or 'estimated'"),
        ("fill = 'measured'", "'measured': write the table [capsules.fill]"),
    ],
)
def test_a_fill_says_its_kind(line: str, said: str) -> None:
    assert refused(with_(STRENGTH, f"{STRENGTH}\n{line}")).startswith(f"capsules.fill: {said}")


def test_the_kind_of_a_table_is_no_part_of_a_place() -> None:
    text = with_(STRENGTH, f"{STRENGTH}\nfill = {{ kind = 'measured' }}")
    assert (
        refused(text) == "capsules.fill.diluent: missing; write the table [capsules.fill.diluent]"
    )


def test_an_as_is_assay_has_no_water() -> None:
    certificate = "certificate = { basis = 'as is', assay = '99 %', water = '8 %' }"
    text = f"{DRUG}\n{ON}\n{CAPSULES}\n{POWDER}{certificate}"
    assert refused(text) == "powder.certificate.water: no such key; the keys are basis, assay"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("on = 20261201", "20261201: write the day alone, 2026-12-01"),  # not a second of 1970
        ("on = 2026-12-01T10:00:00", "2026-12-01 10:00:00: write the day alone, 2026-12-01"),
        ("on = 10:00:00", "10:00:00: write the day alone, 2026-12-01"),
        ("on = 2026.5", "2026.5: write the day alone, 2026-12-01"),
        ("on = true", "True: write the day alone, 2026-12-01"),
        ("on = 1999-01-01", "'1999-01-01': the year 1999 is a placeholder or a slip"),
        ("on = '1/12/2026'", "'1/12/2026': 2026-01-12 or 2026-12-01; write the one that is meant"),
        ("", "missing; write on = '2026-12-01'"),
    ],
)
def test_the_day_is_a_day(line: str, said: str) -> None:
    assert refused(with_(ON, line)).startswith(f"on: {said}")


def test_one_form_and_one_source() -> None:
    powder = f"{POWDER}certificate = {{ basis = 'as is', assay = '99 %' }}\n"
    both = "several sources are stated; write one table, [tablets] or [powder]"
    none = (
        "no source is stated; write one table, [tablets] or [powder] or [injection] or [prepared]"
    )
    assert refused(ORDER + powder) == both
    assert refused(ORDER.replace(TABLETS, "")) == none
    assert refused(f"{DRUG}\n{ON}\n{TABLETS}") == (
        "no dosage form is stated; write one table, [capsules] or [oral_liquid]"
    )


def test_the_drug_is_judged_with_its_place() -> None:
    assert refused(with_(DRUG, 'drug = "LDN"')).startswith("drug: 'LDN': ")
    assert refused(with_(DRUG, "drug = 3")) == "drug: 3: write text, in quotes"


def test_every_fault_is_said_at_once() -> None:
    text = with_(DRUG, "drug = 3").replace("= 90", "= true").replace('"50 mg"', "50")
    with pytest.raises(RequestError) as caught:
        Request.from_toml(text)
    assert [fault.place for fault in caught.value.faults] == [
        "drug",
        "capsules.quantity",
        "tablets.strength",
    ]
    assert refused(text).splitlines() == [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (with_(STRENGTH, "strength = 4.5 mg"), "line 4, 'strength = 4.5 mg': write text in quotes"),
        (with_(STRENGTH, "strength = 4,5  # mg"), "write text in quotes, strength = '4,5'"),
        (with_(QUANTITY, f"{QUANTITY}\n{QUANTITY}"), "line 6, 'quantity = 90': stated twice"),
        (f"{ORDER}[tablets]\n", "line 10, '[tablets]': stated twice; leave one of the two"),
        (with_(ON, "on = 2026-02-30"), "line 2, 'on = 2026-02-30': the calendar has no such day"),
        (with_(STRENGTH, 'strength = "4.5 mg'), "line 4, 'strength = \"4.5 mg': not TOML"),
        (with_(STRENGTH, "strength = \x00"), "line 4, 'strength = \\x00': not TOML"),
        (f"x = {'[' * 5000}", "too deep to read"),
        (f"quantity = 1{'0' * 5000}", "more digits than anything that is counted"),
    ],
)
def test_what_is_no_toml_names_its_line(text: str, said: str) -> None:
    found = refused(text)
    assert said in found
    assert "\n" not in found


def test_an_empty_file_says_what_is_missing() -> None:
    assert refused("").splitlines() == [
        "drug: missing; write drug = 'naltrexone'",
        "on: missing; write on = '2026-12-01'",
    ]


def test_a_policy_by_name() -> None:
    assert Request.from_toml(ORDER).policy.name == "usp"
    nrf = Request.from_toml(with_(DRUG, f'{DRUG}\npolicy = "nrf"')).policy
    assert (nrf.name, nrf.negative_correction) == ("nrf", "none")


def test_a_policy_of_changes_says_so_in_its_name() -> None:
    policy = "policy = { base = 'nrf', grinding_reserve = '0 %', overage = { part = '5 %' } }"
    changed = Request.from_toml(with_(DRUG, f"{DRUG}\n{policy}")).policy
    assert changed.name == "nrf, with grinding_reserve, overage of the house"
    assert changed.grinding_reserve.is_zero
    assert changed.overage.part == Ratio.of("5 %")
    assert changed.overage.below is not None  # what is not stated stays as the base has it
    assert changed.negative_correction == "none"


def test_a_policy_may_bear_the_house_s_name() -> None:
    line = "policy = { name = 'our house', grinding_reserve = '0 %' }"
    policy = Request.from_toml(with_(DRUG, f"{DRUG}\n{line}")).policy
    assert policy.name == "our house"
    assert policy.largest_weighing_error == fact("largest_weighing_error").amount(Ratio)


def test_severities_are_added_to_the_base_s() -> None:
    line = "policy = { base = 'nrf', severities = { SRC205 = 'warning' } }"
    policy = Request.from_toml(with_(DRUG, f"{DRUG}\n{line}")).policy
    assert policy.severities == {"OUT802": "warning", "SRC205": "warning"}


def test_an_order_that_cannot_be_planned_is_no_unreadable_one() -> None:
    # 4.5 mg × 177.3 ÷ 50 = 16 mg of powder; 0.01 mL × 0.46 g/mL = 4.6 mg
    shell = "shell = { size = 'tiny', volume = '0.01 mL' }"
    request = Request.from_toml(with_(STRENGTH, f"{STRENGTH}\n{shell}"))
    with pytest.raises(PlanError, match="shell tiny holds"):
        request.plan()


def test_readable_serves_any_model() -> None:
    with pytest.raises(ValidationError) as caught:
        Capsules.model_validate({"strenght": "4.5 mg", "quantity": True})
    assert readable(caught.value, of=Capsules).splitlines() == [
        "strenght: no such key; write 'strength'",
        "quantity: true: write a whole number, such as 90",
    ]


def test_the_docstring_s_order_is_one() -> None:
    import ldn_compound.planning.request as module

    _, _, text = (module.__doc__ or "").partition("\n\n")
    assert Request.from_toml(text) == Request.from_toml(ORDER)


@pytest.mark.parametrize(
    "path", sorted(Path("examples/orders").glob("*.toml")), ids=lambda path: path.stem
)
def test_the_examples_are_orders(path: Path) -> None:
    assert Request.from_toml(path.read_text(encoding="utf-8")).order.drug == "naltrexone"


LIQUID = """[oral_liquid]
concentration = "1 mg/mL"
volume = "100 mL"
vehicle = "purified water"
doses = ["1.5 mg"]
"""


def test_an_oral_liquid_is_planned() -> None:
    # 100 mL × 1 mg/mL = 100 mg; × 177.3 ÷ 50 = 354.6 mg, weighed to 1 mg
    plan = Request.from_toml(with_(CAPSULES, LIQUID)).plan()
    assert plan.taken == Mass.of("355 mg")
    assert plan.bottled is not None
    assert plan.bottled.doses == (Mass.of("1.5 mg"),)


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ('"1 mg/mL"', "1", "concentration: 1: write '1 mg/mL'"),
        ('"1 mg/mL"', '"1 %"', "concentration: '1 %': "),
        ('"100 mL"', '"100"', "volume: '100': a number without its unit; write '100 mL'"),
        ('"purified water"', '"water"', "vehicle: 'water': write 'purified water'"),
        ('["1.5 mg"]', '"1.5 mg"', "doses: '1.5 mg': write a list, ['1.5 mg']"),
        ('["1.5 mg"]', '["1.5 mg", "1,5 mg"]', "doses.2: '1,5 mg': write the decimal mark as a "),
        ('["1.5 mg"]', '["0 mg"]', "doses.1: '0 mg': an amount above zero is wanted"),
    ],
)
def test_a_slip_in_a_liquid(line: str, instead: str, said: str) -> None:
    text = with_(CAPSULES, LIQUID.replace(line, instead))
    assert refused(text).startswith(f"oral_liquid.{said}")


def test_measures_are_read() -> None:
    text = with_(CAPSULES, LIQUID) + (
        '[[bench.measures]]\nkind = "cylinder"\ncapacity = "100 mL"\ngraduation = "1 mL"\n'
    )
    assert [str(one) for one in Request.from_toml(text).bench.measures] == ["100 mL cylinder"]
    assert refused(text.replace('"1 mL"', "1")) == "bench.measures.1.graduation: 1: write '1 mL'"
    assert refused(text.replace('"cylinder"', '"cup"')).startswith(
        "bench.measures.1.kind: 'cup': write 'cylinder', 'oral syringe' or 'pipette'"
    )


AS_IS = f"{POWDER}certificate = {{ basis = 'as is', assay = '90 %' }}\n"


def test_a_trituration_is_of_the_source_beside_it() -> None:
    # 510 × 90 % = 459 mg in 5100 mg: 9 %; 90 × 4.5 = 405 mg; ÷ 9 % = 4500 mg
    text = with_(TABLETS, f'{AS_IS}[trituration]\npowder = "510 mg"\ndiluent = "4590 mg"\n')
    assert Request.from_toml(text).plan().taken == Mass.of("4500 mg")


def test_a_stock_solution_is_of_the_source_beside_it() -> None:
    # 500 × 90 % = 450 mg in 50 mL: 9 mg/mL; 45 mL × 1 mg/mL = 45 mg: 5 mL
    text = with_(CAPSULES, LIQUID.replace("100 mL", "45 mL")).replace(
        TABLETS,
        f'{AS_IS}[stock_solution]\npowder = "500 mg"\nvolume = "50 mL"\n'
        'solvent = "purified water"\n'
        'measure = { kind = "cylinder", capacity = "50 mL", graduation = "1 mL" }\n',
    )
    stock = Request.from_toml(text).source.stock()
    assert str(stock.concentration) == "9 mg/mL"


def test_a_preparation_from_the_shelf_is_a_source() -> None:
    # 405 mg ÷ 10 % = 4050 mg
    shelf = (
        '[prepared]\nname = "trituration 1:10"\nnumber = "S-4"\nmade = 2026-11-20\n'
        'beyond_use = "2027-05-18"\npotency = "10 %"\n'
    )
    assert Request.from_toml(with_(TABLETS, shelf)).plan().taken == Mass.of("4050 mg")


def test_dilutions_that_make_no_sense() -> None:
    trituration = '[trituration]\npowder = "510 mg"\ndiluent = "4590 mg"\n'
    stock = trituration.replace("trituration", "stock_solution").replace("diluent", "volume")
    stock = stock.replace("4590 mg", "50 mL") + (
        'solvent = "purified water"\n'
        'measure = { kind = "cylinder", capacity = "50 mL", graduation = "1 mL" }\n'
    )
    assert refused(f"{ORDER}{trituration}{stock}").startswith("several dilutions are stated")
    whole = ORDER.replace("weighed = 20", 'use = "whole"\nweighed = 20')
    assert refused(f"{whole}{trituration}") == (
        "[trituration]: its powder is weighed; write use = 'by weight'"
    )
    assert refused(f"{with_(TABLETS, '')}{trituration}").startswith("no source is stated")


WAYS = f"""{DRUG}
{ON}
{CAPSULES}
[ways."ground tablets".tablets]
strength = "50 mg"
weighed = 20
together = "3546 mg"
[ways.powder.powder]
substance = "naltrexone hydrochloride"
certificate = {{ basis = "as is", assay = "90 %" }}
"""


def test_ways_are_sources_by_name() -> None:
    request = Request.from_toml(WAYS)
    assert list(request.sources) == ["ground tablets", "powder"]
    assert Request.model_validate_json(request.model_dump_json()) == request


def test_one_source_is_no_comparison_and_ways_are_no_source() -> None:
    with pytest.raises(AmountError, match="one source is stated: to compare, write two or more"):
        _ = Request.from_toml(ORDER).sources
    with pytest.raises(AmountError, match="several ways are stated, 'ground tablets', 'powder'"):
        Request.from_toml(WAYS).plan()


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ('"50 mg"', "50", "ways.\"ground tablets\".tablets.strength: 50: write '50 mg'"),
        ("weighed", "wieghed", 'ways."ground tablets".tablets.wieghed: no such key; write '),
        ("[ways.powder.powder]", "[ways.powder.poweder]", "ways.powder.poweder: no such key; "),
        ('"90 %"', "90", "ways.powder.powder.certificate.assay: 90: write text with its unit, "),
        ("[ways.powder.powder]", "[powder]", "[powder] stands beside [ways]; give it a name there"),
        ("[ways.powder.powder]", '[ways."ground tablets".powder]', 'ways."ground tablets": '),
    ],
)
def test_a_slip_in_a_way_is_placed(line: str, instead: str, said: str) -> None:
    assert line in WAYS
    assert refused(WAYS.replace(line, instead)).startswith(said)


def test_one_way_is_no_comparison() -> None:
    alone, _, _ = WAYS.partition("[ways.powder.powder]")
    assert refused(alone).startswith("[ways]: write two or more, each with its name")
