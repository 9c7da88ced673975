"""A review approved: what it says against it, how it is sealed, and what is noticed afterwards."""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from ldn_compound.errors import AmountError, KindError, NotApproved
from ldn_compound.model.plan import Plan
from ldn_compound.rules.approval import Approved, Waiver, objections
from ldn_compound.rules.check import check
from ldn_compound.rules.register import RULES
from ldn_compound.rules.review import Review

ON = date(2026, 12, 1)
BY = "A. Pharmacist"
Planned = Callable[..., Plan]


@pytest.fixture
def review(planned: Planned) -> Review:
    """5 mg a capsule, which is above 4.5 mg: the one error is RX101."""
    made = check(planned(capsules={"strength": "5 mg"}))
    assert [one.code for one in made.errors] == ["RX101"]
    return made


@pytest.fixture
def waiver(review: Review) -> Waiver:
    return review.errors[0].waive(reason="asked the prescriber", by=BY, on=ON)


@pytest.fixture
def approved(review: Review, waiver: Waiver) -> Approved:
    return review.approve(by=BY, on=ON, waivers=[waiver])


def refused(review: Review, *waivers: Waiver) -> str:
    with pytest.raises(NotApproved) as why:
        review.approve(by=BY, on=ON, waivers=waivers)
    return str(why.value)


class TestAgainst:
    """Every reason is said, and each names what it is about."""

    def test_an_error_that_nobody_waived(self, review: Review) -> None:
        assert refused(review) == (
            "RX101, order, strength: not waived (Strength outside the usual low doses)"
        )

    def test_a_waiver_that_nothing_needs(self, review: Review, waiver: Waiver) -> None:
        other = waiver.model_copy(update={"observed": "4.6 mg/capsule"})
        assert refused(review, waiver, other) == (
            "waiver of RX101, order, strength, 4.6 mg/capsule: no such error was found"
        )

    def test_a_waiver_of_a_note(self, review: Review) -> None:
        note = next(one for one in review.findings if one.severity == "note")
        idle = Waiver(
            code=note.code, place=note.place, observed=str(note.observed), reason="so", by=BY, on=ON
        )
        assert f"waiver of {note.code}, " in refused(review, idle)

    def test_a_waiver_of_the_day_after(self, review: Review, waiver: Waiver) -> None:
        late = waiver.model_copy(update={"on": ON + timedelta(days=1)})
        assert refused(review, late) == "waiver of RX101: dated after 2026-12-01"
        early = waiver.model_copy(update={"on": ON - timedelta(days=1)})
        assert objections(review, (early,), on=ON) == ()

    def test_the_day_after_it_is_made(self, planned: Planned) -> None:
        whole = check(planned())
        late = ON + timedelta(days=1)
        with pytest.raises(NotApproved) as why:
            whole.approve(by=BY, on=late)
        assert str(why.value) == (
            "approved on 2026-12-02, after the day of compounding, 2026-12-01; "
            "plan anew for the day on which it is made"
        )
        early = ON - timedelta(days=1)
        assert whole.approve(by=BY, on=early).on == early

    def test_rules_that_were_not_run(self, planned: Planned) -> None:
        review = check(planned())
        first, second, *others = review.rules
        assert refused(review.model_copy(update={"rules": tuple(others)})) == (
            f"not run: {RULES[0].code}, {RULES[1].code}"
        )
        older = first.model_copy(update={"version": first.version + 1})
        assert refused(review.model_copy(update={"rules": (older, second, *others)})) == (
            f"not run: {RULES[0].code}"
        )

    def test_all_at_once(self, review: Review, waiver: Waiver) -> None:
        other = waiver.model_copy(update={"place": "elsewhere"})
        fewer = review.model_copy(update={"rules": review.rules[1:]})
        assert refused(fewer, other).split("; ") == [
            f"not run: {RULES[0].code}",
            "RX101, order, strength: not waived (Strength outside the usual low doses)",
            "waiver of RX101, elsewhere, 5 mg/capsule: no such error was found",
        ]


