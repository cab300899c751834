"""What becomes of the facilities of a case when two entries of one are merged: they stay.

A signature covers the entry that was named. Whoever reads a case is told the entry that is kept instead, and a
merge that is undone leaves no case changed.
"""

from roadstead.registry.followers import stays

stays("determinations.CaseFacility.facility")
