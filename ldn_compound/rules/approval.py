"""An approval: somebody's decision to compound from a review, each error in it waived by name."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Annotated, Any, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from ldn_compound.errors import AmountError, KindError, NotApproved, PlanError
from ldn_compound.model.base import Base, Document
from ldn_compound.model.plan import Plan
from ldn_compound.quantity.dates import checked_day
from ldn_compound.rules.finding import Finding
from ldn_compound.rules.review import Review
from ldn_compound.version import VERSION


def _said(text: str) -> str:
    if not (isinstance(text, str) and any(map(str.isalnum, text))):
        raise AmountError(f"a name or reason is wanted, not {text!r}")
    return text


Said = Annotated[str, AfterValidator(_said)]
Day = Annotated[date, AfterValidator(partial(checked_day, what="on"))]


class Waiver(Base, frozen=True):
    """Somebody's decision to go on in spite of one finding, and why.

    It names code, place and what was observed: where the plan changes that, it no longer counts.
    """

    model_config = ConfigDict(title="the waiver", revalidate_instances="always")

    code: str
    place: str
    observed: str
    reason: Said
    by: Said
    on: Day
    second: Said | None = None
    """A second person, where the rule asks for one."""

    @property
    def of(self) -> tuple[str, str, str]:
        """What it waives: a code at a place, as it was observed there."""
        return self.code, self.place, self.observed


class Approved(Document, frozen=True):
    """A review that somebody approved; read from JSON it is checked again against its digest."""

    model_config = ConfigDict(title="the approval")

    review: Review
    by: Said
    on: Day
    waivers: tuple[Waiver, ...] = ()
    digest: str = Field(pattern="^[0-9a-f]{64}$")

    @model_validator(mode="after")
    def _unchanged(self) -> Self:
        return self._as_approved()

    def _as_approved(self) -> Self:
        against = objections(self.review, self.waivers, on=self.on)
        if against:
            raise AmountError(f"not approved: {'; '.join(against)}")
        if self.digest != _digest(self.review, self.by, self.on, self.waivers):
            raise AmountError(
                "the document was changed after it was approved; approve the review again"
            )
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; one that says otherwise is no longer what was approved, and is refused."""
        copied = super().model_copy(update=update, deep=deep)
        return copied._as_approved() if update else copied

    def waiver_of(self, finding: Finding) -> Waiver | None:
        """The waiver of a finding, where there is one."""
        return next((one for one in self.waivers if finding.waived_by(one)), None)


def approval_of(review: Review, *, by: str, on: date, waivers: tuple[Waiver, ...] = ()) -> Approved:
    """The review as somebody's decision. NotApproved names every reason against it."""
    _said(by)
    checked_day(on, what="on")
    for waiver in waivers:
        if not isinstance(waiver, Waiver):
            raise KindError(f"{waiver!r} is no waiver: write finding.waive(reason=, by=, on=)")
    against = (*objections(review, waivers, on=on), *_not_as_made_here(review, on=on))
    if against:
        raise NotApproved("; ".join(against))
    digest = _digest(review, by, on, waivers)
    return Approved(review=review, by=by, on=on, waivers=waivers, digest=digest)


def objections(review: Review, waivers: Sequence[Waiver], *, on: date) -> tuple[str, ...]:
    """Every reason against approving `review` with these waivers on that day."""
    errors = tuple((finding, finding.waived_as) for finding in review.errors)
    found = {named for _, named in errors}
    given: dict[tuple[str, str, str], list[Waiver]] = {}
    for waiver in waivers:
        given.setdefault(waiver.of, []).append(waiver)
    return (
        *(_rules_missing(review) or _changed(review)),
        *(
            f"{finding.code}, {finding.place}: {why}"
            for finding, named in errors
            if (why := _standing(finding, given.get(named, ())))
        ),
        *(
            f"waiver of {waiver.code}, {waiver.place}, {waiver.observed}: no such error was found"
            for waiver in waivers
            if waiver.of not in found
        ),
        *(f"waiver of {waiver.code}: dated after {on}" for waiver in waivers if waiver.on > on),
    )


