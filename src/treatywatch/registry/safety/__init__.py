"""Copies of a registry, and proof that one is sound."""
