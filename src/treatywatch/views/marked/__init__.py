"""The page as it was read, with everything found marked in its text, as one web page that needs no script."""
