"""What the sheet takes for granted, what no source confirms, what it cites, and which rules ran."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.records.grounds import grounds
from ldn_compound.records.sheet import Facts, Paragraph
from ldn_compound.rules.review import Review
from ldn_compound.rules.rule import Breach


class Cited:
    """A house rule that cites what only the house knows."""

    code, version, title, severity, remedy = "HSE9", 3, "A habit", "note", "Ask."
    cites = ("house-sop-12",)

    def check(self, case: object) -> Iterator[Breach]:
        yield Breach("the order", "something", "something else")


def facts(review: Review, title: str) -> list[tuple[str, object]]:
    return [
        (row.label, row.value)
        for block in grounds(review)
        if isinstance(block, Facts) and block.title == title
        for row in block.rows
    ]


DOUBTS = "Assumptions, and facts that no source confirms"


def test_assumptions_and_unconfirmed_facts_are_listed(reviewed):
    said = facts(reviewed(), DOUBTS)
    assert [value for label, value in said if label == "Assumed"] == list(
        reviewed().plan.assumptions
    )
    assert ("Not confirmed", "grinding reserve: 2 % [this-library]") in said
    assert len(said) == len(set(said))


def test_a_practice_is_doubted_only_where_it_is_done(reviewed, powder):
    from_tablets = [str(value).split(",")[0] for _, value in facts(reviewed(), DOUBTS)]
    from_powder = [str(value).split(",")[0] for _, value in facts(reviewed(source=powder), DOUBTS)]
    assert "sieve" in from_tablets
    assert "sieve" not in from_powder
    assert "mixing" in from_powder


def test_every_source_cited_is_named_in_full(reviewed):
    said = dict(facts(reviewed(), "Sources cited"))
    assert str(said["usp-1176"]).startswith("USP <1176> ")
    for finding in reviewed().findings:
        assert set(finding.cites) <= set(said)


def test_a_house_source_is_listed_though_the_catalogue_has_none(reviewed):
    said = dict(facts(reviewed(also=(Cited(),)), "Sources cited"))
    assert said["house-sop-12"] == ("as the house states it; not in this library's catalogue")


def test_each_rule_that_ran_is_named_with_its_version(reviewed):
    review = reviewed(also=(Cited(),))
    (said,) = (block.text for block in grounds(review) if isinstance(block, Paragraph))
    assert said.startswith("Rules run: ")
    assert said.endswith("HSE9 (version 3).")
    assert all(rule.code in said for rule in review.rules)
