"""The rules whose findings come from reading the folder; those of a file's text are `parse`'s."""

from lexigraph.model import Rule

__all__ = ["DROPPED_MARKUP", "OUTSIDE_CONTENT", "UNREADABLE_TEXT"]

UNREADABLE_TEXT = Rule(
    "E001",
    "unreadable-text",
    """\
A file that cannot be opened, bytes that are not UTF-8, or control characters.

Every tool that reads the file would guess differently what the bytes mean, so a reader may see other letters
than the author wrote. Each such byte or character is read as `\N{REPLACEMENT CHARACTER}` and the rest of the
file is read as usual. Only the first place is named.

```
title: Na\\xEFve Bayes        a file saved as Latin-1
```

Save the file as UTF-8; editors offer it as "encoding". A picture or an archive among the entries belongs under
another name than `.md`.
""",
)

OUTSIDE_CONTENT = Rule(
    "E015",
    "outside-content",
    """\
A symlink, or a path in front matter, a link or an embed, that leaves the content folder.

A glossary is published from one folder; whatever lies outside it is not meant for readers.

```yaml
redirect_from: [../../etc/passwd]
```

Move the file into the content folder, or name an entry.
""",
)

DROPPED_MARKUP = Rule(
    "W013",
    "dropped-markup",
    """\
HTML or a drawing that was removed because it could run or break out of the page, or another tool's shortcode,
template tag or query block.

It is not shown, so readers miss whatever stood there.

```markdown
<iframe src="https://example.org"></iframe>
{{< figure src="rag.png" >}}
```

Write it as Markdown: a link, an image, a table.
""",
)
