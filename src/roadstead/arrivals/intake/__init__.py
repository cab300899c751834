"""From notices as they come in to arrivals: places resolved, voyages known again, what the law asks."""
