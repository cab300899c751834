"""The programme's dealings with its partners."""
