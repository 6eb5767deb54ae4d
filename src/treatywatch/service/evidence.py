"""One page as it was read, with everything found in its words."""

from treatywatch.model import NotFoundError
from treatywatch.registry import PageRead, Registry


def evidence(registry: Registry, sha256: str) -> PageRead:
    """The page whose text has this hash. Raises NotFoundError when the registry holds none."""
    found = registry.page_read(sha256)
    if found is None:
        raise NotFoundError(f"no page has a text with the hash {sha256[:64]}: it was never added, or it was forgotten")
    return found
