"""A finding as data: what of it comes from the rule and what from the breach; and its waiver."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest
from pydantic import ValidationError

from ldn_compound.errors import NotApproved, RuleError
from ldn_compound.forms.oral_liquid import OralLiquid
from ldn_compound.model.order import Order
from ldn_compound.model.plan import Plan
from ldn_compound.model.policy import Policy, Severity
from ldn_compound.planning.plan import plan
from ldn_compound.quantity.kinds import PerUnit
from ldn_compound.rules.approval import Waiver
from ldn_compound.rules.case import Case
from ldn_compound.rules.check import check
from ldn_compound.rules.finding import Finding, said
from ldn_compound.rules.register import RULES
from ldn_compound.rules.review import RuleRun
from ldn_compound.rules.rule import Breach, Rule, rule

ON = date(2026, 12, 1)
BY = "A. Pharmacist"
Planned = Callable[..., Plan]
DOSE, LIMIT = PerUnit.of("4.5 mg"), PerUnit.of("4 mg")


@dataclass(frozen=True)
class House:
    """A rule of a house's own."""

    breaches: tuple[Breach, ...]
    code: str = "HOUSE1"
    version: int = 7
    title: str = "More than the house makes"
    severity: Severity = "warning"
    remedy: str = "Make less."
    cites: tuple[str, ...] = ("house-book", "usp-795")

    def check(self, case: Case) -> Iterator[Breach]:
        yield from self.breaches


class Failing(House):
    """A rule that breaks before it yields anything."""

    def check(self, case: Case) -> Iterator[Breach]:
        raise ValueError("no such table")


def found(plan: Plan, house: House) -> Finding:
    review = check(plan, also=[house])
    assert review.rules[len(RULES) :] == (RuleRun(code="HOUSE1", version=7),)
    [finding] = [one for one in review.findings if one.code == "HOUSE1"]
    return finding


class TestData:
    def test_of_a_breach_at_a_step(self, planned: Planned) -> None:
        house = House((Breach("step 2, weigh diluent", DOSE, LIMIT, 2),))
        finding = found(planned(), house)
        assert finding.message == (
            "step 2, weigh diluent: 4.5 mg/capsule; limit: 4 mg/capsule. More than the "
            "house makes. Make less. [house-book, usp-795]"
        )
        assert finding == Finding(
            code="HOUSE1",
            version=7,
            title="More than the house makes",
            severity="warning",
            absolute=False,
            second_name=False,
            place="step 2, weigh diluent",
            step=2,
            observed=DOSE,
            limit=LIMIT,
            remedy="Make less.",
            cites=("house-book", "usp-795"),
            unit="capsule",
        )

    def test_a_breach_may_say_its_remedy_more_exactly(self, planned: Planned) -> None:
        house = House((Breach("order", "4.5 mg", "4 mg", remedy="Make 4 mg."),), cites=())
        finding = found(planned(), house)
        assert (finding.step, finding.remedy) == (None, "Make 4 mg.")
        assert (
            finding.message == "order: 4.5 mg; limit: 4 mg. More than the house makes. Make 4 mg."
        )

    def test_the_message_is_made_of_the_rest_and_can_be_no_other(self, planned: Planned) -> None:
        finding = found(planned(), House((Breach("order", DOSE, "4 mg"),)))
        written = finding.model_dump(mode="json")
        assert Finding.model_validate(written) == finding
        assert Finding.model_validate_json(finding.model_dump_json()).message == written["message"]
        del written["message"]
        assert Finding.model_validate(written).message == finding.message
        softer = "order: 4.5 mg/capsule; limit: 4 mg. More than usual. [house-book, usp-795]"
        with pytest.raises(ValidationError) as refused:
            Finding.model_validate({**written, "message": softer})
        assert (
            "HOUSE1: the message is another than the finding's own; leave it out, or write "
            f"'{finding.message}'"
        ) in str(refused.value).replace('"', "'")

    def test_the_severity_is_the_policys_where_it_states_one(self, planned: Planned) -> None:
        strict = planned(policy=Policy(severities={"HOUSE1": "error"}))
        assert found(strict, House((Breach("order", "a", "b"),))).severity == "error"

    def test_of_a_rule_that_breaks(self, planned: Planned) -> None:
        finding = found(planned(), Failing(()))
        assert finding.message == (
            "the rule itself: ValueError: no such table; limit: a rule yields breaches and "
            "does not fail. More than the house makes: not judged. Mend the rule; until then "
            "nobody knows whether it is kept. [house-book, usp-795]"
        )
        assert finding == Finding(
            code="HOUSE1",
            version=7,
            title="More than the house makes: not judged",
            severity="error",
            absolute=True,
            second_name=False,
            place="the rule itself",
            step=None,
            observed="ValueError: no such table",
            limit="a rule yields breaches and does not fail",
            remedy="Mend the rule; until then nobody knows whether it is kept.",
            cites=("house-book", "usp-795"),
            unit="capsule",
        )

    def test_of_a_liquid_the_unit_is_the_preparation(self, planned: Planned) -> None:
        liquid = OralLiquid(concentration="1 mg/mL", volume="100 mL", vehicle="Ora-Plus")
        usual = planned()
        made = plan(Order(drug="naltrexone", form=liquid), usual.source, on=usual.on)
        finding = found(made, House((Breach("bottle", DOSE, LIMIT),)))
        assert finding.unit == "preparation"
        assert finding.message.startswith("bottle: 4.5 mg/preparation; limit: 4 mg/preparation. ")
        assert found(made, Failing(())).unit == "preparation"

    def test_an_amount_is_said_for_the_unit_and_text_as_it_is(self) -> None:
        assert said(DOSE, unit="bottle") == "4.5 mg/bottle"
        assert said("9 tablets", unit="bottle") == "9 tablets"

    def test_what_is_no_rule(self, planned: Planned) -> None:
        with pytest.raises(RuleError) as refused:
            check(planned(), also=["HOUSE1"])  # type: ignore[list-item]
        assert str(refused.value) == (
            "'HOUSE1' is no rule: it has code, version, title, severity, remedy, cites, check"
        )


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"code": 5}, "5: write the house rule's code as text, such as 'HOUSE1'"),
        ({"code": " "}, "' ': write the house rule's code as text, such as 'HOUSE1'"),
        (
            {"severity": "fatal"},
            "HOUSE1, severity 'fatal': write 'note', 'warning' or 'error'",
        ),
        ({"cites": ["usp"]}, "HOUSE1, cites ['usp']: write a tuple of texts, ('...',)"),
        ({"cites": (5,)}, "HOUSE1, cites (5,): write a tuple of texts, ('...',)"),
        ({"cites": "usp"}, "HOUSE1, cites 'usp': write a tuple of texts, ('...',)"),
    ],
)
def test_a_house_rule_that_is_badly_formed(
    planned: Planned, fault: dict[str, object], said: str
) -> None:
    with pytest.raises(RuleError) as refused:
        check(planned(), also=[replace(House(()), **fault)])  # type: ignore[arg-type]
    assert str(refused.value) == said