def test_errors_and_what_is_absolute_among_the_findings(planned: Planned) -> None:
    review = check(planned(capsules={"strength": "5 mg"}, tablets={"release": "modified"}))
    assert [one.code for one in review.errors] == ["RX101", "SRC201"]
    assert [one.code for one in review.absolute] == ["SRC201"]
    assert len(review.findings) > 2


class TestUnread:
    """A decision of nobody, of no day, or that is none."""

    @pytest.mark.parametrize("by", ["", " ", "\u200b", ".", 5, None])
    def test_nobody(self, planned: Planned, review: Review, by: str) -> None:
        with pytest.raises(AmountError, match="a name or reason is wanted, not"):
            check(planned()).approve(by=by, on=ON)
        with pytest.raises(ValidationError, match="by"):
            review.errors[0].waive(reason="asked", by=by, on=ON)

    @pytest.mark.parametrize(
        "on", [date(1900, 1, 1), "2026-12-01", datetime(2026, 12, 1, tzinfo=UTC)]
    )
    def test_no_day(self, planned: Planned, on: date) -> None:
        with pytest.raises(AmountError, match=r"^on: .*(a placeholder or a slip|write a date)"):
            check(planned()).approve(by=BY, on=on)

    def test_a_waiver_of_no_day(self, review: Review) -> None:
        with pytest.raises(ValidationError, match="on: 1900-01-01; a placeholder or a slip"):
            review.errors[0].waive(reason="asked", by=BY, on=date(1900, 1, 1))

    def test_no_waiver(self, review: Review) -> None:
        with pytest.raises(KindError, match=r"'asked' is no waiver: write finding\.waive"):
            review.approve(by=BY, on=ON, waivers=["asked"])  # type: ignore[list-item]

    def test_a_waiver_whose_name_was_taken_out(self, review: Review, waiver: Waiver) -> None:
        with pytest.raises(ValidationError, match="a name or reason is wanted, not ''"):
            review.approve(by=BY, on=ON, waivers=[waiver.model_copy(update={"by": ""})])


class TestSealed:
    """The digest is of the review and the decision; a stored document that differs is refused."""

    def test_it_keeps_who_when_and_what(self, approved: Approved, review: Review) -> None:
        assert (approved.review, approved.by, approved.on) == (review, BY, ON)
        finding = review.errors[0]
        assert approved.waiver_of(finding) == approved.waivers[0]
        assert approved.waiver_of(finding.model_copy(update={"place": "elsewhere"})) is None

    def test_the_digest_by_hand(self, approved: Approved) -> None:
        """Each part with its length before it, so that no two documents run together alike."""
        parts = (
            approved.review.model_dump_json(),
            "A. Pharmacist",
            "2026-12-01",
            approved.waivers[0].model_dump_json(),
        )
        together = "".join(f"{len(part)}:{part}" for part in parts)
        assert approved.digest == hashlib.sha256(together.encode("utf-8")).hexdigest()

    def test_it_reads_back(self, approved: Approved) -> None:
        assert Approved.model_validate_json(approved.model_dump_json()) == approved

    @pytest.mark.parametrize(
        ("key", "value"), [("by", "B. Pharmacist"), ("on", "2026-12-02"), ("digest", "0" * 64)]
    )
    def test_another_decision(self, approved: Approved, key: str, value: str) -> None:
        document = json.loads(approved.model_dump_json()) | {key: value}
        with pytest.raises(ValidationError) as refused:
            Approved.model_validate_json(json.dumps(document))
        assert "the document was changed after it was approved; approve the review again" in str(
            refused.value
        )

    def test_another_reason(self, approved: Approved) -> None:
        document = json.loads(approved.model_dump_json())
        document["waivers"][0]["reason"] = "none"
        with pytest.raises(ValidationError, match="changed after it was approved"):
            Approved.model_validate_json(json.dumps(document))

    def test_a_copy_that_says_otherwise(self, approved: Approved, planned: Planned) -> None:
        assert approved.model_copy() == approved.model_copy(deep=True) == approved
        for other in (
            {"by": "B. Pharmacist"},
            {"waivers": ()},
            {"review": check(planned())},
            {"digest": "0" * 64},
        ):
            with pytest.raises(AmountError, match=r"not approved: .*RX101|was changed"):
                approved.model_copy(update=other)

    def test_a_waiver_taken_away(self, approved: Approved) -> None:
        document = json.loads(approved.model_dump_json()) | {"waivers": []}
        with pytest.raises(ValidationError, match="not approved: RX101, order, strength: not wai"):
            Approved.model_validate_json(json.dumps(document))

    def test_every_reason_is_said(self, approved: Approved) -> None:
        document = json.loads(approved.model_dump_json())
        document["waivers"][0]["place"] = "elsewhere"
        with pytest.raises(ValidationError) as refused:
            Approved.model_validate_json(json.dumps(document))
        assert (
            "not approved: RX101, order, strength: not waived (Strength outside the usual low "
            "doses); waiver of RX101, elsewhere, 5 mg/capsule: no such error was found"
        ) in str(refused.value)

    def test_another_review(self, approved: Approved) -> None:
        document = json.loads(approved.model_dump_json())
        del document["review"]["findings"][0]["message"]
        document["review"]["findings"][0]["remedy"] = "None."
        with pytest.raises(ValidationError, match="changed after it was approved"):
            Approved.model_validate_json(json.dumps(document))


