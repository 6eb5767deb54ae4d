"""From readings to agreements and their lives, kept in tables that follow every page that is added."""
