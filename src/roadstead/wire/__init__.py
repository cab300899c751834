"""JSON in and out: `roadstead/notice/1` and `roadstead/decision/1`. Knows the core and nothing above it."""
