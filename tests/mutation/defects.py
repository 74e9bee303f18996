"""Defects as people make them, each with the whole set of findings that it must cause, and no other.

A kind of defect looks for an entry that it can spoil, spoils it, and says beforehand what `check` has to answer:
code, file and line. What it says is worked out from the text, never by asking the rule.
"""

from tests.mutation import fields, prose, relations
from tests.mutation.spoiler import Kind

__all__ = ["DEFECTS"]

DEFECTS: tuple[Kind, ...] = (
    relations.relation_to_nothing, relations.slip_in_a_relation, relations.relation_to_itself, relations.circle_of_two, relations.circle_in_what_comes_first,
    relations.related_to_what_stands_above, prose.link_to_no_file, prose.image_that_is_not_there, prose.wikilink_to_nothing, prose.link_to_no_heading,
    prose.blank_between_link_and_address, fields.key_twice, fields.unknown_key, fields.capital_in_a_key, fields.kind_that_is_none, fields.colon_without_quotes,
    fields.tab_for_spaces, fields.year_that_is_none, fields.date_to_come, fields.empty_item, fields.definition_as_long_as_a_page, relations.name_of_another,
    relations.old_name_of_a_living_entry, fields.source_that_leads_nowhere, fields.nobody_reviewed_it, prose.question_without_its_mark,
    fields.question_about_nothing, fields.answered_without_an_answer, prose.byte_that_is_no_text, prose.invisible_letter,
)  # fmt: skip
"""Thirty kinds; more than one of each is tried."""
