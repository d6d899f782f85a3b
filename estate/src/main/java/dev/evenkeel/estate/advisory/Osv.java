package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.version.VersionRange;
import dev.evenkeel.estate.version.VersionRange.Change;
import dev.evenkeel.estate.version.VersionScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Records of the OSV format, as osv.dev, GitHub and the databases of ecosystems give them out. */
final class Osv {
  private Osv() {}

  static boolean looksLike(Part record) {
    return record.text("id").isPresent()
        && (record.get("modified").exists() || record.get("affected").exists())
        && !record.get("bomFormat").exists();
  }

  static Advisory read(Part record) {
    String id = record.need("id");
    return new Advisory(
        id,
        record.texts("aliases").stream().filter(alias -> !alias.equals(id)).distinct().toList(),
        Part.shortened(record.text("summary").or(() -> record.text("details")).orElse(""), 300),
        severity(record),
        record.time("published"),
        record.time("modified"),
        record.time("withdrawn"),
        record.items("affected").flatMap(entry -> affected(entry).stream()).toList(),
        List.of(),
        source(id),
        record.items("references").flatMap(Osv::url).findFirst());
  }

  private static String source(String id) {
    return id.startsWith("GO-")
        ? "Go vulnerability database"
        : id.startsWith("GHSA-") ? "GitHub" : "OSV";
  }

  private static Stream<String> url(Part reference) {
    return reference.text("url").filter(url -> url.startsWith("https://")).stream();
  }

  private static Optional<Severity> severity(Part record) {
    Optional<Severity> scored =
        Stream.concat(
                record.items("severity"),
                record.items("affected").flatMap(entry -> entry.items("severity")))
            .flatMap(part -> part.text("score").flatMap(Cvss::score).stream())
            .map(Severity::ofScore)
            .reduce((one, other) -> other.worseThan(one) ? other : one);
    return scored.or(() ->
        record
            .at("database_specific", "severity")
            .text()
            .flatMap(Severity.Level::named)
            .map(level -> new Severity(level, Optional.empty())));
  }

  /** Empty for source trees without a package: no system is one. */
  private static Optional<Affected> affected(Part entry) {
    Part named = entry.get("package");
    if (!named.exists()) {
      return Optional.empty();
    }
    String ecosystem = named.need("ecosystem");
    String name = named.need("name");
    Set<String> keys = new LinkedHashSet<>();
    named.text("purl").flatMap(Keys::of).ifPresent(read -> keys.addAll(read.keys()));
    Keys.ofOsv(ecosystem, name).ifPresent(keys::add);
    int colon = ecosystem.indexOf(':');
    List<Versions> versions = versions(entry);
    return Optional.of(
        new Affected(
            List.copyOf(keys),
            name,
            colon < 0 ? Optional.empty() : Optional.of(release(ecosystem.substring(colon + 1))),
            scheme(ecosystem, entry),
            versions,
            versions.stream().flatMap(Osv::fixed).distinct().toList()));
  }

  private static String release(String text) {
    return text.replaceFirst("^v", "").replaceFirst(":.*", "");
  }

  /** A database may order an ecosystem's versions as semantic ones though it has no such rule. */
  private static VersionScheme scheme(String ecosystem, Part entry) {
    VersionScheme scheme = VersionScheme.ofOsvEcosystem(ecosystem);
    boolean semantic =
        entry.items("ranges").anyMatch(range -> range.text("type").equals(Optional.of("SEMVER")));
    return semantic && scheme == VersionScheme.LOOSE ? VersionScheme.SEMVER : scheme;
  }

  private static List<Versions> versions(Part entry) {
    List<Versions> versions = new ArrayList<>();
    boolean commits = false;
    for (Part range : entry.items("ranges").toList()) {
      if (range.need("type").equals("GIT")) {
        commits = true;
      } else {
        versions.add(new Versions.Events(range.items("events").map(Osv::event).toList()));
      }
    }
    List<String> listed = entry.texts("versions");
    if (!listed.isEmpty()) {
      versions.add(new Versions.Only(listed));
    }
    if (versions.isEmpty()) {
      versions.add(
          new Versions.Unclear(
              commits ? "only commits of its source are named" : "no versions are named"));
    }
    return versions;
  }

  private static VersionRange.Event event(Part event) {
    Set<String> keys = new LinkedHashSet<>(event.keys());
    if (keys.size() != 1) {
      throw new Unfit(event.path(), "An event names one version; this has %s.".formatted(keys));
    }
    String key = keys.iterator().next();
    Change change =
        switch (key) {
          case "introduced" -> Change.INTRODUCED;
          case "fixed" -> Change.FIXED;
          case "last_affected" -> Change.LAST_AFFECTED;
          case "limit" -> Change.LIMIT;
          default ->
              throw new Unfit(
                  event.path(), "'%s' is no event of OSV.".formatted(Part.shortened(key)));
        };
    return new VersionRange.Event(change, event.need(key));
  }

  private static Stream<String> fixed(Versions versions) {
    return versions instanceof Versions.Events(var events)
        ? events.stream()
            .filter(event -> event.change() == Change.FIXED)
            .map(VersionRange.Event::version)
        : Stream.empty();
  }
}
