"""The code in the documents runs, each document from top to bottom."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs"
DOCS = sorted(FOLDER.glob("*.md"))
EVERY = sorted(FOLDER.rglob("*.md"))


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.stem)
def test_the_code_of_a_document_runs(document: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", document.read_text("utf-8"), flags=re.S)
    exec(compile("\n".join(blocks), document.name, "exec"), {"__name__": "document"})


@pytest.mark.parametrize("document", EVERY, ids=lambda path: path.stem)
def test_what_a_document_links_to_exists(document: Path) -> None:
    for target in re.findall(r"\]\(([\w./-]+)\)", document.read_text("utf-8")):
        assert (document.parent / target).is_file(), target


def test_every_document_is_reached_from_the_index() -> None:
    reached, waiting = {FOLDER / "index.md"}, [FOLDER / "index.md"]
    while waiting:
        document = waiting.pop()
        for target in re.findall(r"\]\(([\w./-]+\.md)\)", document.read_text("utf-8")):
            path = (document.parent / target).resolve()
            if path not in reached:
                reached.add(path)
                waiting.append(path)
    assert set(EVERY) <= reached
