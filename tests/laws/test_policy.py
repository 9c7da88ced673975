"""A policy is a value: it is what it was after JSON, and after a file."""

from hypothesis import given

from ldn_compound.model.policy import Policy
from ldn_compound.strategies import policies


@given(policy=policies())
def test_json_there_and_back(policy: Policy) -> None:
    again = Policy.model_validate_json(policy.model_dump_json())
    assert again == policy
    assert again.model_dump_json() == policy.model_dump_json()
