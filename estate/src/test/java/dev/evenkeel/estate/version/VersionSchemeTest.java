package dev.evenkeel.estate.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionSchemeTest {

  @ParameterizedTest
  @CsvSource({
    "npm, NPM",
    "golang, GO",
    "maven, MAVEN",
    "pypi, PYPI",
    "deb, DEBIAN",
    "rpm, RPM",
    "cargo, SEMVER",
    "Hex, SEMVER",
    "docker, LOOSE",
    "gem, LOOSE",
    "something new, LOOSE"
  })
  void knows_the_scheme_of_a_type_of_package(String type, VersionScheme scheme) {
    assertThat(VersionScheme.ofPackageType(type)).isEqualTo(scheme);
  }

  @ParameterizedTest
  @CsvSource({
    "PyPI, PYPI",
    "Go, GO",
    "npm, NPM",
    "Maven, MAVEN",
    "Debian:12, DEBIAN",
    "Ubuntu:22.04:LTS, DEBIAN",
    "Rocky Linux:9, RPM",
    "crates.io, SEMVER",
    "Packagist, LOOSE",
    "Alpine:v3.20, LOOSE",
    "'', LOOSE"
  })
  void knows_the_scheme_of_an_ecosystem_of_osv(String ecosystem, VersionScheme scheme) {
    assertThat(VersionScheme.ofOsvEcosystem(ecosystem)).isEqualTo(scheme);
  }
}
