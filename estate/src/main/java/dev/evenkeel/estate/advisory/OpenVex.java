package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.advisory.Statement.Status;
import dev.evenkeel.estate.version.VersionScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * OpenVEX documents, 0.0.1 and 0.2: what an author says of products, vulnerability by
 * vulnerability.
 */
final class OpenVex {
  /** What is said of one vulnerability. */
  private static final class Said {
    final Set<String> aliases = new LinkedHashSet<>();
    final List<Affected> affected = new ArrayList<>();
    final List<Statement> statements = new ArrayList<>();
    String summary = "";
  }

  private final Part whole;
  private final Consumer<String> remarks;
  private final String by;
  private final Map<String, Said> vulnerabilities = new LinkedHashMap<>();

  private OpenVex(Part whole, Consumer<String> remarks) {
    this.whole = whole;
    this.remarks = remarks;
    this.by = whole.text("author").orElse("the author of the OpenVEX document");
  }

  static boolean looksLike(Part record) {
    return Stream.concat(record.text("@context").stream(), record.texts("@context").stream())
        .anyMatch(context -> context.contains("openvex"));
  }

  static List<Advisory> read(Part whole, Consumer<String> remarks) {
    OpenVex document = new OpenVex(whole, remarks);
    whole.items("statements").forEach(document::statement);
    if (document.vulnerabilities.isEmpty()) {
      throw new Unfit("/statements", "There is no statement in it.");
    }
    return document.advisories();
  }

  private void statement(Part part) {
    Part named = part.get("vulnerability");
    String name = named.text().orElseGet(() -> named.need("name"));
    Said said = vulnerabilities.computeIfAbsent(name, _ -> new Said());
    said.aliases.addAll(named.texts("aliases"));
    named.text("description").ifPresent(text -> said.summary = text);
    String status = part.need("status");
    Optional<Instant> at =
        part.time("last_updated").or(() -> part.time("timestamp")).or(this::documentAt);
    List<Part> products = part.items("products").toList();
    if (products.isEmpty()) {
      remarks.accept("%s names no product; nothing follows from it.".formatted(part.path()));
    }
    products.forEach(product -> product(product, part, status, at, said));
  }

  private Optional<Instant> documentAt() {
    return whole.time("last_updated").or(() -> whole.time("timestamp"));
  }

  private void product(Part product, Part part, String status, Optional<Instant> at, Said said) {
    String id = product.text().orElseGet(() -> product.text("@id").orElse(""));
    List<Keys.Read> read =
        Stream.concat(
                Stream.of("purl", "cpe23", "cpe22")
                    .flatMap(key -> product.get("identifiers").text(key).stream()),
                Stream.of(id))
            .flatMap(text -> Keys.of(text).stream())
            .toList();
    if (read.isEmpty()) {
      remarks.accept(
          "%s has neither a package URL nor a CPE; no system can be it.".formatted(product.path()));
      return;
    }
    List<String> keys = read.stream().flatMap(one -> one.keys().stream()).distinct().toList();
    VersionScheme scheme =
        read.stream()
            .flatMap(one -> one.type().stream())
            .map(VersionScheme::ofPackageType)
            .findFirst()
            .orElse(VersionScheme.LOOSE);
    Versions versions =
        read.stream()
            .flatMap(one -> one.version().stream())
            .findFirst()
            .<Versions>map(version -> new Versions.Only(List.of(version)))
            .orElseGet(Versions.Any::new);
    String label = id.isEmpty() ? keys.getFirst() : Part.shortened(id, 200);
    status(status, part)
        .ifPresentOrElse(
            known ->
                said.statements.add(
                    new Statement(known, keys, label, scheme, versions, because(part), by, at)),
            () ->
                said.affected.add(
                    new Affected(
                        keys, label, Optional.empty(), scheme, List.of(versions), List.of())));
  }

  private static Optional<Status> status(String status, Part part) {
    return switch (status) {
      case "not_affected" -> Optional.of(Status.NOT_AFFECTED);
      case "fixed" -> Optional.of(Status.FIXED);
      case "under_investigation" -> Optional.of(Status.UNDER_INVESTIGATION);
      case "affected" -> Optional.empty();
      default ->
          throw new Unfit(
              part.path() + "/status",
              "'%s' is no status of OpenVEX.".formatted(Part.shortened(status)));
    };
  }

  private static Optional<String> because(Part part) {
    List<String> reasons =
        Stream.of(
                part.text("justification").map(text -> text.replace('_', ' ')),
                part.text("impact_statement").map(text -> Part.shortened(text, 300)))
            .flatMap(Optional::stream)
            .toList();
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private List<Advisory> advisories() {
    String document = whole.text("@id").orElse(by);
    List<Advisory> all = new ArrayList<>();
    vulnerabilities.forEach((name, said) ->
        all.add(
            new Advisory(
                document + "/" + name,
                Stream.concat(Stream.of(name), said.aliases.stream()).distinct().toList(),
                Part.shortened(said.summary, 300),
                Optional.empty(),
                whole.time("timestamp"),
                documentAt(),
                Optional.empty(),
                said.affected,
                said.statements,
                by,
                Optional.of(document).filter(id -> id.startsWith("https://")))));
    return all;
  }
}
