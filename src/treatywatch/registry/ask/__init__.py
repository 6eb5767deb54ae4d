"""Questions to a registry, each answered by index."""
