"""The voyage checker at `/check/`: a voyage typed, pasted or linked to, judged on the spot; nothing is stored."""
