"""A rule on a page: how grave it is, why it matters, an example, the remedy, what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ldn_compound.catalog.references import reference
from ldn_compound.records.sheet import Block, Fact, Facts, Heading, Paragraph, Sheet
from ldn_compound.rules.register import group_of
from ldn_compound.rules.rule import Rule, Subject

_SEEN = MappingProxyType(
    {
        "official": " (read in the publisher's own text)",
        "copy": " (read in a copy)",
        "secondary": " (as another author reports it)",
        "ours": "",
    }
)
_ASKED_OF: Mapping[Subject, str] = MappingProxyType(
    {
        "any plan": "every plan",
        "capsules": "capsules",
        "liquids": "oral liquids",
        "tablets": "what is made from tablets",
        "powder": "what is made from powder",
        "prepared": "what is made from a preparation of the shelf",
        "injection": "what is to be made from an injection",
        "lots stated": "plans with the lot of something stated",
        "measured fill": "capsules whose fill was measured",
        "modified release": "what is made from tablets of modified release",
        "other actives": "what is made from tablets with other actives",
        "refrigerator": "what is kept in a refrigerator",
        "strength as base": "orders whose strength counts the base",
        "shortages": "plans in whose dry run something runs short",
        "tablets weighed singly": "what is made from tablets weighed one by one",
        "house's policy": "plans by another policy than the usual one",
        "volumes measured": "plans that measure a volume",
        "directions": "orders with directions",
        "excipients avoided": "orders that name an excipient to avoid",
    }
)


def rule_sheet(rule: Rule) -> Sheet:
    """The rule in full."""
    blocks: tuple[Block, ...] = (
        Facts(
            (
                Fact("Severity", value=f"{rule.severity}{lifted(rule)}"),
                Fact("Group", value=group_of(rule)),
                Fact("Asked of", value=_ASKED_OF[rule.of]),
                Fact("Version", value=str(rule.version)),
            )
        ),
        Heading("Why"),
        Paragraph(rule.rationale),
        Facts(
            (
                Fact("Bad", value=rule.bad),
                Fact("Good", value=rule.good),
                Fact("Remedy", value=rule.remedy),
            )
        ),
        Heading("Sources"),
        *(Paragraph(_cited(key)) for key in rule.cites),
    )
    return Sheet(f"{rule.code}: {rule.title}", blocks=blocks)


def lifted(rule: Rule) -> str:
    """What an approval needs beside the usual waiver of an error; empty where that will do."""
    if rule.absolute:
        return ", absolute: no waiver lifts it"
    return ", its waiver needs a second name" if rule.second_name else ""


def _cited(key: str) -> str:
    """The source with its key, edition and place, and how it was read."""
    cited = reference(key)
    return f"[{key}] {cited}{_SEEN[cited.seen]}"
