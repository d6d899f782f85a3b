package dev.evenkeel.estate.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows part of C09: how big a step is, and by what it was decided. */
@Tag("C09")
class StepTest {

  @ParameterizedTest
  @CsvSource({
    "SEMVER, 1.2.3, 1.2.4, PATCH, number 3 goes from 3 to 4",
    "SEMVER, 1.2.3, 1.3.0, MINOR, number 2 goes from 2 to 3",
    "SEMVER, 1.2.3, 2.0.0, MAJOR, number 1 goes from 1 to 2",
    "SEMVER, 0.2.3, 0.3.0, MAJOR, below 1.0.0",
    "SEMVER, 1.0.0-rc.1, 1.0.0, PATCH, the numbers are the same",
    "SEMVER, 1.0.0+1, 1.0.0+2, NONE, the same release",
    "SEMVER, 1.3.0, 1.2.9, DOWNGRADE, 1.2.9 is older than 1.3.0",
    "DEBIAN, 1:2.30-1, 1:2.30-1+deb12u1, PATCH, the numbers are the same",
    "DEBIAN, 9.0-1, 1:1.0-1, UNKNOWN, 'epoch 0, then 1'",
    "LOOSE, 8.0.36-0ubuntu0.22.04, 8.0.37, PATCH, number 3 goes from 36 to 37",
    "LOOSE, 2019, 2022, MAJOR, number 1 goes from 2019 to 2022",
    "LOOSE, 10, 10.0, NONE, the same release",
    "LOOSE, 2024-05-01, 2026-01-01, UNKNOWN, dates",
    "LOOSE, 20240501, 20260101, UNKNOWN, dates",
  })
  void says_how_far_it_is(
      VersionScheme scheme, String from, String to, Step.Size size, String why) {
    var step = Step.between(VersionTest.version(scheme, from), VersionTest.version(scheme, to));
    assertThat(step.size()).isEqualTo(size);
    assertThat(step.reason()).contains(why);
  }

  @ParameterizedTest
  @CsvSource({"DEBIAN, RPM", "SEMVER, LOOSE"})
  void does_not_guess_across_ecosystems(VersionScheme one, VersionScheme other) {
    var step = Step.between(VersionTest.version(one, "1.0.0"), VersionTest.version(other, "2.0.0"));
    assertThat(step.size()).isEqualTo(Step.Size.UNKNOWN);
    assertThat(step.reason()).contains(one.name(), other.name());
  }
}
