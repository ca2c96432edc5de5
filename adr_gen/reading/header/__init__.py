"""What stands at the head of a document: title, date, people, a stated status and its history, related records."""
