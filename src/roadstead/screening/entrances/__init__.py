"""The Entrances file of the US Army Corps of Engineers (foreign traffic vessel entrances), read as voyages."""
