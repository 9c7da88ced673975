"""The code in the documents runs, each document from top to bottom."""

import re
from pathlib import Path

import pytest

DOCS = sorted((Path(__file__).parents[2] / "docs").glob("*.md"))


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.stem)
def test_the_code_of_a_document_runs(document: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", document.read_text("utf-8"), flags=re.S)
    exec(compile("\n".join(blocks), document.name, "exec"), {"__name__": "document"})


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.stem)
def test_what_a_document_links_to_exists(document: Path) -> None:
    for target in re.findall(r"\]\(([a-z_/-]+\.md)\)", document.read_text("utf-8")):
        assert (document.parent / target).is_file(), target
