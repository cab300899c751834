"""The country list and the country file: pages that gather what every app below knows about a country."""
