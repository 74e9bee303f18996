"""What several rules ask of a graph, answered once for all of them. Nothing here judges."""
