"""Which agreements of different pages are one: a pure function of the set of readings, with its reasons."""
