"""A registry's holdings in the formats of other programs; one module a format, one table of them all."""
