"""Edits of what authors wrote, as ranges of characters that the parser found; all else stays as it was typed.

Owns how something is written into a place: in front matter (`front_matter`, by its `yaml_trail`), in links (`links`),
in a new file (`new_file`), and a question's bullet that becomes a file (`promotion`). What is edited, and why, is for
`check`, whose findings carry edits, and for `change`, which plans and writes them.
"""
