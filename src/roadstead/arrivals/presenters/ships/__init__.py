"""What the pages for ship operators show."""
