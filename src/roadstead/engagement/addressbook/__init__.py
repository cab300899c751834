"""Address books as texts: what an entry says, read from CSV or vCard or typed into a form, and written again."""
