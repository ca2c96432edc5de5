"""`adr-gen export`: the docs tree for any site engine, or plain Nygard records."""
