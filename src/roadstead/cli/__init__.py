"""The `roadstead` command: parse, call, print. What answers quickly imports little."""
