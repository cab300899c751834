"""The case of a country: from a finding to the list and off it again, with the law beside each step."""
