"""Pages of accounts: one file for each subject."""
