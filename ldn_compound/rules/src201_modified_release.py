"""Modified-release tablets as a source."""

from __future__ import annotations

from collections.abc import Iterator

from ldn_compound.rules.case import Case
from ldn_compound.rules.rule import Breach, rule
from ldn_compound.sources.tablets import Tablets


@rule(
    code="SRC201",
    title="Modified-release tablets are no source",
    severity="error",
    rationale="What makes the release slow is in the powder too, or is destroyed by grinding: "
    "nobody knows how such a powder gives off its drug. The labels forbid crushing.",
    bad="Extended-release tablets of naltrexone, ground.",
    good="Immediate-release tablets of 50 mg, or powder with its certificate.",
    remedy="Take immediate-release tablets, or powder with its certificate.",
    cites=("contrave-label", "mysimba-smpc"),
    of="modified release",
    absolute=True,
)
def modified_release(case: Case) -> Iterator[Breach]:
    source = case.plan.origin
    if isinstance(source, Tablets) and source.release != "immediate":
        yield Breach("source, tablets", f"{source.release} release", "immediate release")
