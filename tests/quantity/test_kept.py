"""A value that is worked out once is worked out once, and then is there."""

from ldn_compound.quantity.kept import kept


class Counting:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    @kept
    def doubled(self) -> int:
        """A number."""
        self.asked += 1
        return 2 * 21


def test_it_is_worked_out_when_it_is_first_asked_for_and_not_again() -> None:
    one, other = Counting(), Counting()
    assert one.asked == 0
    assert (one.doubled, one.doubled) == (42, 42)
    assert (one.asked, other.asked) == (1, 0)
    assert vars(one)["doubled"] == 42
    assert "doubled" not in vars(other)


def test_of_the_class_it_is_the_property_with_its_words() -> None:
    assert Counting.doubled.__doc__ == "A number."
