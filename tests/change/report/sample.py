"""A change as a contributor might propose it: one new entry, one title that is spelled otherwise."""

from tests.query.difference.worlds import World, entry
from tests.worlds import graph

from lexigraph.change.report import Places, Report
from lexigraph.check.introduced import compare
from lexigraph.graph import Graph
from lexigraph.query.difference import difference

__all__ = ["PLACES", "SAMPLE", "report", "report_of", "titled"]

DEFINITION = "A layer made of many small networks of which a router chooses a few for each token."
PLACES = Places(
    repo_url="https://github.com/example/glossary", commit="0123456789abcdef0123456789abcdef01234567",
    folder="content/", site_url="https://example.org/glossary/",
)  # fmt: skip
SAMPLE = World(
    before={"training/fine-tuning.md": entry("Fine tuning", "definition: Training a model further.")},
    after={
        "training/fine-tuning.md": entry("Fine-tuning", "aliases: [Fine tuning]", "definition: Training a model further."),
        "architectures/mixture-of-experts.md": entry(
            "Mixture of experts", "kind: technique", f"definition: {DEFINITION}", "status: draft",
            "broader: [sparse-model]", "uses: [{router: to choose}]", body="It needs a [[load balancer]].",
        ),
    },
    both={
        "architectures/sparse-model.md": entry("Sparse model"),
        "architectures/router.md": entry("Router", body="It is a part of a [[mixture of experts]]."),
        "architectures/transformer.md": entry("Transformer", "uses: [mixture-of-experts, router]"),
        "training/scaling.md": entry("Scaling", "related: [transformer]", body="A mixture of experts scales well."),
        "training/lora.md": entry("LoRA", "broader: [fine-tuning]", body="Cheaper than [that](fine-tuning.md)."),
        "training/does-sparsity-hurt.md": entry(
            "Does sparsity hurt fine-tuning?", "kind: question", "about: [fine-tuning, mixture-of-experts]"
        ),
    },
)  # fmt: skip


def report() -> Report:
    """The report of the sample."""
    return report_of(SAMPLE.old, SAMPLE.new, PLACES)


def report_of(old: Graph, new: Graph, places: Places = PLACES) -> Report:
    """The report of any change."""
    return Report(difference=difference(old, new), checks=compare(new, old), places=places)


def titled(names: tuple[str, ...]) -> Graph:
    """A graph in which each name is written wherever an author can write one."""
    files = {}
    for number, name in enumerate(names):
        quoted = "'" + name.replace("'", "''") + "'"
        other = f"e{(number + 1) % len(names)}"
        files[f"t/e{number}.md"] = "\n".join((
            "---", f"title: {quoted}", f"aliases: [{quoted}]", f"definition: {quoted}", f"uses: [{{{other}: {quoted}}}]",
            f"tags: [{quoted}]", f"sources: [{{title: {quoted}, url: 'https://example.org/{number}'}}]", "---",
            f"Text with [[missing {number}]].", "", "## Open questions", "", f"- Is it {number}? {{#is-{number}}}", "",
        ))  # fmt: skip
    return graph(files)
