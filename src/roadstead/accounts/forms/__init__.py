"""Shapes of input: one file for each subject."""
