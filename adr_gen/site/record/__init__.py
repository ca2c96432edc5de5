"""What is published of one record: its body as sanitised HTML, its card, its conditions and where it stands."""
