"""What a change means for the decisions, as text, Markdown, annotations, SARIF, JSON, and a comment on a forge."""
