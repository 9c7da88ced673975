"""The common orders without a file."""

from collections.abc import Callable

import pytest
from typer.testing import Result

from ldn_compound.model.plan import Plan
from ldn_compound.quantity.kinds import Mass
from ldn_compound.rules.review import Review

Ran = Callable[..., Result]
Refusal = Callable[..., str]

ORDER = ("--strength", "4.5 mg", "--quantity", "100", "--on", "2026-12-01")
TABLETS = ("--tablets", "50 mg", "--weighed", "20", "--together", "3546 mg")
POWDER = ("--powder", "naltrexone hydrochloride dihydrate")


@pytest.fixture
def planned(ran: Ran) -> Callable[..., Plan]:
    def plan(*flags: str) -> Plan:
        result = ran("plan", *ORDER, *flags, "--json")
        return Review.model_validate_json(result.stdout).plan

    return plan


@pytest.mark.parametrize(
    ("flags", "taken"),
    [
        (TABLETS, "1596 mg"),  # 450 × 177.3 ÷ 50 = 1595.7
        (("--tablets", "50 mg", "--weight", "177.3 mg"), "1596 mg"),
        ((*TABLETS, "--assay", "98 %"), "1628 mg"),  # 1595.7 ÷ 0.98 = 1628.27
        ((*POWDER, "--assay", "99.5 %", "--water", "8.5 %"), "494 mg"),  # 450 ÷ 0.910425 = 494.27
        # 450 ÷ (0.995 × 0.91) = 496.99
        ((*POWDER, "--assay", "99.5 %", "--water", "8.5 %", "--solvents", "0.5 %"), "497 mg"),
        # 450 ÷ (0.99 × 0.95) = 478.47
        ((*POWDER, "--assay", "99 %", "--loss-on-drying", "5 %"), "478 mg"),
        ((*POWDER, "--assay", "90 %", "--as-is"), "500 mg"),  # 450 ÷ 0.9
    ],
)
def test_a_source_by_its_flags(planned: Callable[..., Plan], flags: tuple[str, ...], taken: str):
    assert planned(*flags).taken == Mass.of(taken)


def test_base_shell_diluent_policy_and_what_to_avoid(planned: Callable[..., Plan]) -> None:
    plan = planned(
        *TABLETS,
        *("--base", "--shell", "1", "--diluent", "lactose monohydrate", "--policy", "nrf"),
        *("--avoid", "gluten", "--avoid", "egg"),
    )
    assert plan.order.strength_as == "naltrexone"
    assert plan.order.avoid == ("gluten", "egg")
    assert plan.made.shell.size == "1"
    assert plan.made.diluent == "lactose monohydrate"
    assert plan.policy.name == "nrf"


def test_a_bench_nobody_described_is_assumed(planned: Callable[..., Plan]) -> None:
    assert planned(*TABLETS).bench.assumed[:2] == ("balance", "machine")


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ((*TABLETS, *POWDER), "--powder: does not go with --tablets; state one source"),
        ((*TABLETS, "--water", "8 %"), "--water: does not go with --tablets; state one source"),
        ((*TABLETS, "--as-is"), "--as-is: does not go with --tablets; state one source"),
        ((*POWDER, "--weighed", "20"), "--weighed: does not go with --powder; state one source"),
        (POWDER, "--powder: none is stated; say what its assay counts with one of --water, "),
        (
            (*POWDER, "--assay", "99 %", "--water", "8 %", "--as-is"),
            "--powder: --water and --as-is are stated; say what its assay counts with one of ",
        ),
        ((*POWDER, "--water", "8 %"), "--assay: missing; write it, such as --assay '99.5 %'"),
        (("--tablets", "50 mg"), "tablets: state their weight in one way: weighed = 20 with "),
        (("--tablets", "50"), "--tablets: '50': a number without its unit; write '50 mg'"),
        ((*TABLETS, "--diluent", "flour"), "--diluent: 'flour' is no excipient of the catalogue"),
        ((*TABLETS, "--shell", "9"), "--shell: '9': the mainstream table holds the sizes 000, "),
        ((*TABLETS, "--policy", "din"), "--policy: 'din': write 'usp' or 'nrf', or "),
        ((*TABLETS, "--on", "today"), "--on: 'today': "),
        ((*TABLETS, "--quantity", "090"), "--quantity: '090': "),
        ((*TABLETS, "--quantity", "30.5"), "--quantity: '30.5': a number without its unit; "),
        ((*TABLETS, "--quantity", "0"), "--quantity: '0 units': an amount above zero is wanted"),
        ((*TABLETS, "--quantity", "9" * 5000), "--quantity: "),
        ((*TABLETS, "--strength", "4,5 mg"), "--strength: '4,5 mg': write the decimal mark as a "),
        ((*TABLETS, "--strength", ""), "--strength: "),
    ],
)
def test_a_fault_names_its_flag(refusal: Refusal, flags: tuple[str, ...], said: str) -> None:
    order = zip(ORDER[::2], ORDER[1::2], strict=True)
    others = (word for flag, value in order if flag not in flags for word in (flag, value))
    assert refusal("plan", *others, *flags).startswith(said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plan", "--strenght", "4.5 mg"), "No such option: --strenght"),
        (("plan", "--strength"), "Option '--strength' requires an argument"),
        (("plan", "a.toml", "b.toml"), "Got unexpected extra argument"),
        (("paln",), "No such command 'paln'. Did you mean 'plan'?"),
        (("explain", "a.toml"), "Missing argument 'NAME'"),
        ((), "no command; write ldn-compound plan ORDER.toml, or ldn-compound --help"),
    ],
)
def test_a_slip_in_the_command_is_one_line(refusal: Refusal, words: tuple[str, ...], said: str):
    assert refusal(*words).startswith(said)
