"""An entry under another id, in another folder or with another title; references follow, and the old id leads on."""

import posixpath
from collections.abc import Iterator

from lexigraph.change.fixes import Load
from lexigraph.change.references import Readdressing
from lexigraph.change.refusal import CannotChange, entry_meant
from lexigraph.change.rewrite import Rewrite
from lexigraph.change.settings import exemption_edits, with_baseline
from lexigraph.change.stage import Stage
from lexigraph.change.steps import Plan, Step, refuse_new_errors, refuse_other_meaning, steps_of_edits, steps_of_left
from lexigraph.edit.front_matter import rewritten, without_item
from lexigraph.edit.new_file import in_a_line
from lexigraph.graph import EntryNode, Graph
from lexigraph.link import is_entry
from lexigraph.model import NOWHERE, Edit, FrozenMapping
from lexigraph.names import fold, slug

__all__ = ["rename"]


def rename(graph: Graph, old: str, new: str, *, title: str | None = None, topic: str | None = None, load: Load) -> Plan:
    """The entry with the name `old`, to be called `new`.

    Args:
        graph: the knowledge base.
        old: any name of the entry.
        new: its new id; the present one, to change title or topic only.
        title: its new title; the old one becomes an alias.
        topic: its new folder.
        load: makes the graph of texts that are not saved.

    Raises:
        CannotChange: `new` is another entry or no id, `old` is none, or a reference would mean something else.
    """
    node = graph.entries[entry_meant(graph, old)]
    path = _new_path(graph, node, new.strip(), title, topic)
    id = _new_id(graph, node, path)
    title = None if title is None or in_a_line(title) == node.title else in_a_line(title)
    if path == node.path and title is None:
        raise CannotChange("it has this id already", entries=(node.id,), help="give another, or --title or --topic")
    names = {node.path: path} if path != node.path else {}
    readdressing = Readdressing(graph, node, id, path, is_retitled=title is not None)
    edits = tuple(dict.fromkeys((*readdressing.edits(), *_bullet(graph, node, id), *exemption_edits(graph, names))))
    stage = Stage(graph)
    steps = [*steps_of_edits(stage.drafts, edits, names), *steps_of_left(readdressing.left, names)]
    stage.edit(edits)
    own = [*_renamed(stage, graph, node, id, path), *_retitled(stage, node, path, title)]
    rewrite = _moved(stage.drafts.rewrite(), node.path, path, graph)
    after = load(rewrite.after)
    ids = {node.id: id} if id != node.id else {}
    rewrite, after, old_findings = with_baseline(graph, after, rewrite, names, ids)
    refuse_new_errors(graph, after, names)
    refuse_other_meaning(graph, after, names, ids)
    move = [Step("move", node.path, None, f"-> {path}")] if names else []
    return Plan(steps=(*move, *own, *steps, *old_findings), rewrite=rewrite, graph=after)


def _new_path(graph: Graph, node: EntryNode, new: str, title: str | None, topic: str | None) -> str:
    """The file that the entry is to have."""
    new = new.removesuffix(".md")
    if graph.scheme.ids == "path" and "/" in new:
        folder, _, new = new.rpartition("/")
    else:
        folder = posixpath.dirname(node.path)
    is_asked = topic is None and title is None  # `Foo.md` has the id `foo`, and may be asked to be called so
    stem = node.parsed.stem if new == node.id and not is_asked else new
    if not slug(stem) or (slug(stem) != stem and stem != node.parsed.stem):
        better = f"; '{slug(stem)}' is one" if slug(stem) else ""
        raise CannotChange(f"'{in_a_line(new)}' is no id", help=f"an id is lower-case words joined by hyphens{better}")
    if topic is not None:
        topic = topic.strip().strip("/")
        if any(part != slug(part) for part in topic.split("/") if topic) and topic not in graph.topics:
            raise CannotChange(f"'{in_a_line(topic)}' is no topic", help="a topic is a folder: lower-case words")
        folder = topic
    path = posixpath.join(folder, f"{stem}.md")
    if not is_entry(path):
        raise CannotChange(f"{path} would be no entry", help="choose another id")
    return path


