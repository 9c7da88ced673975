"""Every error stops approval and is printed; what is absolute withstands whatever is tried.

Each rule is tried on all the scenarios that are meant to fire it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from ldn_compound.errors import NotApproved, RuleError
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Severity
from ldn_compound.records.findings import findings as printed_findings
from ldn_compound.records.sheet import Facts, Heading, Numbered
from ldn_compound.records.worksheet import worksheet
from ldn_compound.render.text import as_text
from ldn_compound.rules.approval import Waiver
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.finding import Finding, said
from ldn_compound.rules.register import RULES
from ldn_compound.rules.review import Review
from ldn_compound.rules.rule import Breach

from ..scenarios.reading import SCENARIOS, Scenario, request_of, review_of

ON = date(2026, 11, 30)
NOBODY = "NOT APPROVED - do not compound"


def firing(codes: Iterable[str]) -> Any:
    """The scenarios that fire a rule of these codes, each with the code."""
    wanted = set(codes)
    return pytest.mark.parametrize(
        ("code", "scenario"),
        [
            pytest.param(one["fires"], one, id=f"{one['fires']}: {one['title']}")
            for _, one in SCENARIOS
            if one.get("fires") in wanted
        ],
    )


ERRORS = {rule.code for rule in RULES if rule.severity == "error"}
ABSOLUTE = {rule.code for rule in RULES if rule.absolute}
EVERY_ERROR = firing(ERRORS)
LIFTED = firing(ERRORS - ABSOLUTE)
EVERY_ABSOLUTE = firing(ABSOLUTE)


def of_code(review: Review, code: str) -> list[Finding]:
    found = [one for one in review.findings if one.code == code]
    assert found
    return found


def waiver(finding: Finding) -> Waiver:
    """A waiver as anybody could write it by hand."""
    return Waiver(
        code=finding.code,
        place=finding.place,
        observed=said(finding.observed, unit=finding.unit),
        reason="asked the prescriber",
        by="A. Pharmacist",
        on=ON,
        second="B. Pharmacist",
    )


def refused(review: Review, waivers: Iterable[Waiver] = ()) -> str:
    with pytest.raises(NotApproved) as caught:
        review.approve(by="A. Pharmacist", on=ON, waivers=waivers)
    return str(caught.value)


def printed(review: Review) -> str:
    """The worksheet's text on one line."""
    return " ".join(as_text(worksheet(review)).split())


class TestEveryError:
    """An error of the package forbids compounding until somebody answers for it by name."""

    @pytest.mark.parametrize("code", sorted(ERRORS))
    def test_a_scenario_fires_it(self, code: str) -> None:
        assert any(one.get("fires") == code for _, one in SCENARIOS)

    @EVERY_ERROR
    def test_it_stops_approval_when_all_else_is_waived(self, code: str, scenario: Scenario) -> None:
        review = review_of(scenario)
        others = [waiver(one) for one in review.errors if one.code != code and not one.absolute]
        against = refused(review, others)
        for finding in of_code(review, code):
            assert f"{code}, {finding.place}: " in against

    @EVERY_ERROR
    def test_it_is_printed_with_the_sheet_not_approved(self, code: str, scenario: Scenario) -> None:
        review = review_of(scenario)
        sheet = printed(review)
        assert NOBODY in sheet
        for finding in of_code(review, code):
            assert " ".join(f"{code} {finding.message}".split()) in sheet

    @EVERY_ERROR
    def test_it_is_printed_among_the_errors(self, code: str, scenario: Scenario) -> None:
        review = review_of(scenario)
        groups = [block for block in printed_findings(review) if isinstance(block, Facts)]
        told = {
            row.label for block in groups if block.title.startswith("Error") for row in block.rows
        }
        assert code in told

    @LIFTED
    def test_waived_it_stays_on_the_sheet_beside_its_waiver(
        self, code: str, scenario: Scenario
    ) -> None:
        review = review_of(scenario)
        if review.absolute:
            pytest.skip("another fault in it that nothing lifts")
        approved = review.approve(
            by="A. Pharmacist", on=ON, waivers=[waiver(one) for one in review.errors]
        )
        sheet = " ".join(as_text(worksheet(approved)).split())
        for finding in of_code(review, code):
            assert " ".join(f"{code} {finding.message}".split()) in sheet
        assert "waived by A. Pharmacist and B. Pharmacist on 2026-11-30" in sheet


