package dev.evenkeel.estate.lifecycle.match;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.evenkeel.estate.lifecycle.Product;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds products by package URLs, CPEs and names at Repology, whatever version stands in them. */
final class Identifiers {
  private static final double CERTAIN = 0.98;

  private static final double OF_A_PART = 0.9;
  private static final Pattern DISTRIBUTED = Pattern.compile("(?:deb|rpm|apk|alpm)/");

  /** Distributions number the packages of what they have several of: libonig5. */
  private static final Pattern NUMBER_AT_END = Pattern.compile("(?<=[a-z])-?\\d[\\d.]*$");

  private static final Pattern PART =
      Pattern.compile(
          "(?:-(?:server|client|daemon|agent|tools|utils|base|bin|common|core|master))+$");
  private static final double BY_REPOLOGY = 0.95;

  /** Packages of a system or of everything: their names are those of products. */
  private static final Set<String> PACKAGED =
      Set.of("deb", "rpm", "apk", "alpm", "brew", "generic", "docker", "oci", "github", "bitnami");

  /**
   * An identifier taken apart.
   *
   * @param key the same for every version
   * @param name the plain name in it
   * @param library whether it names a library, whose name says nothing about products
   */
  record Read(
      String key, double strength, String name, Optional<String> version, boolean library) {}

  private final Map<String, Set<Product>> byKey = new HashMap<>();

  Identifiers(List<Product> products) {
    for (var product : products) {
      for (var identifier : product.identifiers()) {
        var text =
            identifier.kind() == Product.Identifier.Kind.REPOLOGY
                ? "repology:" + identifier.text()
                : identifier.text();
        read(text)
            .ifPresent(
                read -> byKey.computeIfAbsent(read.key(), _ -> new LinkedHashSet<>()).add(product));
      }
    }
  }

  /** Of a distribution's package also what it is without its number, or is a part of. */
  List<Candidate> find(Read read, String text) {
    var exact = find(read.key(), read.strength(), text);
    if (!exact.isEmpty() || !DISTRIBUTED.matcher(read.key()).lookingAt()) {
      return exact;
    }
    var whole = NUMBER_AT_END.matcher(withoutPart(read.key())).replaceFirst("");
    return find(whole, read.strength() * OF_A_PART, text);
  }

  /** The name without what distributions put after it when they take a product apart. */
  static String withoutPart(String name) {
    return PART.matcher(name).replaceFirst("");
  }

  private List<Candidate> find(String key, double strength, String text) {
    return byKey.getOrDefault(key, Set.of()).stream()
        .map(product ->
            new Candidate(product, strength, "%s identifies %s".formatted(text, product.label())))
        .toList();
  }

  boolean knows(String key) {
    return byKey.containsKey(key);
  }

  /** Empty when it is no identifier of a kind that is known, or a broken one. */
  static Optional<Read> read(String text) {
    var plain = text.strip();
    var lower = plain.toLowerCase(Locale.ROOT);
    if (lower.startsWith("pkg:")) {
      return purl(plain);
    }
    if (lower.startsWith("cpe:")) {
      return cpe(lower);
    }
    if (lower.startsWith("repology:")) {
      var name = lower.substring("repology:".length());
      return Optional.of(new Read(lower, BY_REPOLOGY, name, Optional.empty(), name.contains(":")));
    }
    return Optional.empty();
  }

  private static Optional<Read> purl(String text) {
    try {
      var purl = new PackageURL(text);
      var image = purl.getType().equals("docker") || purl.getType().equals("oci");
      var name = purl.getType().equals("docker") ? named(purl, "library") : purl.getName();
      return Optional.of(
          new Read(
              key(purl).toLowerCase(Locale.ROOT),
              CERTAIN,
              image ? name : qualifier(purl, "upstream").orElse(name),
              Optional.ofNullable(purl.getVersion()),
              !PACKAGED.contains(purl.getType())));
    } catch (MalformedPackageURLException _) {
      return Optional.empty();
    }
  }

  private static String key(PackageURL purl) {
    return switch (purl.getType()) {
      case "oci" ->
          qualifier(purl, "repository_url")
              .map(host -> image(host + "/" + purl.getName()))
              .orElse("oci/" + purl.getName());
      case "docker" -> "docker/" + named(purl, "library");
      default -> purl.getType() + "/" + named(purl, "");
    };
  }

  private static String named(PackageURL purl, String usual) {
    var namespace = Optional.ofNullable(purl.getNamespace()).orElse(usual);
    return namespace.isEmpty() ? purl.getName() : namespace + "/" + purl.getName();
  }

  private static Optional<String> qualifier(PackageURL purl, String name) {
    return Optional.ofNullable(purl.getQualifiers()).map(qualifiers -> qualifiers.get(name));
  }

  /** The key of an image by its place, such as {@code ghcr.io/kedacore/keda}. */
  static String image(String place) {
    return "oci/" + place.replaceFirst("^https?://", "").replaceFirst("/repository(?=/)", "");
  }

  /**
   * Of both notations only the part, the vendor, the product and the version. Sources write CPEs
   * that end after the product, which a strict parser refuses.
   */
  private static Optional<Read> cpe(String text) {
    var parts =
        text.startsWith("cpe:2.3:")
            ? text.substring("cpe:2.3:".length()).split("(?<!\\\\):")
            : text.replaceFirst("cpe:/", "").split(":");
    if (parts.length < 3 || parts[2].isBlank() || parts[2].equals("*")) {
      return Optional.empty();
    }
    var product = unescaped(parts[2]);
    var version =
        parts.length > 3 && parts[3].matches(".*\\d.*")
            ? Optional.of(unescaped(parts[3]))
            : Optional.<String>empty();
    var key = "cpe/%s/%s/%s".formatted(parts[0], unescaped(parts[1]), product);
    return Optional.of(new Read(key, CERTAIN, product.replace('_', ' '), version, false));
  }

  private static String unescaped(String part) {
    return part.replace("\\", "").replace("%2b", "+").replace("%3a", ":");
  }
}
