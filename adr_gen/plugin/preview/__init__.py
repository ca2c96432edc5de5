"""What `mkdocs serve` does beside a build: pages made when somebody asks for them, and what is kept from build to build."""
