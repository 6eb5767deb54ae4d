"""Words of pages as files of other programs can hold them: one line, not too long, without control characters."""

import re

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def plain(words: str, longest: int = 200) -> str:
    """``words`` on one line of at most ``longest`` characters; what XML cannot hold or turns text round is U+FFFD."""
    line = " ".join(words[: 4 * longest].split())
    line = _CONTROL.sub("\ufffd", line)
    return line if len(line) <= longest and len(words) <= 4 * longest else f"{line[: longest - 1].rstrip()}…"
