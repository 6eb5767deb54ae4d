"""Document to Reading: what one page says, each kind of fact in its own folder."""
