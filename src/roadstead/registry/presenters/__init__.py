"""The registry as its pages, files and reports show it."""
