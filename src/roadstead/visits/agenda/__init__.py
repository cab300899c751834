"""The agenda of a visit as plain data: templates, snapshots, words in both languages, calendar, paper."""
