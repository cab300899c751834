"""What these tests share."""

from tests.together import together

__all__ = ["together"]