class TestLookedAtAgain:
    """A review says all that its plan says, or nobody approves it."""

    def test_an_error_taken_out(self, review: Review) -> None:
        (error,) = review.errors
        without = tuple(one for one in review.findings if one is not error)
        assert refused(review.model_copy(update={"findings": without})) == (
            "RX101, order, strength: the plan has this error and the review does not say so; "
            "check the plan again"
        )

    @pytest.mark.parametrize("severity", ["warning", "note"])
    def test_a_warning_or_a_note_taken_out(self, planned: Planned, severity: str) -> None:
        whole = check(planned(capsules={"strength": "4.5 mg", "fill": {"kind": "estimated"}}))
        kept = tuple(one for one in whole.findings if one.severity != severity)
        assert kept != whole.findings
        assert f"the plan has this {severity} and the review does not say so" in refused(
            whole.model_copy(update={"findings": kept})
        )

    def test_an_absolute_error_taken_out_of_json(self, planned: Planned) -> None:
        modified = check(planned(tablets={"release": "modified"}))
        document = json.loads(modified.model_dump_json())
        document["findings"] = [one for one in document["findings"] if one["code"] != "SRC201"]
        without = Review.model_validate_json(json.dumps(document))
        assert "SRC201" not in {one.code for one in without.findings}
        assert "the plan has this error and the review does not say so" in refused(without)

    def test_an_error_made_a_note(self, review: Review) -> None:
        softer = tuple(one.model_copy(update={"severity": "note"}) for one in review.findings)
        assert "RX101, order, strength: the plan has this error" in refused(
            review.model_copy(update={"findings": softer})
        )

    def test_an_absolute_error_made_one_that_can_be_waived(self, planned: Planned) -> None:
        modified = check(planned(tablets={"release": "modified"}))
        softer = tuple(one.model_copy(update={"absolute": False}) for one in modified.findings)
        changed = modified.model_copy(update={"findings": softer})
        waivers = [one.waive(reason="none", by=BY, on=ON) for one in changed.errors]
        assert "SRC201" in refused(changed, *waivers)

    def test_the_dry_run_of_another_plan(self, review: Review, planned: Planned) -> None:
        other = check(planned(capsules={"strength": "4.5 mg"}))
        changed = other.model_copy(update={"outcome": review.outcome})
        assert refused(changed) == "the dry run is not of this plan"

    def test_as_it_was_checked_it_is_approved(self, planned: Planned) -> None:
        whole = check(planned(capsules={"strength": "4.5 mg"}))
        assert whole.approve(by=BY, on=ON).review == whole
