"""Prose that was packed is the same when it is unpacked, whatever its segments hold."""

from hypothesis import given
from hypothesis import strategies as st

from lexigraph.model import (
    Block,
    Body,
    FaqItem,
    Html,
    Item,
    Prose,
    Ref,
    Section,
    Source,
    SourceItem,
    Span,
    Text,
    packed,
)
from lexigraph.model.prose import unpacked

words = st.text(max_size=12)  # lone surrogates never leave the decoder
places = st.integers(0, 9) | st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=3).map(
    tuple
)
leaves = st.builds(Html, words) | st.builds(Text, words, st.booleans(), places)
segments = st.recursive(
    st.lists(leaves, max_size=4).map(tuple),
    lambda inner: st.lists(leaves | st.builds(Ref, st.integers(0, 9), inner), max_size=4).map(tuple),
    max_leaves=8,
)
spans = st.builds(Span, *[st.integers(0, 99)] * 4)
sections = st.builds(
    Section,
    st.integers(0, 6),
    words,
    words,
    segments,
    words,
    st.lists(st.builds(Block, words, segments), max_size=3).map(tuple),
)


def many(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


@given(
    st.builds(
        Prose, segments, st.builds(Body, many(sections)), many(st.builds(FaqItem, words, words, segments, words, spans)),
        many(st.builds(Item, segments, words, spans)), many(st.builds(Item, segments, words, spans)),
        many(st.builds(SourceItem, segments, st.builds(Source, title=words, url=words), spans)), many(segments),
    )
)  # fmt: skip
def test_what_was_packed_is_unpacked(prose: Prose) -> None:
    assert unpacked(packed(prose)) == prose


def test_no_bytes_are_no_prose() -> None:
    assert unpacked(b"") == Prose()
