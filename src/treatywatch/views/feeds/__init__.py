"""Files that other programs come back for: what is new as an Atom feed, dates as a calendar."""
