"""The registry, for programs: what each reader may see, by the same marks as the pages."""

from ninja import Router

from roadstead.registry.api import facilities, organisations, portfolios

router = Router()
for part in (organisations, facilities, portfolios):
    router.add_router("", part.router)

__all__ = ["router"]
