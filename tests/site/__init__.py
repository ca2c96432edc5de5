"""Sites as MkDocs and other engines build them."""
