"""The evidence packet: what it holds, what each recipient is given of it, and its proof, which needs no Django."""
