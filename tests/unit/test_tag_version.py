"""Tags of a repository as versions: which are stable, which early, and which may be something else."""

import pytest

from adr_gen.checks.versions.tag_version import TagVersion, read

STABLE = {
    "v2.0": "2.0",
    "V2": "2",
    "v.2.0.0": "2.0.0",
    "v_1.4.14": "1.4.14",
    "n6.1": "6.1",
    "r7.0.4": "7.0.4",
    "r159": "159",
    "2024.11.03": "2024.11.03",
    "release-1.2.3.4": "1.2.3.4",
    "Release 2.0": "2.0",
    "release/2.1": "2.1",
    "rel/release-3.3.6": "3.3.6",
    "rel/repo-3.14.0": "3.14.0",
    "repo_releases/6.55.0": "6.55.0",
    "release-74-1": "74.1",
    "VER-2-13-2": "2.13.2",
    "REL_16_2": "16.2",
    "REL9_6_24": "9.6.24",
    "V_9_6_P1": "9.6",
    "v3_3_0": "3.3.0",
    "repo@1.2.3": "1.2.3",
    "repo-v1.2": "1.2",
    "repo-8_5_0": "8.5.0",
    "REPO_4_0_16": "4.0.16",
    "repo1.21.5": "1.21.5",
    "owner-repo-14.0.1": "14.0.1",
    "2.0.0.Final": "2.0.0",
    "v2.7.0.RELEASE": "2.7.0",
    "5.0.0.GA": "5.0.0",
    "4.3.1.SP2": "4.3.1",
    "v8.0.0-rtm": "8.0.0",
    "1.4.0.post1": "1.4.0",
    "1.4.0-hotfix.2": "1.4.0",
    "2.0.0-pl1": "2.0.0",
    "repo-5.9.2-RELEASE": "5.9.2",
    "1.2.3+build.7": "1.2.3",
    "repo-21.0.1+12": "21.0.1",
    "v1.15.4+ent": "1.15.4",
}
EARLY = (
    "v2.0.0-rc.1", "v3.12.0a4", "REL_16_RC1", "REL_16_BETA2", "6.0.0.CR1", "6.0.0.Alpha1", "2.0-M3", "3.0.0-SNAPSHOT",
    "v3_3_0_preview3", "repo-9.0-dev", "v1.0.0b2", "v17.1.0-next.3", "repo-23-ea+3", "8.0-milestone-1",
)  # fmt: skip
UNSURE = {
    "1.0.0-1": "1.0.0",
    "repo_1_1_1w": "1.1.1",
    "2.0a": "2.0",
    "v2.43.0.windows.1": "2.43.0",
    "33.0-jre": "33.0",
    "RELEASE.2023-12-14T18-51-57Z": "2023.12.14",
    "other@1.2.3": "",
    "other-tool-2.0": "",
    "nightly-20260101": "",
    "20260101": "",
    "latest": "",
    "": "",
}


@pytest.mark.parametrize("tag", STABLE)
def test_a_tag_names_a_version_however_projects_write_it(tag: str) -> None:
    assert read(tag, "owner/repo") == TagVersion(STABLE[tag], True)


@pytest.mark.parametrize("tag", EARLY)
def test_a_tag_of_an_early_version_says_so(tag: str) -> None:
    assert read(tag, "owner/repo").stable is False


@pytest.mark.parametrize("tag", UNSURE)
def test_a_tag_that_may_be_something_else_is_no_stable_version_and_no_early_one(tag: str) -> None:
    assert read(tag, "owner/repo") == TagVersion(UNSURE[tag], None)


def test_a_name_that_ends_in_a_number_is_told_from_a_version() -> None:
    assert read("lua5.4", "owner/lua5") == TagVersion("", None)
    assert read("lua5-5.4", "owner/lua5") == TagVersion("5.4", True)


def test_a_repository_of_the_source_bears_the_name_of_its_product() -> None:
    assert read("php-8.3.0", "owner/php-src") == TagVersion("8.3.0", True)
    assert read("jetty-12.0.5", "owner/jetty.project") == TagVersion("12.0.5", True)
    assert read("mysql_server-8.0.35", "owner/mysql_server") == TagVersion("8.0.35", True)
    assert read("my-8.0.35", "owner/my-tools") == TagVersion("", None)
