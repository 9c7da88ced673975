"""The comparison on paper: columns in line, no amount cut, nothing to compound from by mistake."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ldn_compound.choosing.comparison import Comparison
from ldn_compound.records.comparison import side_by_side
from ldn_compound.records.sheet import Facts, Heading, Notice, Sheet, Table
from ldn_compound.render.html import as_html
from ldn_compound.render.markdown import as_markdown
from ldn_compound.render.text import as_text
from ldn_compound.sources.foreign import Foreign

from .conftest import Compared, as_is, powder, tablets

VIEWS = (as_text, as_markdown, as_html)
AMOUNT = re.compile(r"[0-9.]+ (?:mg/capsule|mg|%|tablets|capsules)")


def tables(sheet: Sheet) -> list[Table]:
    return [block for block in sheet.blocks if isinstance(block, Table)]


def headings(sheet: Sheet) -> list[str]:
    return [block.text for block in sheet.blocks if isinstance(block, Heading)]


def _begins(line: str, table: Table) -> bool:
    """Whether a line is the head of the table."""
    return re.split(" {2,}", line.strip()) == [name for name in table.columns if name]


def columns(table: Table) -> dict[str, list[Any]]:
    """Each column's cells under its head."""
    return dict(
        zip(table.columns, (list(cells) for cells in zip(*table.rows, strict=True)), strict=True)
    )


def test_the_table(compared: Compared) -> None:
    """Sums in test_figures; errors to three figures, rounded up."""
    table, _ = tables(side_by_side(compared()))
    rows = {row[0]: row[1:] for row in table.rows}
    assert table.columns == ("way", "ground tablets", "whole tablets", "powder")
    assert rows["weighings"] == ("2", "1", "2")
    assert rows["volumes measured"] == ("0", "0", "0")
    assert rows["dilutions"] == ("0", "0", "0")
    assert rows["tablets counted"] == ("3 tablets", "3 tablets", "none")
    # 148 × 0.910425 = 134.7429
    assert rows["drug taken"] == ("150 mg", "150 mg", "134.7429 mg")
    assert rows["drug left over"] == ("14.91822 mg", "0 mg", "0 mg")
    assert rows["made"] == ("30 capsules", "33 capsules", "30 capsules")
    assert rows["of which beyond the order"] == ("none", "3 capsules", "none")
    # 135.08 ÷ 135, 150 ÷ 148.5, 134.74 ÷ 135, to the limit's one decimal
    assert rows["holds, of strength"] == ("100.1 %", "101 %", "99.8 %")
    # 6 ÷ 479 = 1.2526 %, 6 ÷ 148 = 4.054 %
    assert rows["error by instruments alone, at worst"] == ("1.26 %", "0 %", "4.06 %")
    # 6.29 ÷ 478.71 = 1.31395 %, 1 ÷ 99, 1 − 142 × 0.910425 ÷ 135 = 4.2368 %
    assert rows["error at worst"] == ("1.32 %", "1.02 %", "4.24 %")
    # √(0.06058² + 1.25261² ÷ 3) = 0.7257 %, 1 ÷ 99, √(0.19044² + 4.05405² ÷ 3) = 2.3483 %
    assert rows["error expected"] == ("0.726 %", "1.02 %", "2.35 %")
    assert rows["errors"] == ("none", "none", "none")


def test_findings_are_counted_and_named(compared: Compared) -> None:
    found = compared()
    table = tables(side_by_side(found))[0]
    for way in found.reviewed:
        errors, warnings, notes = columns(table)[way.name][:3]
        assert errors == ("none" if not way.errors else errors)
        number, _, codes = warnings.partition(": ")
        assert int(number) == way.warnings
        assert set(codes.split(", ")) == {
            one.code for one in way.review.findings if one.severity == "warning"
        }
        assert notes == str(way.notes)


def test_the_whole_tablet_ways_are_there(compared: Compared) -> None:
    """150 ÷ 33 = 4.545, 150 ÷ 34 = 4.412, 200 ÷ 44 = 4.545, 450 ÷ 100 = 4.5 mg."""
    sheet = side_by_side(compared())
    assert "Whole-tablet ways: whole tablets" in headings(sheet)
    ways = tables(sheet)[1]
    assert ways.columns == ("tablets", "capsules", "naltrexone hydrochloride", "of strength", "")
    assert ways.rows == (
        ("3 tablets", "33 capsules", "4.545455 mg/capsule", "101.0101 %", "compared above"),
        ("3 tablets", "34 capsules", "4.411765 mg/capsule", "98.03922 %", ""),
        ("4 tablets", "44 capsules", "4.545455 mg/capsule", "101.0101 %", ""),
        ("9 tablets", "100 capsules", "4.5 mg/capsule", "100 %", ""),
    )


def test_what_is_least_is_said_and_nothing_is_chosen(compared: Compared) -> None:
    sheet = side_by_side(compared())
    least = {
        row.label: row.value
        for block in sheet.blocks
        if isinstance(block, Facts)
        for row in block.rows
    }
    assert least["Smallest error at worst"] == "whole tablets"
    assert least["Least drug left over"] == "whole tablets and powder"
    assert "Nothing is chosen here." in as_text(sheet).replace("\n", " ")
    assert sheet.blocks[0] == Notice("For choosing a way - do not compound from this sheet")


def test_what_cannot_be_planned_says_why_and_what_to_do(compared: Compared) -> None:
    sheet = side_by_side(compared({"stored": Foreign(name="Lozenges", fields={})}))
    assert headings(sheet) == ["Cannot be planned"]
    assert tables(sheet) == []
    text = " ".join(as_text(sheet).split())
    assert "stored the source 'Lozenges' is not known here; read the document with" in text


