"""Pages of the site: what each shows, rendered to finished HTML."""
