package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.advisory.Statement.Status;
import dev.evenkeel.estate.version.VersionScheme;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Records of the CVE programme, version 5: what the one who numbered it says, and what others have
 * added. Versions that are said to be unaffected count more than ranges, as the format wants it.
 */
final class Cve {
  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "\\W*(?:withdrawn(?: advisory)?\\s*[:*\\])]|this (?:report|record|advisory|cve) (?:has been|was|is) withdrawn|reject(?:ed)? \\*\\*)",
          Pattern.CASE_INSENSITIVE);

  private final Part record;
  private final List<Part> containers;
  private final String by;
  private final Optional<Instant> modified;

  private Cve(Part record) {
    this.record = record;
    Part cna = record.at("containers", "cna");
    this.containers =
        Stream.concat(Stream.of(cna), record.get("containers").items("adp"))
            .filter(Part::exists)
            .toList();
    this.by = cna.at("providerMetadata", "shortName").text().orElse("the CVE programme");
    this.modified =
        time(record.at("cveMetadata", "dateUpdated"))
            .or(() -> time(cna.at("providerMetadata", "dateUpdated")));
  }

  static boolean looksLike(Part record) {
    return record.at("cveMetadata", "cveId").text().isPresent()
        && record.get("containers").exists();
  }

  static Advisory read(Part whole) {
    return new Cve(whole).advisory();
  }

  private Advisory advisory() {
    Part metadata = record.get("cveMetadata");
    List<Affected> affected = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    containers.stream()
        .flatMap(container -> container.items("affected"))
        .forEach(entry -> take(entry, affected, statements));
    return new Advisory(
        metadata.need("cveId"),
        List.of(),
        Part.shortened(summary(), 300),
        severity(),
        time(metadata.get("datePublished")),
        modified,
        withdrawn(metadata),
        affected,
        statements,
        by,
        containers.stream()
            .flatMap(container -> container.items("references"))
            .flatMap(reference -> reference.text("url").stream())
            .filter(url -> url.startsWith("https://"))
            .findFirst());
  }

  /**
   * The programme rejects a record by its state. Who gave it out may take it back before that, in
   * the title or in the first words of the description.
   */
  private Optional<Instant> withdrawn(Part metadata) {
    if (metadata.text("state").equals(Optional.of("REJECTED"))) {
      return time(metadata.get("dateRejected"))
          .or(() -> modified)
          .or(() -> Optional.of(Instant.EPOCH));
    }
    Part cna = record.at("containers", "cna");
    boolean takenBack =
        Stream.concat(
                cna.text("title").stream(),
                cna.items("descriptions").flatMap(part -> part.text("value").stream()))
            .anyMatch(words -> TAKEN_BACK.matcher(words).lookingAt());
    return takenBack ? modified.or(() -> Optional.of(Instant.EPOCH)) : Optional.empty();
  }

  private String summary() {
    return containers.stream()
        .flatMap(container ->
            Stream.concat(
                container.text("title").stream(),
                container.items("descriptions").flatMap(part -> part.text("value").stream())))
        .findFirst()
        .orElse("");
  }

  /** The given score where there is one, as that of CVSS 4 is; else it is computed. */
  private Optional<Severity> severity() {
    return containers.stream()
        .flatMap(container -> container.items("metrics"))
        .flatMap(metric ->
            Stream.of("cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0")
                .map(metric::get)
                .filter(Part::exists))
        .flatMap(cvss ->
            cvss
                .number("baseScore")
                .filter(score -> score >= 0 && score <= 10)
                .or(() -> cvss.text("vectorString").flatMap(Cvss::score))
                .stream())
        .map(Severity::ofScore)
        .reduce((one, other) -> other.worseThan(one) ? other : one);
  }

  private void take(Part entry, List<Affected> affected, List<Statement> statements) {
    CveProduct product = CveProduct.of(entry);
    if (product.keys().isEmpty()) {
      return;
    }
    List<Versions> meant = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    boolean unaffected = false;
    for (Part version : entry.items("versions").toList()) {
      CveVersions read = CveVersions.of(version);
      switch (version.text("status").orElse("affected")) {
        case "affected" -> {
          meant.add(read.versions());
          fixed.addAll(read.fixed());
        }
        case "unaffected" -> {
          unaffected = true;
          VersionScheme scheme = product.scheme(entry);
          statements.add(
              new Statement(
                  Status.NOT_AFFECTED,
                  product.keys(),
                  product.label(),
                  scheme,
                  read.versions(),
                  Optional.empty(),
                  by,
                  modified));
        }
        default -> meant.add(new Versions.Unclear("the source does not know whether it is"));
      }
    }
    switch (entry.text("defaultStatus").orElse("")) {
      case "affected" -> meant.add(new Versions.Any());
      case "unknown" -> meant.add(new Versions.Unclear("the source names only some versions"));
      default -> {}
    }
    if (meant.isEmpty() && !unaffected) {
      meant.add(new Versions.Unclear("no versions are named"));
    }
    if (!meant.isEmpty()) {
      affected.add(
          new Affected(
              product.keys(),
              product.label(),
              Optional.empty(),
              product.scheme(entry),
              meant,
              fixed.stream().distinct().toList()));
    }
  }

  /** Some records leave out the time zone; it is UTC then. */
  private static Optional<Instant> time(Part part) {
    return part.text()
        .map(text -> {
          try {
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
          } catch (DateTimeException _) {
            throw new Unfit(part.path(), "'%s' is no time.".formatted(Part.shortened(text)));
          }
        });
  }
}
