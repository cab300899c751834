"""Pages of shared information."""
