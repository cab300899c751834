"""Instruments of assessment, and what States and facilities say of themselves by them."""
