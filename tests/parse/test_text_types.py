import datetime
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from lexigraph.parse.text_types import CLOSED, Date, Days, Flag, Language, OneOf, Url, Year, read_flag, read_url

GOOD: list[tuple[Any, str, object]] = [
    (Date, "2026-10-02", datetime.date(2026, 10, 2)),
    (Date, "1000-01-01", datetime.date(1000, 1, 1)),
    (Year, "2100", 2100),
    (Days, "365", 365),
    (Flag, "No", False),
    (Flag, "true", True),
    (Language, "pt-BR", "pt-BR"),
    (Language, "zh-Hant-TW", "zh-Hant-TW"),
    (Url, "HTTPS://example.org/a?b=c#d", "HTTPS://example.org/a?b=c#d"),
    (Url, "http://例え.jp/x", "http://例え.jp/x"),
]
BAD: list[tuple[Any, object]] = [
    (Date, "2026-02-30"), (Date, "2026-1-1"), (Date, "0999-01-01"), (Date, "2101-01-01"), (Date, "20260101"),
    (Date, "٢٠٢٦-٠١-٠١"), (Date, "1600000000"), (Year, "999"), (Year, "2101"), (Year, "2020.0"), (Year, "२०२०"),
    (Days, "0"), (Days, "-1"), (Days, "1e3"), (Flag, "1"), (Flag, ""), (Language, "english"), (Language, "e n"),
    (Url, "ftp://a.b"), (Url, "javascript:alert(1)"), (Url, "http://"), (Url, "http://a b"), (Url, "https://a.b/\n"),
    (Url, 'https://a.b/"onclick="'), (Url, ["https://a.b"]), (Year, {"a": "b"}),
]  # fmt: skip


@pytest.mark.parametrize(("of", "text", "value"), GOOD)
def test_a_text_is_read_as_its_value(of: Any, text: str, value: object) -> None:
    assert TypeAdapter(of).validate_python(text) == value


@pytest.mark.parametrize(("of", "text"), BAD)
def test_what_cannot_be_read_is_refused_with_what_was_expected(of: Any, text: object) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(of).validate_python(text)
    (error,) = caught.value.errors()
    assert error["type"] == "wrong_type"
    assert error["ctx"]["expected"]


def test_a_value_outside_a_closed_list_is_refused_with_the_list() -> None:
    status = TypeAdapter(Annotated[str, OneOf("status", CLOSED["status"])])
    assert status.validate_python("draft") == "draft"
    with pytest.raises(ValidationError) as refused:
        status.validate_python("Draft")
    assert refused.value.errors()[0]["ctx"] == {"field": "status", "values": CLOSED["status"]}
    assert status.json_schema() == {"type": "string", "enum": ["draft", "stable", "deprecated"]}


def test_flags_and_addresses_can_be_read_alone() -> None:
    assert (read_flag("yes"), read_flag("OFF"), read_flag("maybe")) == (True, False, None)
    assert (read_url("http://a.b"), read_url("a.b")) == ("http://a.b", None)
