"""Shared information, for programs."""

from ninja import Router

router = Router()
