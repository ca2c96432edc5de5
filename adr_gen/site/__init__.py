"""What is published: pages, bodies and files made from the log."""
