"""Checking: what a house may change, and what nothing changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from ldn_compound.errors import NotApproved, RuleError
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy, Severity
from ldn_compound.rules.approval import Waiver
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.finding import Finding
from ldn_compound.rules.register import RULES
from ldn_compound.rules.review import Review
from ldn_compound.rules.rule import Breach

ON = date(2026, 12, 1)
Planned = Callable[..., Plan]


@dataclass(frozen=True)
class House:
    """A rule of a house's own."""

    code: str = "HOUSE1"
    version: int = 1
    title: str = "Made on a Tuesday"
    severity: Severity = "error"
    remedy: str = "Make it on another day."
    cites: tuple[str, ...] = ()

    def check(self, case: Case) -> Iterator[Breach]:
        if case.plan.on.isoweekday() == 2:  # 1 December 2026 is a Tuesday
            yield Breach("day of compounding", str(case.plan.on), "any other day")


class Failing(House):
    """A rule that breaks."""

    def check(self, case: Case) -> Iterator[Breach]:
        yield Breach("here", "something", "nothing")
        raise ZeroDivisionError("division by zero")


class Ending(House):
    """A rule that ends the program, as a script does."""

    def check(self, case: Case) -> Iterator[Breach]:
        raise SystemExit(0)


class Mute(House):
    """A rule whose error does not say what it is."""

    class Error(Exception):
        def __str__(self) -> str:
            raise ValueError

    def check(self, case: Case) -> Iterator[Breach]:
        raise self.Error


@dataclass(frozen=True)
class Yielding(House):
    """A rule that yields this."""

    yields: object = None

    def check(self, case: Case) -> Iterator[Breach]:
        yield self.yields  # type: ignore[misc]


def found(plan: Plan, code: str) -> Finding:
    """The one finding of a code."""
    [finding] = [one for one in check(plan).findings if one.code == code]
    return finding


def test_a_plan_without_faults_is_approved_as_it_is(planned: Planned) -> None:
    review = check(planned())
    assert review.errors == ()
    assert review.approve(by="A. Pharmacist", on=ON).waivers == ()


def test_a_review_lists_every_rule_that_ran(planned: Planned) -> None:
    review = check(planned(), also=[House()])
    assert [run.code for run in review.rules] == [*(rule.code for rule in RULES), "HOUSE1"]


def test_a_message_gives_place_observed_limit_fault_and_remedy(planned: Planned) -> None:
    assert found(planned(capsules={"strength": "0.45 mg", "quantity": 500}), "RX101").message == (
        "order, strength: 0.45 mg/capsule; limit: 0.5 mg to 4.5 mg of naltrexone hydrochloride. "
        "Strength outside the usual low doses. 0.45 mg/capsule: was 4.5 mg/capsule meant? "
        "Ask the prescriber. [ldnrt-2021, toljan-2018]"
    )


# What a house may change.


@pytest.mark.parametrize("severity", ["note", "warning"])
def test_a_policy_sets_another_severity(planned: Planned, severity: Severity) -> None:
    plan = planned(capsules={"strength": "5 mg"}, policy=Policy(severities={"RX101": severity}))
    assert found(plan, "RX101").severity == severity
    check(plan).approve(by="A. Pharmacist", on=ON)


def test_a_policy_makes_a_warning_an_error(planned: Planned) -> None:
    plan = planned(tablets={"weighed": 9, "together": "1595.7 mg"})
    assert found(plan, "SRC211").severity == "warning"
    strict = plan.model_copy(update={"policy": Policy(severities={"SRC211": "error"})})
    with pytest.raises(NotApproved, match="SRC211"):
        check(strict).approve(by="A. Pharmacist", on=ON)


def test_a_house_rule_is_judged_with_the_others(planned: Planned) -> None:
    review = check(planned(), also=[House()])
    assert [one.code for one in review.errors] == ["HOUSE1"]
    with pytest.raises(NotApproved, match="HOUSE1, day of compounding: not waived"):
        review.approve(by="A. Pharmacist", on=ON)


@pytest.mark.parametrize("code", ["WGH301", "SRC201"])
def test_a_house_rule_takes_no_code_of_the_packages(planned: Planned, code: str) -> None:
    with pytest.raises(RuleError, match=f"{code} is in use: give the house rule a code of its own"):
        check(planned(), also=[House(code=code)])


def test_two_house_rules_have_two_codes(planned: Planned) -> None:
    with pytest.raises(RuleError, match="HOUSE1 is in use"):
        check(planned(), also=[House(), House()])


@pytest.mark.parametrize("version", ["x", "1", 1.0, True, None])
def test_a_house_rule_s_version_is_a_whole_number(planned: Planned, version: object) -> None:
    with pytest.raises(RuleError, match=r"HOUSE1, version .*: write a whole number, version = 1"):
        check(planned(), also=[House(version=version)])  # type: ignore[arg-type]


def test_an_object_without_a_check_is_no_rule(planned: Planned) -> None:
    with pytest.raises(RuleError, match="is no rule: it has code, version, title, severity"):
        check(planned(), also=["HOUSE1"])  # type: ignore[list-item]


# What nothing changes.


ABSOLUTE = pytest.mark.parametrize(
    ("code", "otherwise"),
    [
        ("SRC201", {"tablets": {"release": "modified"}}),
        ("SRC202", {"tablets": {"other_actives": ("bupropion hydrochloride",)}}),
        ("SRC204", {"tablets": {"lots": ({"number": "T-5", "expiry": "2026-11-30"},)}}),
        (
            "OUT803",
            {"powder": {"lots": ({"number": "P-3", "expiry": "2028-06", "amount": "493 mg"},)}},
        ),
    ],
)


