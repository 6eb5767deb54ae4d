"""The law of treaties: events in, status out, and no words."""
