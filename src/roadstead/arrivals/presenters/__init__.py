"""What the pages of the watch show."""
