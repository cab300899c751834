"""The report of a visit in words and on paper: what records say, versions side by side, PDF, DOCX."""
