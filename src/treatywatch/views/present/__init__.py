"""Readings and dossiers as plain rows of words, the same for every view."""
