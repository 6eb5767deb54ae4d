"""Scores and speeds against gold, with floors that only rise."""
