"""Whoever wants to know is told of an edition: by a message or a webhook, of what it changed for them, and once."""
