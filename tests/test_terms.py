"""Glossary words in a chapter: linked once, abbreviations written out once, common words left alone."""

import pytest

from nexus import glossary
from nexus.sphinx import terms

LONG = "United Nations Multidimensional Integrated Stabilization Mission in Mali"


def shown(text, seen=None):
    return "".join(node.astext() for node in terms.first_uses(text, text, set() if seen is None else seen, ""))


def test_an_abbreviation_is_written_out_at_its_first_use_only():
    made = shown("MINUSMA came, and MINUSMA left.")
    assert made == f'<a class="term" href="glossary.html#{glossary.slug(LONG)}">MINUSMA</a> ({LONG}) came, and MINUSMA left.'
    assert shown("MINUSMA left.", {LONG}) == "MINUSMA left."


def test_an_abbreviation_beside_its_name_is_not_written_out_again():
    assert shown(f"The {LONG} (MINUSMA) left.").count(LONG) == 1


@pytest.mark.parametrize(
    "text", ["The UN said so.", "US dollars", "In Mali and in Kayes.", "the share and the rate", "Is it car or is it art?"]
)
def test_everyday_words_are_left_alone(text):
    assert shown(text) == text


def test_a_term_of_two_words_is_linked_in_any_case():
    assert 'href="glossary.html#troy-ounce">Troy ounces</a>' in shown("Troy ounces are heavy.")


def test_the_list_of_terms_knows_every_word_and_refuses_an_unknown_one():
    made = "".join(node.astext() for node in terms.listed(": index number, convention.", ""))
    assert made.startswith(': <a class="term" href="glossary.html#index-number">index number</a>, <a') and "#convention" in made
    with pytest.raises(ValueError, match="no term 'indxe' in data/glossary.csv"):
        list(terms.listed(": indxe.", ""))
