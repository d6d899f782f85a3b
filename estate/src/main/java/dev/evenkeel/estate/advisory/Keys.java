package dev.evenkeel.estate.advisory;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names under which a product is known whatever its version, written so that the same product has
 * the same: {@code purl:golang/github.com/gin-gonic/gin}, {@code cpe:a/apache/tomcat}, {@code
 * name:apachetomcat}.
 */
final class Keys {
  private static final Map<String, String> DEBIAN =
      Map.of(
          "stretch",
          "9",
          "buster",
          "10",
          "bullseye",
          "11",
          "bookworm",
          "12",
          "trixie",
          "13",
          "forky",
          "14");

  /**
   * An identifier taken apart.
   *
   * @param keys several when a package is known by its source too
   * @param release of the distribution it belongs to
   * @param type of the package URL; empty for a CPE
   */
  record Read(
      List<String> keys,
      Optional<String> version,
      Optional<String> release,
      Optional<String> type) {}

  private Keys() {}

  /** Empty when it is neither a package URL nor a CPE, or a broken one. */
  static Optional<Read> of(String identifier) {
    String plain = identifier.strip();
    String lower = plain.toLowerCase(Locale.ROOT);
    return lower.startsWith("pkg:")
        ? purl(plain)
        : lower.startsWith("cpe:") ? cpe(lower) : Optional.empty();
  }

  static String ofName(String name) {
    return "name:" + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+#]", "");
  }

  private static Optional<Read> purl(String text) {
    try {
      PackageURL purl = new PackageURL(text);
      Map<String, String> qualifiers = Optional.ofNullable(purl.getQualifiers()).orElse(Map.of());
      Set<String> keys = new LinkedHashSet<>();
      keys.add(ofPackage(purl.getType(), purl.getNamespace(), purl.getName()));
      Optional.ofNullable(qualifiers.get("upstream"))
          .map(upstream -> upstream.replaceFirst("@.*", ""))
          .ifPresent(source -> keys.add(ofPackage(purl.getType(), purl.getNamespace(), source)));
      return Optional.of(
          new Read(
              new ArrayList<>(keys),
              Optional.ofNullable(purl.getVersion()),
              Optional.ofNullable(qualifiers.get("distro")).map(Keys::release),
              Optional.of(purl.getType())));
    } catch (MalformedPackageURLException _) {
      return Optional.empty();
    }
  }

  private static String ofPackage(String type, @Nullable String namespace, String name) {
    String full = namespace == null || namespace.isEmpty() ? name : namespace + "/" + name;
    String lower = full.toLowerCase(Locale.ROOT);
    return "purl:" + type + "/" + (type.equals("pypi") ? lower.replaceAll("[-_.]+", "-") : lower);
  }

  /** The number of a release, of {@code debian-12}, {@code bookworm} or {@code 12}. */
  private static String release(String distro) {
    String last = distro.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+-(?=\\d)", "");
    return DEBIAN.getOrDefault(last, last);
  }

  /** Of both notations the part, the vendor and the product. */
  private static Optional<Read> cpe(String text) {
    String[] parts =
        text.startsWith("cpe:2.3:")
            ? text.substring("cpe:2.3:".length()).split("(?<!\\\\):")
            : text.replaceFirst("cpe:/", "").split(":");
    if (parts.length < 3 || parts[2].isBlank() || parts[2].equals("*")) {
      return Optional.empty();
    }
    Optional<String> version =
        parts.length > 3 && parts[3].matches(".*\\d.*")
            ? Optional.of(unescaped(parts[3]))
            : Optional.empty();
    String key = "cpe:%s/%s/%s".formatted(parts[0], unescaped(parts[1]), unescaped(parts[2]));
    return Optional.of(new Read(List.of(key), version, Optional.empty(), Optional.empty()));
  }

  private static String unescaped(String part) {
    return part.replace("\\", "").replace("%2b", "+").replace("%3a", ":");
  }

  /** Of a package of an ecosystem as OSV names them. */
  static Optional<String> ofOsv(String ecosystem, String name) {
    String system = ecosystem.replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
    String type =
        switch (system) {
          case "go" -> "golang/";
          case "npm" -> "npm/";
          case "pypi" -> "pypi/";
          case "maven" -> "maven/";
          case "crates.io" -> "cargo/";
          case "nuget" -> "nuget/";
          case "packagist" -> "composer/";
          case "rubygems" -> "gem/";
          case "hex" -> "hex/";
          case "pub" -> "pub/";
          case "hackage" -> "hackage/";
          case "cran" -> "cran/";
          case "swifturl" -> "swift/";
          case "bitnami" -> "bitnami/";
          case "github actions" -> "github/";
          case "debian", "ubuntu" -> "deb/" + system + "/";
          case "alpine", "wolfi", "chainguard" -> "apk/" + system + "/";
          case "red hat" -> "rpm/redhat/";
          case "rocky linux" -> "rpm/rocky-linux/";
          case "almalinux", "suse", "opensuse", "openeuler", "mageia" -> "rpm/" + system + "/";
          default -> "";
        };
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return Optional.of(
        "purl:"
            + type
            + switch (type) {
              case "pypi/" -> lower.replaceAll("[-_.]+", "-");
              case "maven/" -> lower.replace(':', '/');
              default -> lower;
            });
  }
}
