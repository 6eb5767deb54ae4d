"""The doors: each shows what the service answers, and decides nothing."""
