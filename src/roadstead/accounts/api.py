"""Accounts, for programs."""

from ninja import Router

router = Router()
