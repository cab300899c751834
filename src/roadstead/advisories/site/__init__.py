"""The advisory as a folder of plain files that any mirror can serve: no script, no address outside, no server."""
