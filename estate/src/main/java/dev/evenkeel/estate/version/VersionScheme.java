package dev.evenkeel.estate.version;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How an ecosystem reads and orders its versions. */
public enum VersionScheme {
  /** Semantic Versioning 2.0.0. */
  SEMVER(SemanticOrder::read),
  NPM(SemanticOrder::read),
  /** Go modules: semantic, pseudo versions included. */
  GO(SemanticOrder::read),
  MAVEN(MavenOrder::read),
  /** PEP 440. */
  PYPI(PythonOrder::read),
  DEBIAN(DebianOrder::read),
  RPM(RpmOrder::read),
  /** Products and whatever has no rules of its own. */
  LOOSE(LooseOrder::read);

  private final Function<String, Optional<Order>> reader;

  VersionScheme(Function<String, Optional<Order>> reader) {
    this.reader = reader;
  }

  Optional<Order> order(String text) {
    return reader.apply(text);
  }

  /** The scheme of a type of package URL or of a {@code vers:} range. */
  public static VersionScheme ofPackageType(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "semver", "cargo", "hex", "pub", "swift" -> SEMVER;
      case "npm" -> NPM;
      case "golang", "go" -> GO;
      case "maven" -> MAVEN;
      case "pypi" -> PYPI;
      case "deb", "debian" -> DEBIAN;
      case "rpm" -> RPM;
      default -> LOOSE;
    };
  }

  /** The scheme of an ecosystem of OSV, such as {@code Debian:12} or {@code PyPI}. */
  public static VersionScheme ofOsvEcosystem(String ecosystem) {
    var colon = ecosystem.indexOf(':');
    var name = colon < 0 ? ecosystem : ecosystem.substring(0, colon);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "crates.io", "hex", "pub", "swifturl", "bitnami", "github actions" -> SEMVER;
      case "npm" -> NPM;
      case "go" -> GO;
      case "maven" -> MAVEN;
      case "pypi" -> PYPI;
      case "debian", "ubuntu" -> DEBIAN;
      case "red hat", "rocky linux", "almalinux", "suse", "opensuse", "openeuler", "mageia" -> RPM;
      default -> LOOSE;
    };
  }
}
