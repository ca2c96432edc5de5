"""Lines put into YAML files of somebody's."""

import pytest

from adr_gen.init.insertion.yaml import InsertionError, Yaml

EDITED = [
    ("plugins: [search]\n", "plugins: [search, adr-gen]\n"),
    ("plugins: []\n", "plugins: [adr-gen]\n"),
    ("plugins:\n", "plugins:\n  - adr-gen\n"),
    ("plugins:\n- search # c\n\n# about x\nx: 1\n", "plugins:\n- search # c\n- adr-gen\n\n# about x\nx: 1\n"),
    (
        "plugins:\n    - tags:\n        a: |\n          long\n          text\n# end\n",
        "plugins:\n    - tags:\n        a: |\n          long\n          text\n    - adr-gen\n# end\n",
    ),
    ("plugins:\n  search: {}\n  tags:\nx: 1", "plugins:\n  search: {}\n  tags:\n  adr-gen: {}\nx: 1"),
    ("plugins: [\n  search, # c\n  tags,\n]\n", "plugins: [\n  search, # c\n  tags, adr-gen,\n]\n"),
    (
        "plugins:\n  - search\n    # lang: en\n  # - blog\n\n  # more\n\n# about x\nx: 1\n",
        "plugins:\n  - search\n    # lang: en\n  # - blog\n\n  # more\n  - adr-gen\n\n# about x\nx: 1\n",
    ),
    ("\ufeffplugins:\r\n  - search\r\n", "\ufeffplugins:\r\n  - search\r\n  - adr-gen\r\n"),
    ("plugins:\n  - search: {lang: en}", "plugins:\n  - search: {lang: en}\n  - adr-gen"),
    (
        "x: !!python/name:a.b ''\nplugins: {search: {}}\n",
        "x: !!python/name:a.b ''\nplugins: {search: {}, adr-gen: {}}\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), EDITED)
def test_an_item_is_put_into_a_list_and_every_other_byte_stays(before: str, after: str) -> None:
    text = Yaml(before)
    text.add_item("plugins", "adr-gen")
    assert text.file_text() == after


@pytest.mark.parametrize(
    ("before", "why"),
    [
        ("a: &p [search]\nplugins: *p\n", "takes its plugins from another place of the file"),
        (
            "plugins: &p\n  - search\nx: *p\n",
            "is written in a way in which plugins cannot be added without a look at it",
        ),
        ("plugins: search\n", "has a plugins that is no list"),
        ("- a\n", "is no mapping of keys"),
        ("a: [\n", "cannot be read as YAML"),
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_left_with_the_reason(before: str, why: str) -> None:
    with pytest.raises(InsertionError, match=why):
        Yaml(before).add_item("plugins", "adr-gen")
