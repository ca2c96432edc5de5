"""Whose record is whose: which record file belongs to which research file, also where a file says too little of it."""
