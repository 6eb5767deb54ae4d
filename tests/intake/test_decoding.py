import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.intake.decoding import binary_kind, decode

WORDS = "Le traité de Genève a été signé à Zürich — « enfin », dit-on."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_in_any_form_is_read_as_it_is(encoding):
    raw = WORDS.encode(encoding)
    assert binary_kind(raw) is None
    assert decode(raw).text == WORDS


def test_a_declared_charset_is_used_and_latin_1_means_windows_1252():
    raw = '<meta charset="iso-8859-1"><p>“Schön”</p>'.encode("cp1252")
    assert decode(raw).text.endswith("<p>“Schön”</p>")
    assert not decode(raw).guessed


def test_a_declared_charset_that_does_not_exist_or_fit_is_passed_over():
    assert decode('<meta charset="klingon"><p>Schön und gut</p>'.encode("latin-1")).guessed


def test_undeclared_bytes_are_read_by_a_guess_that_is_told():
    found = decode("Der Vertrag wurde in Köln für fünf Jahre geschlossen, über die Grenze hinweg.".encode("latin-1"))
    assert "Köln für fünf Jahre" in found.text
    assert (found.guessed, found.replaced) == (True, 0)


def test_a_few_broken_bytes_do_not_turn_utf8_into_something_else():
    found = decode((WORDS * 5).encode() + b"\xff!")
    assert found.text == WORDS * 5 + "\ufffd!"
    assert (found.encoding, found.replaced) == ("utf-8", 1)


def test_replacement_characters_of_the_page_itself_are_not_counted():
    assert decode(codecs.BOM_UTF8 + "a\ufffdb".encode() + b"\xff").replaced == 1


@given(st.binary())
def test_any_bytes_become_text_that_can_be_written(raw):
    decode(raw).text.encode("utf-8")


@given(st.text())
def test_utf8_comes_back_unchanged(text):
    assert decode(text.encode("utf-8", "ignore")).text in (
        text.encode("utf-8", "ignore").decode(),
        text.lstrip("\ufeff"),
    )
