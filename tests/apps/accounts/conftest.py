"""What tests of accounts share."""

from tests.together import together

__all__ = ["together"]
