"""The rules that judge a graph, one file each."""
