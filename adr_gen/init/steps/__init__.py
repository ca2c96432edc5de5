"""What init does to a repository, one module for each thing that is set up."""