def _not_as_made_here(review: Review, *, on: date) -> Iterator[str]:
    """What is asked where somebody approves, and no more where that is read from its document.

    A later version may plan the same order otherwise; what was approved remains a record.
    """
    plan = review.plan
    if on > plan.on:
        yield (
            f"approved on {on}, after the day of compounding, {plan.on}; "
            "plan anew for the day on which it is made"
        )
    yield from _said_otherwise(review)
    yield from _planned_otherwise(plan)


def _planned_otherwise(plan: Plan) -> Iterator[str]:
    from ldn_compound.planning.again import made_otherwise

    try:
        parts = ", ".join(made_otherwise(plan))
    except Exception as error:  # whatever a source of somebody's own raises
        yield f"the plan cannot be made again: {error}"
        return
    if parts:
        by = "" if plan.version == VERSION else f", planned by version {plan.version}"
        yield f"{parts}{by}: not what its order, source, bench and policy make; plan anew"


def _rules_missing(review: Review) -> tuple[str, ...]:
    from ldn_compound.rules.register import LISTED

    run = {(rule.code, rule.version) for rule in review.rules}
    missing = [one.code for one in LISTED if (one.code, one.version) not in run]
    return (f"not run: {', '.join(missing)}",) if missing else ()


def _changed(review: Review) -> tuple[str, ...]:
    """What the plan says when it is looked at again, and the review does not say."""
    from ldn_compound.rules.check import found_again

    try:
        outcome, findings = found_again(review.plan)
    except PlanError as error:
        return (f"the plan cannot be carried out: {error}",)
    changed = () if outcome == review.outcome else ("the dry run is not of this plan",)
    said = {_weight(finding) for finding in review.findings}
    return (
        *changed,
        *(
            f"{finding.code}, {finding.place}: the plan has this {finding.severity} and the review "
            "does not say so; check the plan again"
            for finding in findings
            if _weight(finding) not in said
        ),
    )


def _weight(finding: Finding) -> tuple[object, ...]:
    return (finding.waived_as, finding.severity, finding.absolute, finding.second_name)


def _said_otherwise(review: Review) -> Iterator[str]:
    """What the review says in the name of a rule of the package, or of one that was not run."""
    from ldn_compound.rules.check import found_again
    from ldn_compound.rules.register import LISTED

    others = {one.code for one in review.rules} - {one.code for one in LISTED}
    try:
        _, findings = found_again(review.plan)
    except PlanError:  # which is said already
        return
    for one in review.findings:
        if one.code not in others and one not in findings:
            yield f"{one.code}, {one.place}: no such rule says this; check the plan again"


def _standing(finding: Finding, of_this: Sequence[Waiver]) -> str:
    """Why the finding still stands beside the waivers of it; empty where it is waived."""
    if finding.absolute:
        return "absolute, it cannot be waived"
    if not of_this:
        return f"not waived ({finding.title})"
    if finding.second_name and not any(_two_people(waiver) for waiver in of_this):
        return "its waiver needs a second name"
    return ""


def _two_people(waiver: Waiver) -> bool:
    return waiver.second is not None and _person(waiver.second) != _person(waiver.by)


def _person(name: str) -> str:
    """A name without what makes no other person of it: blanks, points, capitals."""
    return "".join(one for one in name if one.isprintable() and one not in " .,").casefold()


def _digest(review: Review, by: str, on: date, waivers: Sequence[Waiver]) -> str:
    import hashlib

    parts = [review.model_dump_json(), by, on.isoformat()]
    parts += [waiver.model_dump_json() for waiver in waivers]
    whole = hashlib.sha256()
    for part in parts:
        whole.update(f"{len(part)}:{part}".encode())
    return whole.hexdigest()
