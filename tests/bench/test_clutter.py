import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.bench.clutter import kinds, pieces, wrap
from treatywatch.model import BlockLabel, Document
from treatywatch.reading.layout import blocks

OWN = (
    "The parliament of Freedonia ratified the Lake Treaty on Monday after a long debate.",
    "The treaty replaces an older one that both states signed fifty years ago in Basel.",
    "It enters into force when the instruments have been exchanged, the speaker said.",
)
PAGE = Document(id="lake/1", text="\n\n".join(OWN), published="2024-06-18")
READ = {BlockLabel.BODY, BlockLabel.CAPTION}
# In these the added words say what the page's own say, or are a heading that stands for itself.
LEFT_TO_READ = {"double-headline", "glued-caption"}


def test_there_are_ten_kinds():
    assert len(kinds()) == 10


@pytest.mark.parametrize("kind", kinds())
def test_every_paragraph_is_kept_and_the_same_seed_gives_the_same_page(kind):
    wrapped = wrap(PAGE, kind, seed=1)
    assert all(paragraph in wrapped.text for paragraph in OWN)
    assert (wrapped.id, wrapped.published) == (PAGE.id, PAGE.published)
    assert wrapped == wrap(PAGE, kind, seed=1)
    assert wrapped.text != PAGE.text
    assert len({wrap(PAGE, kind, seed).text for seed in range(20)}) > 1 or kind == "double-headline"


@pytest.mark.parametrize("kind", kinds())
def test_the_layout_reads_all_that_is_the_page_s_own_and_leaves_out_what_is_not(kind):
    for seed in range(25):
        page = wrap(PAGE, kind, seed)
        labels = {offset: block.label for block in blocks(page) for offset in range(block.span.start, block.span.end)}
        at = 0
        for piece in pieces(PAGE, kind, seed):
            words = [at + i for i, letter in enumerate(piece.text) if not letter.isspace()]
            found = {labels[offset] for offset in words}
            assert not piece.own or found <= READ, page.text
            assert piece.own or kind in LEFT_TO_READ or BlockLabel.BODY not in found, page.text
            at += len(piece.text)


@given(st.text(max_size=80), st.sampled_from(kinds()), st.integers(0, 9))
def test_any_page_can_be_wrapped(text, kind, seed):
    document = Document(id="x", text=text)
    assert "".join(piece.text for piece in pieces(document, kind, seed)) == wrap(document, kind, seed).text
