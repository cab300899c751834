"""What makes a publication provable by a stranger: keys and their history, signatures, checksums. No Django."""
