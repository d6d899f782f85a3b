package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.advisory.Statement.Status;
import dev.evenkeel.estate.advisory.csaf.Conformance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Documents of CSAF 2.0, and of 2.1 where it only moved fields: security advisories and VEX. Each
 * vulnerability of a document becomes an advisory.
 */
final class Csaf {
  private static final int NAMED = 3;
  private static final Set<String> AFFECTED =
      Set.of("known_affected", "first_affected", "last_affected");
  private static final Set<String> FIXED = Set.of("fixed", "first_fixed");

  private final Part document;
  private final CsafProducts products;
  private final String by;
  private final Optional<Instant> at;

  private Csaf(Part whole) {
    this.document = whole.get("document");
    this.products = CsafProducts.of(whole);
    this.by = document.get("publisher").need("name");
    this.at = document.get("tracking").time("current_release_date");
  }

  static boolean looksLike(Part record) {
    return record.get("document").get("csaf_version").exists();
  }

  static List<Advisory> read(Part whole, Consumer<String> remarks) {
    Conformance conformance = Conformance.of(whole);
    if (!conformance.errors().isEmpty()) {
      int more = conformance.errors().size() - NAMED;
      throw new Unfit(
          "",
          conformance.errors().stream().limit(NAMED).collect(Collectors.joining(" "))
              + (more > 0 ? " And %d more.".formatted(more) : "")
              + " Ask its publisher for a valid document.");
    }
    conformance.remarks().forEach(remarks);
    Csaf csaf = new Csaf(whole);
    return whole.items("vulnerabilities").map(csaf::advisory).toList();
  }

  private Advisory advisory(Part vulnerability) {
    Part tracking = document.get("tracking");
    Optional<String> cve = vulnerability.text("cve");
    List<String> others =
        vulnerability
            .items("ids")
            .flatMap(id -> id.text("text").stream())
            .filter(text -> text.matches("[A-Z]+-[A-Za-z0-9:-]+"))
            .toList();
    String name =
        cve.or(() -> others.stream().findFirst())
            .orElseGet(() -> vulnerability.path().replaceFirst(".*/", ""));
    boolean withdrawn =
        document.text("category").filter(category -> category.equals("csaf_withdrawn")).isPresent();
    return new Advisory(
        tracking.need("id") + "/" + name,
        Stream.concat(cve.stream(), others.stream()).distinct().toList(),
        summary(vulnerability),
        severity(vulnerability),
        tracking.time("initial_release_date"),
        at,
        withdrawn ? at : Optional.empty(),
        affected(vulnerability),
        statements(vulnerability),
        by,
        document
            .items("references")
            .filter(reference -> reference.text("category").equals(Optional.of("self")))
            .flatMap(reference -> reference.text("url").stream())
            .filter(url -> url.startsWith("https://"))
            .findFirst());
  }

  private String summary(Part vulnerability) {
    return Part.shortened(
        vulnerability
            .text("title")
            .or(() ->
                vulnerability
                    .items("notes")
                    .filter(note -> note.text("category").equals(Optional.of("description")))
                    .flatMap(note -> note.text("text").stream())
                    .findFirst())
            .or(() -> document.text("title"))
            .orElse(""),
        300);
  }

  private Optional<Severity> severity(Part vulnerability) {
    return Stream.concat(
            vulnerability.items("scores"),
            vulnerability.items("metrics").map(metric -> metric.get("content")))
        .flatMap(score ->
            Stream.of("cvss_v4", "cvss_v3", "cvss_v2")
                .flatMap(version -> score.get(version).number("baseScore").stream()))
        .map(Severity::ofScore)
        .reduce((one, other) -> other.worseThan(one) ? other : one)
        .or(() ->
            document
                .at("aggregate_severity", "text")
                .text()
                .flatMap(Severity.Level::named)
                .map(level -> new Severity(level, Optional.empty())));
  }

  private List<CsafProducts.Product> named(Part vulnerability, Collection<String> statuses) {
    return statuses.stream()
        .sorted()
        .flatMap(status -> vulnerability.get("product_status").texts(status).stream())
        .distinct()
        .flatMap(id -> products.find(id).stream())
        .toList();
  }

  private List<Affected> affected(Part vulnerability) {
    List<CsafProducts.Product> fixed = named(vulnerability, FIXED);
    List<CsafProducts.Product> affected = named(vulnerability, AFFECTED);
    List<Affected> all = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (CsafProducts.Product product : affected) {
      told.addAll(product.keys());
      all.add(product.affected(product.versions(), fixedOf(product, fixed)));
    }
    for (CsafProducts.Product product : fixed) {
      List<String> versions = fixedOf(product, fixed);
      if (!versions.isEmpty() && told.addAll(product.keys())) {
        String why = "it names only what has the fix: " + String.join(", ", versions);
        all.add(product.affected(new Versions.Unclear(why), versions));
      }
    }
    return all;
  }

  private static List<String> fixedOf(
      CsafProducts.Product product, List<CsafProducts.Product> fixed) {
    return fixed.stream()
        .filter(other -> other.keys().stream().anyMatch(product.keys()::contains))
        .flatMap(other ->
            other.versions() instanceof Versions.Only(var only) ? only.stream() : Stream.of())
        .distinct()
        .toList();
  }

  private List<Statement> statements(Part vulnerability) {
    return Stream.of(
            statements(vulnerability, Status.NOT_AFFECTED, Set.of("known_not_affected")),
            statements(vulnerability, Status.FIXED, FIXED),
            statements(vulnerability, Status.UNDER_INVESTIGATION, Set.of("under_investigation")))
        .flatMap(List::stream)
        .toList();
  }

  private List<Statement> statements(
      Part vulnerability, Status status, Collection<String> statuses) {
    return named(vulnerability, statuses).stream()
        // 'fixed' without a version would be said of every version there ever was.
        .filter(product -> status != Status.FIXED || !(product.versions() instanceof Versions.Any))
        .filter(product -> !product.sureKeys().isEmpty())
        .map(product ->
            new Statement(
                status,
                product.sureKeys(),
                product.label(),
                product.scheme(),
                product.versions(),
                because(vulnerability, product.id()),
                by,
                at))
        .toList();
  }

  /** The justification and what is said of the impact. */
  private Optional<String> because(Part vulnerability, String product) {
    List<String> reasons = new ArrayList<>();
    vulnerability
        .items("flags")
        .filter(flag -> isAbout(flag, product))
        .flatMap(flag -> flag.text("label").stream())
        .map(label -> label.replace('_', ' '))
        .forEach(reasons::add);
    vulnerability
        .items("threats")
        .filter(threat -> threat.text("category").equals(Optional.of("impact")))
        .filter(threat -> isAbout(threat, product))
        .flatMap(threat -> threat.text("details").stream())
        .map(details -> Part.shortened(details, 300))
        .forEach(reasons::add);
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private boolean isAbout(Part said, String product) {
    return said.texts("product_ids").contains(product)
        || said.texts("group_ids").stream().anyMatch(group -> products.isIn(group, product))
        || !said.get("product_ids").exists() && !said.get("group_ids").exists();
  }
}
