"""How long things take, beside a bare build in the same run."""
