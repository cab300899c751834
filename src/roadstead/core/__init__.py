"""The decision core: standard library only, no clock, no chance, no files.

Everything here is a value or a pure function. The rule book (files) and the wire (JSON) bring
values in; the judge answers; the same input gives the same answer on any machine.
"""
