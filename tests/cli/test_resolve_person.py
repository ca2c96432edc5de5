"""`adr-gen resolve` with a person, an editor, or no way to lay a text aside."""

from pathlib import Path

from tests.support.conflicts import COSTS, FREE, NIGHT, RECORD, change_both, log, text, texts_laid_aside
from tests.support.helpers import put, run
from tests.support.terminal import Terminal

__all__ = ["log"]  # a fixture


def test_without_a_terminal_a_way_has_to_be_named(log: Path) -> None:
    mine = text(change_both(log))
    done = run(log, "resolve", "1")
    assert (done.returncode, text(log)) == (2, mine)
    assert done.stderr.startswith("adr-gen: nobody is there to ask; say --mine, --research or --merge")


def test_a_person_is_shown_both_changes_and_asked(log: Path) -> None:
    mine = text(change_both(log))
    terminal = Terminal(log, "resolve", "1")
    for words in (f"+{NIGHT[1]}", f"+{COSTS[1]}", "m mine  r research  b both  q quit"):
        terminal.until(words)
    terminal.press("?")
    terminal.until("the changes do not overlap, so nothing is left")
    terminal.press("q")
    assert terminal.end()[0] == 1
    assert text(log) == mine
    terminal = Terminal(log, "resolve", "1")
    terminal.until("q quit")
    terminal.press("b")
    assert terminal.end()[0] == 0
    assert (NIGHT[1] in text(log), COSTS[1] in text(log)) == (True, True)


def test_an_overlap_opens_in_the_editor(log: Path) -> None:
    change_both(log, FREE)
    put(log.parent, "editor", "#!/bin/sh\nsed -i -e '/^<<<<<<</d' -e '/^=======$/,/^>>>>>>>/d' \"$1\"\n").chmod(0o755)
    terminal = Terminal(log, "resolve", "1", "--merge", VISUAL=str(log.parent / "editor"))
    code, output = terminal.end()
    assert (code, "holds both changes" in output) == (0, True)
    assert (FREE[1] in text(log), COSTS[1] in text(log)) == (True, False)
    assert run(log, "check").returncode == 0


def test_an_editor_that_fails_leaves_both_texts_and_says_where_mine_is(log: Path) -> None:
    mine = text(change_both(log, FREE))
    code, output = Terminal(log, "resolve", "1", "--merge", VISUAL="false").end()
    assert (code, texts_laid_aside(log), "<<<<<<< yours" in text(log)) == (1, [mine], True)
    lines = output.splitlines()
    assert (lines[0].endswith(": your text as it was"), lines[1]) == (True, "false: Editing failed")
    assert lines[2].startswith(f"{RECORD}:31: both texts stand between conflict markers")


def test_what_force_writes_over_lies_aside(log: Path) -> None:
    mine = text(change_both(log))
    done = run(log, "generate", "--force")
    (place,) = (log / ".adr-gen/replaced").glob("*.md")
    assert f"your text as it was: {place.relative_to(log).as_posix()}\n" in done.stdout
    assert (done.returncode, texts_laid_aside(log), COSTS[1] in text(log)) == (0, [mine], True)
    assert run(log, "generate", "--force", "--check").stdout.count("your text") == 0


def test_where_mine_cannot_be_laid_aside_nothing_is_changed(log: Path) -> None:
    mine = text(change_both(log))
    put(log, ".adr-gen/replaced", "in the way")
    for command in (["resolve", "1", "--research"], ["resolve", "1", "--merge"], ["generate", "--force"]):
        done = run(log, *command)
        assert (done.returncode != 0, text(log)) == (True, mine), command
