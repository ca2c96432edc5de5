"""The issues and comments of one repository on GitHub: who we speak to, every request, and what its answer means."""
