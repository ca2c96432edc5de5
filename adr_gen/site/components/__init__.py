"""Parts that pages of records and of the log are put together from."""
