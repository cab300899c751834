"""What was done, for programs."""

from ninja import Router

router = Router()