@ABSOLUTE
def test_an_absolute_finding_cannot_be_waived(planned: Planned, code: str, otherwise: dict) -> None:
    plan = planned(**otherwise)
    with pytest.raises(NotApproved, match=f"{code}, .*: absolute, it cannot be waived"):
        found(plan, code).waive(reason="urgent", by="A. Pharmacist", on=ON)


@ABSOLUTE
def test_a_waiver_written_by_hand_does_not_lift_it(
    planned: Planned, code: str, otherwise: dict
) -> None:
    review = check(planned(**otherwise))
    finding = next(one for one in review.findings if one.code == code)
    waiver = Waiver(
        code=code,
        place=finding.place,
        observed=str(finding.observed),
        reason="urgent",
        by="A. Pharmacist",
        on=ON,
        second="B. Pharmacist",
    )
    assert finding.waived_by(waiver)
    with pytest.raises(NotApproved, match=f"{code}, .*: absolute, it cannot be waived"):
        review.approve(by="A. Pharmacist", on=ON, waivers=[waiver])


@ABSOLUTE
@pytest.mark.parametrize("severity", ["note", "warning"])
def test_no_policy_softens_it(
    planned: Planned, code: str, otherwise: dict, severity: Severity
) -> None:
    plan = planned(**otherwise, policy=Policy(severities={code: severity}))
    with pytest.raises(RuleError, match=f"severities, '{code}': absolute, nothing lifts it"):
        check(plan)


@ABSOLUTE
def test_no_house_rule_takes_its_place(planned: Planned, code: str, otherwise: dict) -> None:
    plan = planned(**otherwise)
    with pytest.raises(RuleError, match=f"{code} is in use"):
        check(plan, also=[House(code=code)])
    assert code in {one.code for one in check(plan, also=[House()]).errors}


def test_a_rule_that_breaks_is_an_absolute_finding_and_hides_no_other(planned: Planned) -> None:
    review = check(planned(tablets={"release": "modified"}), also=[Failing(), House(code="HOUSE2")])
    assert [one.code for one in review.errors] == ["SRC201", "HOUSE1", "HOUSE1", "HOUSE2"]
    before, broken = review.errors[1:3]
    assert (before.place, before.absolute) == ("here", False)  # what it found is not lost
    assert broken.absolute
    assert broken.message == (
        "the rule itself: ZeroDivisionError: division by zero; limit: a rule yields breaches and "
        "does not fail. Made on a Tuesday: not judged. "
        "Mend the rule; until then nobody knows whether it is kept."
    )
    with pytest.raises(NotApproved, match="HOUSE1, the rule itself: absolute"):
        review.approve(by="A. Pharmacist", on=ON)


WANTED = (
    "place and remedy are text, observed and limit an amount or text, and step is a whole number"
)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (Ending(), "SystemExit: 0"),
        (Mute(), "Error: it does not say why"),
        (
            Yielding(yields=Breach("p", 4.5, "x")),
            f"RuleError: a breach with observed 4.5: {WANTED}",
        ),
        (Yielding(yields=Breach(5, "o", None)), f"a breach with place 5, limit None: {WANTED}"),
        (Yielding(yields=Breach("p", "o", "x", step="4")), f"a breach with step '4': {WANTED}"),
        (Yielding(yields=Breach("p", "o", "x", remedy=5)), f"a breach with remedy 5: {WANTED}"),
        (Yielding(yields=Breach("p", "\ud800", "x")), "UnicodeEncodeError: 'utf-8' codec can't"),
        (Yielding(yields=("p", "o", "x")), "AttributeError: 'tuple' object has no attribute"),
    ],
)
def test_a_rule_that_ends_the_program_or_yields_no_breach_is_broken(
    planned: Planned, rule: House, said: str
) -> None:
    review = check(planned(), also=[rule])
    [broken] = review.errors
    assert (broken.place, broken.absolute) == ("the rule itself", True)
    assert said in broken.message
    assert Review.model_validate_json(review.model_dump_json()) == review


def test_ctrl_c_stops_a_rule(planned: Planned) -> None:
    class Stopped(House):
        def check(self, case: Case) -> Iterator[Breach]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(planned(), also=[Stopped()])


@pytest.mark.parametrize("code", ["wgh301", "WGH301 ", "WGH-301", "WGH\u200b301"])
def test_a_code_that_is_read_as_the_package_s_is_in_use(planned: Planned, code: str) -> None:
    with pytest.raises(RuleError, match="is in use: give the house rule a code of its own"):
        check(planned(), also=[House(code=code)])


@pytest.mark.parametrize("own", [{"title": 5}, {"remedy": None}])
def test_a_house_rule_s_words_are_text(planned: Planned, own: dict[str, object]) -> None:
    with pytest.raises(RuleError, match=r"HOUSE1, (title 5|remedy None): write it as text"):
        check(planned(), also=[House(**own)])  # type: ignore[arg-type]


def test_a_broken_rule_stays_an_error_whatever_the_policy_says(planned: Planned) -> None:
    plan = planned(policy=Policy(severities={"HOUSE1": "note"}))
    assert [one.severity for one in check(plan, also=[Failing()]).errors] == ["error"]