def _new_id(graph: Graph, node: EntryNode, path: str) -> str:
    """The id that it will have.

    Raises:
        CannotChange: another entry has it, or its file is there.
    """
    stem = path.rpartition("/")[2].removesuffix(".md")
    id = path.removesuffix(".md") if graph.scheme.ids == "path" else slug(stem)
    if path == node.path:
        return node.id
    taken = [other for other in graph.names.ids.get(id, ()) if other != node.id]
    taken += [other.id for other in graph.entries.values() if other.path.lower() == path.lower() and other != node]
    if taken:
        help = f"to fold one into the other: lexigraph merge {node.id} {taken[0]}"
        raise CannotChange(f"'{id}' is another entry", entries=tuple(dict.fromkeys(taken)), help=help)
    question = graph.questions.get(id)
    if question is not None and question.entry != node.id and node.id != question.id:
        raise CannotChange(f"'{id}' is a question", entries=(question.holder or question.entry,), help="choose another")
    if path.lower() != node.path.lower() and (graph.root / path).exists():
        raise CannotChange(f"there is a file {path}", help="choose another id or topic")
    return id


def _bullet(graph: Graph, node: EntryNode, id: str) -> Iterator[Edit]:
    """Edits that let the bullet of a question's file keep its id in step, with the links to its place."""
    question = graph.questions.get(node.id)
    if question is None or question.bullet is None or question.entry != node.id or id == node.id:
        return
    holder, item = graph.entries[question.holder].parsed, question.bullet
    end = item.span.end
    if item.is_anchored:
        written = f"{{#{item.id}}}"
        start = (holder.front_matter + holder.source).rfind(written, item.span.start, max(end, item.rest.end))
        if start >= 0:
            yield Edit(path=holder.path, span=holder.lines.span(start + 2, start + 2 + len(item.id)), text=id)
    else:
        yield Edit(path=holder.path, span=holder.lines.span(end, end), text=f" {{#{id}}}")


def _renamed(stage: Stage, graph: Graph, node: EntryNode, id: str, path: str) -> Iterator[Step]:
    """Let the old id, and the old path where the folder changes, lead to the entry."""
    for index, name in reversed(list(enumerate(node.parsed.fields.redirect_from))):
        if name.strip().strip("/").removesuffix(".md") in (id, path.removesuffix(".md")):
            span = stage.parsed(node.path).places[f"redirect_from/{index}"]
            stage.must(node.path, without_item(stage.parsed(node.path), span), f"'{name}' cannot be taken out")
            yield Step("edit", path, None, f"- redirect_from: [{name}]")
    has_moved = posixpath.dirname(path) != posixpath.dirname(node.path)
    stem = path.rpartition("/")[2].removesuffix(".md")
    wanted = [node.id] if id != node.id else [node.parsed.stem] if stem != node.parsed.stem else []
    wanted += [node.path.removesuffix(".md")] if has_moved and node.path.removesuffix(".md") != node.id else []
    known = {name for name, leads_to in graph.redirects.items() if leads_to == node.id}
    for name in dict.fromkeys(wanted):
        if name not in known:
            stage.add(node.path, "redirect_from", name)
            yield Step("edit", path, None, f"+ redirect_from: [{name}]")


def _retitled(stage: Stage, node: EntryNode, path: str, title: str | None) -> Iterator[Step]:
    """Give it the title; the old one becomes an alias, and an alias that is the title now goes."""
    if title is None:
        return
    own = node.path
    for index, name in reversed(list(enumerate(node.parsed.fields.aliases))):
        if fold(name) == fold(title):
            parsed = stage.parsed(own)
            stage.must(own, without_item(parsed, parsed.places[f"aliases/{index}"]), f"'{name}' cannot be taken out")
            yield Step("edit", path, None, f"- aliases: [{name}]")
    parsed = stage.parsed(own)
    if "title" in parsed.places:
        stage.must(own, rewritten(parsed, parsed.places["title"], title), "the title cannot be changed")
    elif parsed.title_span != NOWHERE:
        stage.edit([Edit(path=own, span=parsed.title_span, text=title)])
    else:
        raise CannotChange(f"{own} has no title to change", help="add 'title:' to its front matter")
    yield Step("edit", path, None, f"title: {node.title} -> {title}")
    names = (*node.parsed.fields.aliases, node.parsed.fields.acronym)
    if fold(node.title) not in {fold(title), *map(fold, names)}:
        stage.add(own, "aliases", node.title)
        yield Step("edit", path, None, f"+ aliases: [{node.title}]")


def _moved(rewrite: Rewrite, old: str, new: str, graph: Graph) -> Rewrite:
    """The same with the file under its new name."""
    if old == new:
        return rewrite
    before, after = dict(rewrite.before), dict(rewrite.after)
    data = before.setdefault(old, (graph.root / old).read_bytes())
    after[new] = after.get(old, data)
    before[new], after[old] = None, None
    return Rewrite(
        before=FrozenMapping(dict(sorted(before.items()))), after=FrozenMapping(dict(sorted(after.items()))),
        moved=FrozenMapping({old: new}),
    )  # fmt: skip
