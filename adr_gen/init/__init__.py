"""Setting up a repository: look at it, plan what is missing, write it, and take it back.

`survey` reads, the modules named after what is set up each give steps, `plan` orders them, `install_manifest` writes and undoes.
Files of YAML and TOML are changed by inserting lines, which is proved by reading them again: a library that keeps
comments (ruamel.yaml, tomlkit) writes the whole file anew and changes indents, folds and quotes that are none of ours.
"""
