"""Pages for companies, masters and agents."""
