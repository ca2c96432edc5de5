"""Repositories of the kinds that people have: each a tree of files, before anything is set up."""

import subprocess
from pathlib import Path

from tests.support.by_hand import MADR, RESEARCH, nygard
from tests.support.copies import copied
from tests.support.helpers import git, run, tree

LOG4BRAINS = """\
# {title}

- Status: accepted
- Date: 2026-01-02

## Context and Problem Statement

We need one.

## Decision Outcome

Chosen option: this, because it is there.
"""
KINDS = {
    "no site": f"""\
=== README.md
# Shop
=== docs/notes.md
# Notes

See [the code](../src/main.py) and [nothing](nowhere.md).
=== src/main.py
=== docs/research/001-queue.md
{RESEARCH}""",
    "mkdocs without nav": f"""\
=== mkdocs.yml
# Our site
site_name: Shop   # the name
theme:
    name: material
    features: [navigation.tabs]
plugins:
    - search:
        lang: en   # for now
    # - blog
markdown_extensions:
    - pymdownx.emoji:
        emoji_index: !!python/name:material.extensions.emoji.twemoji
=== requirements.txt
mkdocs-material
=== docs/index.md
# Shop
=== docs/spikes/queue.md
{RESEARCH}""",
    "mkdocs with nav": f"""\
=== pyproject.toml
[project]
name = "shop"
version = "1.0"  # x
=== mkdocs.yml
site_name: Shop
nav: # in this order
- Home: index.md
- Guide:
  - guide.md # the guide

# How it looks
theme: {{name: material, palette: {{primary: teal}}}}
plugins: [search, tags]
extra:
  homepage: !ENV [HOME_PAGE, "https://example.org"]
=== docs/index.md
# Shop
=== docs/guide.md
# Guide
=== docs/tags.md
<!-- material/tags -->
=== docs/research/queue.md
{RESEARCH}""",
    "mkdocs with INHERIT": f"""\
=== base.yml
# For all sites
theme:
  name: material
plugins:
  - search
=== mkdocs.yml
INHERIT: base.yml
site_name: Shop
nav:
  - index.md
=== docs/index.md
# Shop
=== docs/research/queue.md
{RESEARCH}""",
    "zensical": f"""\
=== zensical.toml
[project]
site_name = "Shop"
nav = [{{ "Home" = "index.md" }}]
=== docs/index.md
# Shop
=== docs/research/queue.md
{RESEARCH}""",
    "adr-tools": f"""\
=== .adr-dir
doc/adr
=== README.md
# Shop
{nygard("doc/adr", 1, "Record decisions")}
{nygard("doc/adr", 2, "Use a queue")}""",
    "log4brains": f"""\
=== .log4brains.yml
project:
  name: shop
  tz: Europe/Berlin
  adrFolder: ./docs/adr
=== package.json
{{"name": "shop"}}
=== docs/adr/README.md
# Records
=== docs/adr/index.md
# Records of Shop
=== docs/adr/template.md
# [short title]

- Status: [draft]
=== docs/adr/20260102-use-a-queue.md
{LOG4BRAINS.format(title="Use a queue")}
=== docs/adr/20260103-use-a-cache.md
{LOG4BRAINS.format(title="Use a cache")}""",
    "MADR": f"""\
=== docs/decisions/README.md
# Decisions

All of them.
=== docs/decisions/adr-template.md
{MADR.format(title="{short title}")}
=== docs/decisions/0000-use-madr.md
{MADR.format(title="Use MADR")}
=== docs/decisions/0001-use-a-queue.md
{MADR.format(title="Use a queue")}
=== .github/workflows/ci.yml
name: ci
on: [push]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: make test
=== .pre-commit-config.yaml
# What runs before a commit
repos:
  - repo: https://github.com/pre-commit/pre-commit-hooks
    rev: v5.0.0
    hooks:
      - id: trailing-whitespace   # all files
""",
    "hidden planning folder": f"""\
=== .planning/research/queue.md
{RESEARCH}
=== .planning/todos/done/004-cache.md
{RESEARCH.replace("queue", "cache").replace("jobs wait", "pages take")}
=== .planning/STATE.md
# State
=== AGENTS.md
# How to work here

Be kind.
""",
    "monorepo with two logs": f"""\
=== package.json
{{"name": "@shop/all", "private": true}}
{nygard("packages/web/docs/adr", 1, "Use a queue")}
{nygard("packages/web/docs/adr", 2, "Use a cache")}
{nygard("packages/api/docs/adr", 1, "Use another queue")}
=== packages/web/docs/research/queue.md
{RESEARCH}
=== packages/api/docs/research/queue.md
{RESEARCH}""",
    "GitLab": f"""\
=== .gitlab-ci.yml
# Our pipeline
stages:
  - build
  - release   # last

build:
  stage: build
  script:
    - make
=== docs/research/queue.md
{RESEARCH}""",
    "ProperDocs": f"""\
=== properdocs.yml
site_name: Shop
theme:
  name: material
=== docs/index.md
# Shop
=== docs/research/queue.md
{RESEARCH}""",
}


def repository(root: Path, kind: str) -> Path:
    """A git repository of a kind, with everything committed."""
    return copied(root, _committed, kind)


def set_up(root: Path, kind: str) -> Path:
    """Such a repository after `adr-gen init --yes`."""
    return copied(root, _set_up, kind)


def _set_up(root: Path, kind: str) -> None:
    done = run(repository(root, kind), "init", "--yes")
    assert done.returncode == 0, done.stdout + done.stderr


def _committed(root: Path, kind: str) -> None:
    tree(root, KINDS[kind])
    git(root, "init", "-q", "-b", "main")
    git(root, "remote", "add", "origin", "git@github.com:example/Shop.git")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "all")


def git_status(root: Path) -> str:
    command = ["git", "status", "--porcelain", "--untracked-files=all"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)
    return "".join(line for line in done.stdout.splitlines(keepends=True) if "__pycache__" not in line)


def contents(root: Path) -> dict[str, bytes]:
    """Every file outside of git's folder and ours."""
    places = (place for place in root.rglob("*") if place.is_file())
    return {
        path: place.read_bytes()
        for place in places
        if not (path := place.relative_to(root).as_posix()).startswith((".git/", ".adr-gen/"))
    }
