"""The joins: one file per question a user asks."""
