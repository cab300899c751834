"""One index of words over all that can be found, and finding in it what a viewer may read."""