def test_an_error_is_told_in_full(compared: Compared) -> None:
    found = compared({"weak": as_is("100 %"), "slow": tablets(release="modified")})
    text = " ".join(as_text(side_by_side(found)).split())
    assert "1: SRC201" in text
    assert "Take immediate-release tablets, or powder with its certificate." in text


def test_of_what_nothing_makes_usable_no_amount_is_printed(compared: Compared) -> None:
    sheet = side_by_side(compared({"slow": tablets(release="modified", use="whole")}))
    cells = columns(tables(sheet)[0])["slow"]
    assert set(cells[3:]) == {"withheld"}
    assert len(cells) == 15
    assert not any(heading.startswith("Whole-tablet") for heading in headings(sheet))
    assert "3 tablets" not in as_text(sheet)
    assert "150 mg" not in as_text(sheet)


def test_a_liquid(liquids: Comparison) -> None:
    sheet = side_by_side(liquids)
    assert sheet.title == "Ways compared: naltrexone 1 mg/mL, 90 mL"
    rows = {row[0]: row[1:] for row in tables(sheet)[0].rows}
    assert rows["made"] == ("90 mL", "100 mL", "90 mL")
    assert rows["of which beyond the order"] == ("none", "10 mL", "none")
    assert rows["dilutions"] == ("0", "0", "1")


def test_base_is_called_so(compared: Compared) -> None:
    sheet = side_by_side(compared({"it": powder()}, order={"strength_as": "naltrexone"}))
    text = as_text(sheet)
    assert "Milligrams count     naltrexone base" in text
    assert sheet.title == "Ways compared: naltrexone 4.5 mg, 30 capsules"


class TestViews:
    def test_more_ways_than_a_page_is_wide_follow_below(self, compared: Compared) -> None:
        sheet = side_by_side(compared({f"lot {n}": powder() for n in range(1, 8)}))
        assert [table.columns for table in tables(sheet)] == [
            ("way", "lot 1", "lot 2", "lot 3"),
            ("way", "lot 4", "lot 5", "lot 6"),
            ("way", "lot 7"),
        ]

    def test_columns_stand_in_line(self, compared: Compared) -> None:
        """On a page wide enough, what stands in a column's place is the column's cell."""
        sheet = side_by_side(compared())
        lines = as_text(sheet, width=132).splitlines()
        for table in tables(sheet):
            head = next(number for number, line in enumerate(lines) if _begins(line, table))
            starts = [rule.start() for rule in re.finditer("-+", lines[head + 1])]
            printed = [
                tuple(line[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True))
                for line in lines[head + 2 : head + 2 + len(table.rows)]
            ]
            assert printed == list(table.rows)

    @pytest.mark.parametrize("width", [60, 72, 80])
    def test_a_cell_that_is_folded_stays_in_its_column(
        self, compared: Compared, width: int
    ) -> None:
        sheet = side_by_side(compared())
        lines = as_text(sheet, width=width).splitlines()
        assert max(map(len, lines)) <= width
        head = next(number for number, line in enumerate(lines) if line.startswith("way  "))
        gaps = [gap.start() for gap in re.finditer(" +", lines[head + 1])]
        assert len(gaps) == 3
        for line in lines[head : lines.index("", head)]:
            for gap in gaps:
                assert not line[gap : gap + 2].strip(), line

    @pytest.mark.parametrize("width", [60, 72, 80, 132])
    def test_no_amount_is_cut_from_its_unit(self, compared: Compared, width: int) -> None:
        sheet = side_by_side(compared())
        text = as_text(sheet, width=width)
        said = [
            amount
            for table in tables(sheet)
            for row in table.rows
            for cell in row
            for amount in AMOUNT.findall(str(cell))
        ]
        # three ways of 7 amounts each, tablets counted twice, once beyond the order; four of 4
        assert len(said) == 3 * 7 + 2 + 1 + 4 * 4
        for amount in set(said):
            assert len(re.findall(rf"(?<!\S){re.escape(amount)}(?!\S)", text)) >= said.count(amount)

    def test_in_html_a_number_and_its_unit_stay_together(self, compared: Compared) -> None:
        page = as_html(side_by_side(compared()))
        for amount in ("14.91822 mg", "4.545455 mg/capsule", "1.32 %", "33 capsules"):
            assert f'<span class="kept">{amount.replace(" ", chr(160))}</span>' in page

    def test_in_markdown_every_row_has_every_cell(self, compared: Compared) -> None:
        lines = as_markdown(side_by_side(compared())).splitlines()
        rows = [line for line in lines if line.startswith("| ")]
        assert {line.count("|") for line in rows} == {5, 6}
        assert "| error at worst | 1.32 % | 1.02 % | 4.24 % |" in rows

    @pytest.mark.parametrize("view", VIEWS)
    def test_the_same_after_json(self, compared: Compared, view: Any) -> None:
        found = compared()
        again = Comparison.model_validate_json(found.model_dump_json())
        assert view(side_by_side(again)) == view(side_by_side(found))

    def test_a_hostile_name_stays_text(self, compared: Compared) -> None:
        name = "<script>alert(1)</script> | **x** \x1b[31m \u202e 4.5 mg & \"q\" 'r'"
        sheet = side_by_side(compared({name: powder()}))
        page, marked, text = as_html(sheet), as_markdown(sheet), as_text(sheet)
        for view in (page, marked, text):
            assert "\x1b" not in view
            assert "\u202e" not in view
        assert "<script>" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; |" in page
        assert "\\| \\*\\*x\\*\\*" in marked