def test_a_rule_is_made_of_all_that_is_said_of_it() -> None:
    @rule(
        code="RX199",
        title="A title",
        severity="error",
        rationale="Why.",
        bad="Bad.",
        good="Good.",
        remedy="Mend it.",
        cites=("ansel",),
        version=3,
        absolute=True,
        second_name=True,
    )
    def never(case: Case) -> Iterator[Breach]:
        return iter(())

    assert never == Rule(
        code="RX199",
        title="A title",
        severity="error",
        rationale="Why.",
        bad="Bad.",
        good="Good.",
        remedy="Mend it.",
        cites=("ansel",),
        check=never.check,
        version=3,
        absolute=True,
        second_name=True,
    )
    assert list(never.check(None)) == []  # type: ignore[arg-type]


def test_a_rule_is_of_version_1_and_can_be_waived_by_one_person_unless_it_says_otherwise() -> None:
    made = rule(
        code="RX199",
        title="A title",
        severity="note",
        rationale="Why.",
        bad="Bad.",
        good="Good.",
        remedy="Mend it.",
        cites=("ansel",),
    )(lambda case: ())
    assert (made.version, made.absolute, made.second_name) == (1, False, False)


class TestWaiver:
    @pytest.fixture
    def finding(self, planned: Planned) -> Finding:
        return found(planned(), House((Breach("order, strength", DOSE, LIMIT),)))

    def test_it_names_the_finding_and_who_decided(self, finding: Finding) -> None:
        waiver = finding.waive(reason="asked", by=BY, on=ON, second="B. Pharmacist")
        assert waiver == Waiver(
            code="HOUSE1",
            place="order, strength",
            observed="4.5 mg/capsule",
            reason="asked",
            by=BY,
            on=ON,
            second="B. Pharmacist",
        )
        assert finding.waived_by(waiver)
        assert finding.waive(reason="asked", by=BY, on=ON).second is None

    @pytest.mark.parametrize(
        "other", [{"code": "HOUSE2"}, {"place": "order"}, {"observed": "4.5 mg"}]
    )
    def test_it_is_of_no_other_finding(self, finding: Finding, other: dict[str, str]) -> None:
        waiver = finding.waive(reason="asked", by=BY, on=ON)
        assert not finding.waived_by(waiver.model_copy(update=other))

    @pytest.mark.parametrize("blank", [{"reason": " "}, {"by": ""}, {"second": "  "}])
    def test_nobody_and_no_reason_are_refused(
        self, finding: Finding, blank: dict[str, str]
    ) -> None:
        stated = {"reason": "asked", "by": BY, "second": None} | blank
        with pytest.raises(
            ValidationError, match=r"error, a name or reason is wanted, not ' *' \["
        ):
            finding.waive(**stated, on=ON)  # type: ignore[arg-type]

    def test_what_is_absolute_has_none(self, finding: Finding) -> None:
        with pytest.raises(NotApproved) as refused:
            finding.model_copy(update={"absolute": True}).waive(reason="asked", by=BY, on=ON)
        assert str(refused.value) == "HOUSE1, order, strength: absolute, it cannot be waived"
