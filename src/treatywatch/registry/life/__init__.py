"""The life of one agreement from all pages: steps told more than once become one, with all their sources."""
