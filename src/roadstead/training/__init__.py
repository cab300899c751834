"""Training: the catalogue, offerings, requests, nominations, certificates, experts, and whether it helps."""
