"""What a refrigerator would do to a liquid, where it would do something."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from ldn_compound.catalog import fact
from ldn_compound.errors import AmountError


def _harm(text: str) -> str:
    if text and text.casefold().strip(" .,!?-") in ("", *fact("no_harm_words").texts):
        raise AmountError(
            f"{text!r} is no harm that a refrigerator does; write what it does, such as "
            "refrigeration_harms = 'it thickens', or leave refrigeration_harms out"
        )
    return text


Harm = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_harm)]
"""A harm in words, or nothing; blanks are nothing, and "none" is refused."""
