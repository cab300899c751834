"""Reading the register of port facilities that States keep at the IMO, as exported from GISIS. Knows no Django."""
