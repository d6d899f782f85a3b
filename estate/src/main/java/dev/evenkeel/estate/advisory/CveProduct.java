package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.version.VersionScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A product as a record of CVE names it.
 *
 * @param type of its packages, such as {@code golang}, when it is a package
 */
record CveProduct(String label, List<String> keys, Optional<String> type) {

  /** Where packages are, and the ecosystem as OSV calls it with its package type. */
  private enum Collection {
    GO("pkg.go.dev", "Go", "golang"),
    NPM("npmjs", "npm", "npm"),
    PYPI("pypi.", "PyPI", "pypi"),
    MAVEN("maven", "Maven", "maven"),
    CARGO("crates.io", "crates.io", "cargo"),
    NUGET("nuget", "NuGet", "nuget"),
    GEM("rubygems", "RubyGems", "gem"),
    COMPOSER("packagist", "Packagist", "composer"),
    HEX("hex.pm", "Hex", "hex");

    final String in;
    final String ecosystem;
    final String type;

    Collection(String in, String ecosystem, String type) {
      this.in = in;
      this.ecosystem = ecosystem;
      this.type = type;
    }

    static Optional<Collection> at(String url) {
      String lower = url.toLowerCase(Locale.ROOT);
      return Stream.of(values()).filter(one -> lower.contains(one.in)).findFirst();
    }
  }

  CveProduct {
    keys = List.copyOf(keys);
  }

  static CveProduct of(Part entry) {
    Set<String> keys = new LinkedHashSet<>();
    List<Keys.Read> identifiers = new ArrayList<>();
    Stream.concat(
            entry.texts("cpes").stream(),
            Stream.of("packageURL", "packageUrl").flatMap(key -> entry.text(key).stream()))
        .flatMap(text -> Keys.of(text).stream())
        .forEach(identifiers::add);
    identifiers.forEach(read -> keys.addAll(read.keys()));
    Optional<Collection> collection = entry.text("collectionURL").flatMap(Collection::at);
    Optional<String> name = entry.text("packageName").or(() -> named(entry, "product"));
    collection
        .flatMap(one -> name.flatMap(text -> Keys.ofOsv(one.ecosystem, text)))
        .ifPresent(keys::add);
    Optional<String> product = named(entry, "product");
    product.ifPresent(text -> {
      keys.add(Keys.ofName(text));
      named(entry, "vendor").ifPresent(vendor -> keys.add(Keys.ofName(vendor + text)));
    });
    keys.remove("name:");
    return new CveProduct(
        product.or(() -> name).orElse("an unnamed product"),
        List.copyOf(keys),
        collection
            .map(one -> one.type)
            .or(() -> identifiers.stream().flatMap(read -> read.type().stream()).findFirst()));
  }

  private static Optional<String> named(Part entry, String key) {
    return entry.text(key).filter(text -> !text.equalsIgnoreCase("n/a"));
  }

  /** By the type of its package; else as the record says of its versions. */
  VersionScheme scheme(Part entry) {
    return type.or(() ->
            entry
                .items("versions")
                .flatMap(version -> version.text("versionType").stream())
                .findFirst()
                .flatMap(CveProduct::type))
        .map(VersionScheme::ofPackageType)
        .orElse(VersionScheme.LOOSE);
  }

  private static Optional<String> type(String versionType) {
    return switch (versionType.toLowerCase(Locale.ROOT)) {
      case "semver" -> Optional.of("semver");
      case "python" -> Optional.of("pypi");
      case "maven" -> Optional.of("maven");
      case "rpm" -> Optional.of("rpm");
      default -> Optional.empty();
    };
  }
}
