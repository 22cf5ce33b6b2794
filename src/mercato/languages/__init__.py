"""Everything mercato knows of a language, as data."""