@dataclass(frozen=True)
class House:
    """A house rule that finds what it is told to."""

    code: str = "HOUSE1"
    breaches: tuple[Breach, ...] = ()
    version: int = 1
    title: str = "Of the house"
    severity: Severity = "note"
    remedy: str = "None."
    cites: tuple[str, ...] = ()

    def check(self, case: Case) -> Iterator[Breach]:
        yield from self.breaches


@dataclass(frozen=True)
class Failing(House):
    """A house rule that breaks."""

    def check(self, case: Case) -> Iterator[Breach]:
        raise RuntimeError("stop here")


class TestEveryAbsolute:
    """No waiver, no policy and no house rule lifts it, and nothing to compound from is printed."""

    @pytest.mark.parametrize("code", sorted(ABSOLUTE))
    def test_a_scenario_fires_it(self, code: str) -> None:
        assert any(one.get("fires") == code for _, one in SCENARIOS)

    @EVERY_ABSOLUTE
    def test_it_gives_no_waiver(self, code: str, scenario: Scenario) -> None:
        for finding in of_code(review_of(scenario), code):
            with pytest.raises(NotApproved, match=f"{code}, .*: absolute, it cannot be waived"):
                finding.waive(reason="urgent", by="A. Pharmacist", on=ON, second="B. Pharmacist")

    @EVERY_ABSOLUTE
    def test_it_withstands_a_waiver_written_by_hand(self, code: str, scenario: Scenario) -> None:
        review = review_of(scenario)
        by_hand = [waiver(one) for one in review.errors]
        assert all(any(one.waived_by(each) for each in by_hand) for one in of_code(review, code))
        against = refused(review, by_hand)
        for finding in of_code(review, code):
            assert f"{code}, {finding.place}: absolute, it cannot be waived" in against

    @pytest.mark.parametrize("severity", ["note", "warning"])
    @EVERY_ABSOLUTE
    def test_a_policy_that_softens_it_is_refused(
        self, code: str, scenario: Scenario, severity: Severity
    ) -> None:
        plan = under(request_of(scenario).plan(), {code: severity})
        with pytest.raises(RuleError, match=f"'{code}': absolute, nothing lifts it"):
            check(plan)

    @EVERY_ABSOLUTE
    def test_it_withstands_a_policy_that_softens_all_else(
        self, code: str, scenario: Scenario
    ) -> None:
        softer: dict[str, Severity] = {
            rule.code: "note"
            for rule in RULES
            if rule.code not in ABSOLUTE and not rule.second_name
        }
        review = check(under(request_of(scenario).plan(), softer))
        assert {one.code for one in review.errors} <= ABSOLUTE
        for finding in of_code(review, code):
            assert (finding.severity, finding.absolute) == ("error", True)
        assert f"{code}, " in refused(review)

    @EVERY_ABSOLUTE
    def test_no_house_rule_takes_its_code(self, code: str, scenario: Scenario) -> None:
        plan = request_of(scenario).plan()
        with pytest.raises(RuleError, match=f"{code} is in use"):
            check(plan, also=[House(code=code)])

    @EVERY_ABSOLUTE
    def test_no_house_rule_hides_it(self, code: str, scenario: Scenario) -> None:
        plan = request_of(scenario).plan()
        alone = of_code(check(plan), code)
        same = tuple(Breach(one.place, one.observed, one.limit, one.step) for one in alone)
        review = check(plan, also=[House(breaches=same), Failing(code="HOUSE2")])
        assert of_code(review, code) == alone
        by_hand = [waiver(one) for one in review.findings]
        assert f"{code}, {alone[0].place}: absolute" in refused(review, by_hand)

    @EVERY_ABSOLUTE
    def test_nothing_to_compound_from_is_printed(self, code: str, scenario: Scenario) -> None:
        review = review_of(scenario)
        blocks = worksheet(review).blocks
        assert Heading("Steps") not in blocks
        assert not any(isinstance(block, Numbered) for block in blocks)
        assert f"nothing lifts {code}" in printed(review) or f", {code}" in printed(review)


def under(plan: Plan, severities: dict[str, Severity]) -> Plan:
    """The plan under a policy with these severities."""
    policy = plan.policy.model_copy(update={"severities": severities})
    return plan.model_copy(update={"policy": policy})
