"""Tables in text: columns side by side, narrower where the page asks, one by one where it must."""

from __future__ import annotations

from ldn_compound.render.columns import in_columns

ROWS = (("what", "amount"), ("ground tablet", "1436 mg"), ("cellulose", "13882 mg"))


def test_columns_are_as_wide_as_they_need():
    assert in_columns(ROWS, width=60) == [
        "what           amount",
        "-------------  --------",
        "ground tablet  1436 mg",
        "cellulose      13882 mg",
    ]


def test_the_widest_column_gives_way_and_amounts_stay_whole():
    # 20 columns: 2 between, 7 for "1436 mg", 11 for the names.
    assert in_columns((ROWS[0], ROWS[1]), width=20) == [
        "what         amount",
        "-----------  -------",
        "ground       1436 mg",
        "tablet",
    ]


def test_where_the_page_is_too_narrow_each_cell_has_its_line_and_empty_ones_none():
    rows = (("what", "amount", "lot"), ("cellulose", "4.499593 mg/capsule", ""))
    assert in_columns(rows, width=24) == ["what: cellulose", "  amount:", "  4.499593 mg/capsule"]


def test_a_very_long_word_is_cut_within_its_column():
    lines = in_columns((("lot", "expiry"), ("9" * 100, "2027-10-31")), width=60)
    assert max(map(len, lines)) <= 60
    assert "".join(line.split()[0] for line in lines[2:]) == "9" * 100


def test_wide_letters_do_not_push_the_next_column():
    lines = in_columns((("maker", "lot"), ("株式会社", "7"), ("Sun", "8")), width=60)
    # 株式会社 takes 8 columns in 4 characters.
    assert lines[2] == "株式会社  7"
    assert lines[3] == "Sun       8"
