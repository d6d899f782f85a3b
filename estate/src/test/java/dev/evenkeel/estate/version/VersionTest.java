package dev.evenkeel.estate.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows part of C09: versions have the order their ecosystems give them. */
@Tag("C09")
class VersionTest {

  @ParameterizedTest
  @CsvSource({
    "SEMVER, 1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-alpha.beta < 1.0.0-beta < 1.0.0-beta.2 < 1.0.0-beta.11 < 1.0.0-rc.1 < 1.0.0",
    "SEMVER, 1.0.0+a = 1.0.0+b < 1.0.1",
    "NPM, v1.9.0 < =1.10.0 < 2.0.0-0 < 2.0.0",
    "GO, v0.0.0-20180127040603-bd5ef7bd5415 < v0.0.0-20200127040603-aaaaaaaaaaaa < v0.0.1",
    "GO, v2.0.0+incompatible = v2.0.0 < v2.0.1-0.20200101000000-abcdefabcdef < v2.0.1",
    "MAVEN, 1.0-alpha-1 < 1.0-beta-1 < 1.0-rc1 < 1.0-SNAPSHOT < 1.0 = 1.0.Final < 1.0-sp < 1.0.1",
    "MAVEN, 2.9.10 < 2.9.10.1 < 9.4.18.v20190429",
    "PYPI, 1.dev0 < 1.0.dev456 < 1.0a1 < 1.0a2.dev456 < 1.0a12.dev456 < 1.0a12 < 1.0b1.dev456 < 1.0b2 < 1.0rc1 < 1.0 < 1.0+abc.5 < 1.0+5 < 1.0.post456.dev34 < 1.0.post456 < 1.1.dev1 < 1!0.1",
    "PYPI, 1.0 = 1.0.0 = v1.0 < 1.0-1",
    "DEBIAN, 1.0~~ < 1.0~~a < 1.0~ < 1.0 < 1.0a < 1.0+b1 < 1.0.1 < 2.0-1 < 1:0.1",
    "DEBIAN, 1.2-1 < 1.2-1+deb12u1 < 1.2-1.1 < 1.2-10 < 1.2a-1",
    "RPM, 1.0~rc1 < 1.0 < 1.0^git1 < 1.0.1 < 1.0.10 < 1:0.9-1",
    "RPM, 5.14.0-70.el9 < 5.14.0-70.13.1.el9_0 < 5.14.0-162.el9",
    "LOOSE, 10 = 10.0 < 10.0_u1 < 10.0_u7 < 10.1",
    "LOOSE, 8.0.35 < 8.0.36 < 8.0.36-0ubuntu0.22.04 < 8.0.37",
    "LOOSE, 2012 < 2012-R2 < 2016 < 2019 < 2022",
    "LOOSE, 21h2 < 22h2 < 23h1 < 23h2",
    "LOOSE, 1.0.2 < 1.0.2a < 1.0.2b < 1.0.2k < 1.1",
    "LOOSE, 1.0-dev < 1.0a1 < 1.0 beta 2 < 1.0-M3 < 1.0-RC1 < 1.0 = 1.0.Final",
    "LOOSE, 9.0.1.0.4 < 9.0.1.0.10 < 9.0.2",
    "LOOSE, 2023-12-31 < 2024-05-01 < 2024.05.02",
    "LOOSE, 20.04 LTS = 20.04 < v22.04",
    "LOOSE, 16-alpine = 16 < 16.4-alpine3.20 = 16.4",
    "LOOSE, 12c < 19c < 21",
    "LOOSE, RELEASE.2025-09-07T16-13-09Z < RELEASE.2025-10-15T17-29-55Z",
    "LOOSE, 99999999999999999999998 < 99999999999999999999999",
  })
  void orders_as_the_ecosystem_does(VersionScheme scheme, String chain) {
    var words = chain.split(" (?=[<=] )|(?<= [<=]) ");
    for (var at = 2; at < words.length; at += 2) {
      var left = version(scheme, words[at - 2]);
      var right = version(scheme, words[at]);
      var expected = words[at - 1].strip().equals("<") ? -1 : 0;
      assertThat(Integer.signum(left.compareTo(right)))
          .as("%s %s", left, right)
          .isEqualTo(expected);
      assertThat(Integer.signum(right.compareTo(left)))
          .as("%s %s", right, left)
          .isEqualTo(-expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void orders_any_three_versions_without_contradiction(VersionScheme scheme) {
    var random = new SplittableRandom(20260822);
    var versions = new ArrayList<Version>();
    while (versions.size() < 110) {
      Version.of(scheme, anyText(scheme, random)).ifPresent(versions::add);
    }
    for (var one : versions) {
      assertThat(one.compareTo(one)).isZero();
      for (var two : versions) {
        var order = Integer.signum(one.compareTo(two));
        assertThat(Integer.signum(two.compareTo(one))).as("%s %s", one, two).isEqualTo(-order);
        for (var three : versions) {
          if (order <= 0 && two.compareTo(three) <= 0 && one.compareTo(three) > 0) {
            throw new AssertionError("%s <= %s <= %s".formatted(one, two, three));
          }
        }
      }
    }
  }

  private static String anyText(VersionScheme scheme, SplittableRandom random) {
    if (scheme == VersionScheme.MAVEN) {
      return published(random);
    }
    var pieces =
        List.of(
            "0",
            "1",
            "2",
            "10",
            "01",
            ".",
            ".",
            ".",
            "-",
            "-",
            "~",
            "+",
            "a",
            "b",
            "rc",
            "alpha",
            "dev",
            "post",
            "SNAPSHOT",
            "final",
            ":",
            "_",
            "^",
            "1.0",
            "v");
    var text = new StringBuilder().append(random.nextInt(4));
    for (var left = random.nextInt(7); left > 0; left--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  /** Maven's order holds for what is published, not for anything at all. */
  private static String published(SplittableRandom random) {
    var qualifiers =
        List.of(
            "",
            "-alpha-1",
            "-beta2",
            ".RC1",
            "-SNAPSHOT",
            ".Final",
            "-jre",
            ".v20190429",
            "-1",
            "-sp1");
    var numbers = new StringBuilder().append(random.nextInt(3));
    for (var left = random.nextInt(4); left > 0; left--) {
      numbers.append('.').append(random.nextInt(3));
    }
    return numbers + qualifiers.get(random.nextInt(qualifiers.size()));
  }

  @ParameterizedTest
  @CsvSource({
    "SEMVER, latest",
    "SEMVER, 1.2.3.4",
    "PYPI, 1.0-foo",
    "DEBIAN, -1",
    "RPM, '1 2'",
    "LOOSE, noetic",
    "LOOSE, ''",
    "LOOSE, ${VERSION}",
    "LOOSE, kindle-10",
  })
  void does_not_order_what_is_no_version(VersionScheme scheme, String text) {
    assertThat(Version.of(scheme, text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void takes_no_text_longer_than_a_version(VersionScheme scheme) {
    assertThat(Version.of(scheme, "1." + "1".repeat(100_000))).isEmpty();
  }

  @Test
  void refuses_to_compare_across_ecosystems() {
    assertThatThrownBy(
            () -> version(VersionScheme.DEBIAN, "1.0").compareTo(version(VersionScheme.RPM, "1.0")))
        .hasMessageContaining("1.0 (DEBIAN) and 1.0 (RPM)");
  }

  static Version version(VersionScheme scheme, String text) {
    return Version.of(scheme, text).orElseThrow(() -> new AssertionError(scheme + " " + text));
  }
}
