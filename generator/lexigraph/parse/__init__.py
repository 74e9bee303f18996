"""From one file's bytes to a parsed entry: front matter, body with places, findings.

`entry.parse_entry` is the whole of it. It is not imported here: what needs only a word's place or an address shall
not load the Markdown parser.
"""
