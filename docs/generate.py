"""Write the documents that are made from the package: a page for each rule, and JSON Schemas.

    python docs/generate.py

A test compares what is committed with what this writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ldn_compound.cli.schemas import schema_of
from ldn_compound.records.rule_sheet import lifted, rule_sheet
from ldn_compound.render.markdown import as_markdown
from ldn_compound.rules.register import GROUPS, RULES, group_of
from ldn_compound.rules.rule import Rule

HERE = Path(__file__).parent
FOLDERS = ("rules", "schema")
"""What is in these folders is made here, all of it."""
SCHEMAS = ("finding",)


def documents() -> Mapping[str, str]:
    """Each document's path, from this folder, and its text."""
    pages = {f"rules/{rule.code.lower()}.md": as_markdown(rule_sheet(rule)) for rule in RULES}
    schemas = {f"schema/{name}.json": f"{schema_of(name)}\n" for name in SCHEMAS}
    return {"rules/index.md": "\n".join(_index()) + "\n", **pages, **schemas}


def _index() -> Iterator[str]:
    yield "# The rules"
    yield ""
    yield "A review asks every one that has anything to look at in the plan, and reports everything"
    yield "at once. An error stops approval until somebody waives it, by name and with a reason; an"
    yield "absolute one cannot be waived."
    for group in GROUPS.values():
        rules = [rule for rule in RULES if group_of(rule) == group]
        if rules:
            yield from (
                "",
                f"## Rules of {group}",
                "",
                "| code | severity | title |",
                "|---|---|---|",
            )
            yield from map(_row, rules)


def _row(rule: Rule) -> str:
    page = f"[{rule.code}]({rule.code.lower()}.md)"
    return f"| {page} | {rule.severity}{lifted(rule)} | {rule.title} |"


def write() -> None:
    """Write the documents that are new or changed, and take away those that are none any more."""
    wanted = documents()
    for folder in FOLDERS:
        (HERE / folder).mkdir(exist_ok=True)
        for path in (HERE / folder).iterdir():
            if path.relative_to(HERE).as_posix() not in wanted:
                path.unlink()
    for name, text in wanted.items():
        (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
