"""Reading the installed packages and our own files, and reconciling them, before anything touches the database."""
